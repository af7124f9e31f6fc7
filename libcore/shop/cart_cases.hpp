#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/shop/cart_inputs.hpp"
#include "libcore/shop/order_ports.hpp"
#include "libcore/shop/ports.hpp"

namespace asterism::shop {

Result<CartView> show_cart(const accounts::Run& run, std::optional<Actor> actor, const Carts& carts,
                           Shelves shelves, const Policy& policy, const ThisCart& input);
/// A visitor's first one makes the cart and its secret. Whether it is in stock is not asked for:
/// that counts when the cart goes to pay.
Result<AddedToCart> add_to_cart(const accounts::Run& run, std::optional<Actor> actor, Carts& carts,
                                Shelves shelves, const Policy& policy, const AddToCart& input);
Result<CartView> set_cart_quantity(const accounts::Run& run, std::optional<Actor> actor,
                                   Carts& carts, Shelves shelves, const Policy& policy,
                                   const SetCartQuantity& input);
/// How it goes has to be chosen anew then.
Result<ShippingOffer> remove_from_cart(const accounts::Run& run, std::optional<Actor> actor,
                                       Carts& carts, Shelves shelves, const Policy& policy,
                                       const RemoveFromCart& input);
/// A cart that has not chosen chooses the usual way by this.
Result<ShippingOffer> offer_shipping(const accounts::Run& run, std::optional<Actor> actor,
                                     Carts& carts, Shelves shelves, const Policy& policy,
                                     const ThisCart& input);
Result<CartView> choose_shipping(const accounts::Run& run, std::optional<Actor> actor, Carts& carts,
                                 Shelves shelves, const Policy& policy,
                                 const ChooseShipping& input);
Result<CartView> enter_code(const accounts::Run& run, std::optional<Actor> actor, Carts& carts,
                            Shelves shelves, const Policy& policy, const EnterCode& input);
Result<CartView> remove_code(const accounts::Run& run, std::optional<Actor> actor, Carts& carts,
                             Shelves shelves, const Policy& policy, const RemoveCode& input);
Result<CartDropped> drop_cart(const accounts::Run& run, std::optional<Actor> actor, Carts& carts,
                              const ThisCart& input);
/// Whoever has signed in takes along the cart that he had as a visitor. Nothing happens if there
/// was none.
Result<CartAdopted> adopt_cart(const accounts::Run& run, Actor actor, Carts& carts,
                               Checkouts& checkouts, const AdoptCart& input);

inline constexpr UseCases cart_cases{
    use_case<&show_cart>("show_cart", "Shows the cart and what it costs now."),
    use_case<&add_to_cart>("add_to_cart", "Puts pieces into the cart."),
    use_case<&set_cart_quantity>("set_cart_quantity", "Changes how many pieces a line has."),
    use_case<&remove_from_cart>("remove_from_cart", "Takes a line out of the cart."),
    use_case<&offer_shipping>("offer_shipping", "Lists the ways of shipping."),
    use_case<&choose_shipping>("choose_shipping", "Chooses how the cart goes."),
    use_case<&enter_code>("enter_code", "Types a discount code in."),
    use_case<&remove_code>("remove_code", "Takes a discount code out of the cart."),
    use_case<&drop_cart>("drop_cart", "Throws the cart away."),
    use_case<&adopt_cart>("adopt_cart", "Takes a visitor's cart along after signing in."),
};

}  // namespace asterism::shop
