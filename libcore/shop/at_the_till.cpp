#include "libcore/shop/at_the_till.hpp"

#include "libcore/crm/contacts.hpp"
#include "libcore/shop/check_out.hpp"
#include "libcore/shop/shopper.hpp"

namespace asterism::shop {

Result<CheckoutPage> show_checkout(const accounts::Run& run, std::optional<Actor> actor,
                                   const Carts& carts, CheckoutDesk desk, const Policy& policy,
                                   const ThisCart& input) {
    if (!may_check_out(actor, desk.accounts, policy, input)->allowed) return CheckoutPage{};
    const auto owner = owner_of(run.fingerprint, actor, input.visitor);
    auto cart = owner ? carts.find(*owner) : std::nullopt;
    if (!cart) return CheckoutPage{true, view_of_none(policy)};
    auto view = view_of(contents_of(*std::move(cart), desk.shelves), policy, run.now.at);
    if (!view) return view.error();
    return CheckoutPage{true, *std::move(view)};
}

Result<BuyerKnown> look_up_buyer(const accounts::Run& run, std::optional<Actor> actor,
                                 const accounts::Accounts& accounts, crm::Contacts& contacts,
                                 const Policy& policy, const LookUpBuyer& input) {
    if (!may_check_out(actor, accounts, policy, {input.visitor})->allowed) return BuyerKnown{};
    if (accounts.find_by_email(input.email.normal())) return BuyerKnown{true, true};
    if (!actor)
        contacts.add(crm::stranger(run, input.email, "Captured from an order in the making."));
    return BuyerKnown{true, false, policy.publishable_key};
}

}  // namespace asterism::shop
