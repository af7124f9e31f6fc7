#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/crm/ports.hpp"
#include "libcore/shop/cart_inputs.hpp"
#include "libcore/shop/ports.hpp"

namespace asterism::shop {

// What the page shows on which somebody decides to pay.

/// The cart as it would be paid for, for those of whom the shop takes orders.
struct CheckoutPage {
    bool allowed = false;
    std::optional<CartView> cart;

    static constexpr void fields(auto&& see) {
        see("allowed", &CheckoutPage::allowed, "The shop takes orders from whoever asks.");
        see("cart", &CheckoutPage::cart, "The cart and what it costs now; null: not allowed.");
    }
};

/// What that is read from besides the cart.
struct CheckoutDesk {
    using Reads = void;
    const accounts::Accounts& accounts;
    Shelves shelves;
};

Result<CheckoutPage> show_checkout(const accounts::Run& run, std::optional<Actor> actor,
                                   const Carts& carts, CheckoutDesk desk, const Policy& policy,
                                   const ThisCart& input);

struct LookUpBuyer {
    Email email;
    std::optional<std::string> visitor = {};

    static constexpr void fields(auto&& see) {
        see("email", &LookUpBuyer::email, "Where a visitor wants to be written to.");
        see("visitor", &LookUpBuyer::visitor, visitor_meaning);
    }
};

struct BuyerKnown {
    bool allowed = false;
    bool has_account = false;
    std::string publishable_key = {};

    static constexpr void fields(auto&& see) {
        see("allowed", &BuyerKnown::allowed, "The shop takes orders from whoever asks.");
        see("has_account", &BuyerKnown::has_account,
            "An account has that address, so its owner had better sign in.");
        see("publishable_key", &BuyerKnown::publishable_key,
            "What the page may show to whoever takes the money; empty: it is paid elsewhere.");
    }
};

/// Before a visitor pays: whether he had better sign in, else who he is, should he not come so far
/// as to pay. It tells who has an account, as the page that asks it does, so the shell limits how
/// often.
Result<BuyerKnown> look_up_buyer(const accounts::Run& run, std::optional<Actor> actor,
                                 const accounts::Accounts& accounts, crm::Contacts& contacts,
                                 const Policy& policy, const LookUpBuyer& input);

inline constexpr UseCases till_cases{
    use_case<&show_checkout>("show_checkout", "Shows the cart as it would be paid for."),
    use_case<&look_up_buyer>("look_up_buyer", "Says whether a buyer had better sign in."),
};

}  // namespace asterism::shop
