#include "libcore/shop/cart_cases.hpp"

#include "libcore/shop/faults.hpp"
#include "libcore/shop/identifiers.hpp"
#include "libcore/shop/shopper.hpp"

namespace asterism::shop {
namespace {

/// The cart of whoever asks, and keeps others from changing it.
std::optional<Cart> held(const accounts::Run& run, const std::optional<Actor>& actor, Carts& carts,
                         const std::optional<std::string>& visitor) {
    const auto owner = owner_of(run.fingerprint, actor, visitor);
    if (!owner) return std::nullopt;
    return carts.hold(*owner);
}

/// Keeps what the cart has become, unless it costs more than there is money.
Result<CartView> kept(const accounts::Run& run, Carts& carts, const Shelves& shelves,
                      const Policy& policy, const Cart& cart) {
    auto view = view_of(contents_of(cart, shelves), policy, run.now.at);
    if (view) carts.save(cart, run.now.at);
    return view;
}

/// Of a change that may be refused.
Result<CartView> kept(const accounts::Run& run, Carts& carts, const Shelves& shelves,
                      const Policy& policy, const Result<Cart>& changed) {
    if (!changed) return changed.error();
    return kept(run, carts, shelves, policy, *changed);
}

std::vector<ShippingMethodView> views_of(const std::vector<ShippingMethod>& methods) {
    std::vector<ShippingMethodView> out;
    for (const ShippingMethod& method : methods) out.push_back(view_of(method));
    return out;
}

bool can_be_bought(const Products& products, SkuId sku) {
    const auto found = products.items({&sku, 1});
    return !found.empty() && !found.front().sku.retired;
}

}  // namespace

Result<CartView> show_cart(const accounts::Run& run, std::optional<Actor> actor, const Carts& carts,
                           Shelves shelves, const Policy& policy, const ThisCart& input) {
    const auto owner = owner_of(run.fingerprint, actor, input.visitor);
    auto cart = owner ? carts.find(*owner) : std::nullopt;
    if (!cart) return view_of_none(policy);
    return view_of(contents_of(*std::move(cart), shelves), policy, run.now.at);
}

Result<AddedToCart> add_to_cart(const accounts::Run& run, std::optional<Actor> actor, Carts& carts,
                                Shelves shelves, const Policy& policy, const AddToCart& input) {
    if (!can_be_bought(shelves.products, input.sku)) return field_error(unknown_sku, "sku");
    AddedToCart out;
    auto owner = owner_of(run.fingerprint, actor, input.visitor);
    if (owner && !actor) out.visitor = input.visitor;
    if (!owner) {
        out.visitor = draw_secret(run.entropy);
        owner = owner_of(run.fingerprint, actor, out.visitor);
    }
    auto view = kept(run, carts, shelves, policy,
                     with_more(carts.open(*owner), input.sku, input.quantity, policy));
    if (!view) return view.error();
    out.cart = *std::move(view);
    return out;
}

Result<CartView> set_cart_quantity(const accounts::Run& run, std::optional<Actor> actor,
                                   Carts& carts, Shelves shelves, const Policy& policy,
                                   const SetCartQuantity& input) {
    auto cart = held(run, actor, carts, input.visitor);
    if (!cart) return no_cart;
    return kept(run, carts, shelves, policy,
                with_quantity(*std::move(cart), input.sku, input.quantity, policy));
}

Result<ShippingOffer> remove_from_cart(const accounts::Run& run, std::optional<Actor> actor,
                                       Carts& carts, Shelves shelves, const Policy& policy,
                                       const RemoveFromCart& input) {
    auto cart = held(run, actor, carts, input.visitor);
    if (!cart) return no_cart;
    auto view = kept(run, carts, shelves, policy, without(*std::move(cart), input.sku));
    if (!view) return view.error();
    return ShippingOffer{*std::move(view), views_of(offered(shelves.methods.all()))};
}

Result<ShippingOffer> offer_shipping(const accounts::Run& run, std::optional<Actor> actor,
                                     Carts& carts, Shelves shelves, const Policy& policy,
                                     const ThisCart& input) {
    const auto all = shelves.methods.all();
    ShippingOffer out{view_of_none(policy), views_of(offered(all))};
    auto cart = held(run, actor, carts, input.visitor);
    if (!cart) return out;
    const auto way = chosen_or_usual(all, cart->shipping, policy.usual_shipping);
    cart->shipping = way ? std::optional(way->id) : std::nullopt;
    auto view = kept(run, carts, shelves, policy, *cart);
    if (!view) return view.error();
    out.cart = *std::move(view);
    return out;
}

Result<CartView> choose_shipping(const accounts::Run& run, std::optional<Actor> actor, Carts& carts,
                                 Shelves shelves, const Policy& policy,
                                 const ChooseShipping& input) {
    auto cart = held(run, actor, carts, input.visitor);
    if (!cart) return no_cart;
    const auto way = offered_as(shelves.methods.all(), input.method);
    if (!way) return field_error(unknown_shipping_method, "method");
    cart->shipping = way->id;
    return kept(run, carts, shelves, policy, *cart);
}

Result<CartView> enter_code(const accounts::Run& run, std::optional<Actor> actor, Carts& carts,
                            Shelves shelves, const Policy& policy, const EnterCode& input) {
    auto cart = held(run, actor, carts, input.visitor);
    if (!cart) return no_cart;
    const auto found = shelves.discounts.find(input.code);
    if (const Fault* fault = entry_refusal(found, cart->discounts, run.now.at))
        return field_error(*fault, "code");
    cart->discounts.push_back(found->id);
    return kept(run, carts, shelves, policy, *cart);
}

Result<CartView> remove_code(const accounts::Run& run, std::optional<Actor> actor, Carts& carts,
                             Shelves shelves, const Policy& policy, const RemoveCode& input) {
    auto cart = held(run, actor, carts, input.visitor);
    if (!cart) return no_cart;
    if (shelves.discounts.of({&input.code, 1}).empty()) return field_error(unknown_code, "code");
    return kept(run, carts, shelves, policy, without(*std::move(cart), input.code));
}

Result<CartDropped> drop_cart(const accounts::Run& run, std::optional<Actor> actor, Carts& carts,
                              const ThisCart& input) {
    const auto cart = held(run, actor, carts, input.visitor);
    if (!cart) return no_cart;
    carts.remove(cart->id);
    return CartDropped{};
}

Result<CartAdopted> adopt_cart(const accounts::Run& run, Actor actor, Carts& carts,
                               Checkouts& checkouts, const AdoptCart& input) {
    const Owner self{actor.account, ""};
    if (const auto visitors = held(run, std::nullopt, carts, input.visitor)) {
        const Cart own = merged(carts.open(self), *visitors);
        carts.save(own, run.now.at);
        checkouts.follow(visitors->id, own);
        carts.remove(visitors->id);
    }
    const auto cart = carts.find(self);
    return CartAdopted{cart ? std::ssize(cart->lines) : 0};
}

}  // namespace asterism::shop
