#include "libcore/storefront.hpp"

#include "libcore/accounts/faults.hpp"
#include "libcore/shop/shopper.hpp"

namespace asterism {
namespace {

bool is_pending(const accounts::Run& run, const accounts::Tickets& tickets,
                const accounts::Account& account) {
    const auto ticket = tickets.newest(account.id, accounts::Purpose::verify_email);
    return ticket && !account.email_verified_at && !ticket->used &&
           ticket->address == account.email && run.now.at < ticket->expires;
}

}  // namespace

Result<PageState> show_page_state(const accounts::Run& run, std::optional<Actor> actor,
                                  const accounts::Accounts& accounts, const shop::Carts& carts,
                                  const ShowPageState& input) {
    PageState out;
    if (const auto owner = shop::owner_of(run.fingerprint, actor, input.visitor))
        if (const auto cart = carts.find(*owner)) out.cart_items = std::ssize(cart->lines);
    out.logs_client_events = run.policy.logs_client_events;
    if (!actor) return out;
    if (const auto account = accounts.find(actor->account)) {
        out.account = view_of(*account);
        out.email = account->email_as_given;
    }
    return out;
}

Result<OwnPage> show_own_page(const accounts::Run& run, Actor actor,
                              const accounts::Accounts& accounts, OwnPageShelves from,
                              const accounts::NoInput& input) {
    const auto account = accounts.find(actor.account);
    if (!account) return accounts::unknown_account;
    auto orders = shop::list_own_orders(actor, from.orders, {});
    if (!orders) return orders.error();
    return OwnPage{view_of(*account),
                   account->email_as_given,
                   *crm::show_preferences(actor, from.contacts, input),
                   from.terms.last_agreed(account->id),
                   is_pending(run, from.tickets, *account),
                   std::move(orders->items)};
}

}  // namespace asterism
