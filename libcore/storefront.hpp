#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libcore/accounts/terms.hpp"
#include "libcore/accounts/use_cases.hpp"
#include "libcore/crm/preferences.hpp"
#include "libcore/shop/cart_inputs.hpp"
#include "libcore/shop/order_cases.hpp"
#include "libcore/shop/order_ports.hpp"
#include "libcore/shop/ports.hpp"

namespace asterism {

// What the pages of a shop show beside the shop: of several modules at once.

struct ShowPageState {
    std::optional<std::string> visitor;

    static constexpr void fields(auto&& see) {
        see("visitor", &ShowPageState::visitor, shop::visitor_meaning);
    }
};

/// What every page asks for first.
struct PageState {
    std::optional<accounts::AccountView> account;
    std::optional<std::string> email;
    std::int64_t cart_items = 0;
    bool logs_client_events = true;

    static constexpr void fields(auto&& see) {
        see("account", &PageState::account, "Who is signed in, or null.");
        see("email", &PageState::email, "The account's address, as its owner writes it.");
        see("cart_items", &PageState::cart_items, "How many different things are in the cart.");
        see("logs_client_events", &PageState::logs_client_events,
            "The page is to tell of what its visitor does.");
    }
};

/// What an account's own page shows of it.
struct OwnPage {
    accounts::AccountView account;
    std::string email;
    crm::Preferences preferences;
    std::optional<Instant> terms_agreed_at;
    bool verification_pending = false;
    std::vector<shop::OrderCard> orders;

    static constexpr void fields(auto&& see) {
        see("account", &OwnPage::account, "The account.");
        see("email", &OwnPage::email, "Its address, as its owner writes it.");
        see("preferences", &OwnPage::preferences, "What mail it gets.");
        see("terms_agreed_at", &OwnPage::terms_agreed_at, "When it last agreed to terms of use.");
        see("verification_pending", &OwnPage::verification_pending,
            "A link that proves its address is on its way and still good.");
        see("orders", &OwnPage::orders, "Its latest orders, newest first.");
    }
};

/// Where the parts lie, beside the account itself.
struct OwnPageShelves {
    using Reads = void;
    const accounts::Tickets& tickets;
    const accounts::Terms& terms;
    const crm::Contacts& contacts;
    const shop::Orders& orders;
};

Result<PageState> show_page_state(const accounts::Run& run, std::optional<Actor> actor,
                                  const accounts::Accounts& accounts, const shop::Carts& carts,
                                  const ShowPageState& input);
Result<OwnPage> show_own_page(const accounts::Run& run, Actor actor,
                              const accounts::Accounts& accounts, OwnPageShelves from,
                              const accounts::NoInput& input);

inline constexpr UseCases storefront_cases{
    use_case<&show_page_state>("show_page_state", "Tells a page who its visitor is."),
    use_case<&show_own_page>("show_own_page", "Shows one's account as its page does."),
};

}  // namespace asterism
