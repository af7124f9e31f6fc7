#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/shop/merchandise_inputs.hpp"
#include "libcore/shop/ports.hpp"

namespace asterism::shop {

// The staff's side of the catalogue. Each deed is in the log. No order that was placed, and no
// checkout under way, changes by any of it: they hold copies.

Result<ProductView> add_product(const accounts::Run& run, Actor actor, Products& products,
                                const AddProduct& input);
Result<ProductView> change_product(const accounts::Run& run, Actor actor, Products& products,
                                   const ChangeProduct& input);
Result<ProductView> add_sku(const accounts::Run& run, Actor actor, Products& products,
                            const Policy& policy, const AddSku& input);
Result<ProductView> change_sku(const accounts::Run& run, Actor actor, Products& products,
                               const ChangeSku& input);
/// History grows by this, and is never rewritten.
Result<ProductView> price_sku(const accounts::Run& run, Actor actor, Products& products,
                              const Policy& policy, const PriceSku& input);
Result<ProductView> count_sku(const accounts::Run& run, Actor actor, Products& products,
                              const CountSku& input);
Result<ProductView> add_product_picture(const accounts::Run& run, Actor actor, Products& products,
                                        const AddProductPicture& input);
Result<ProductView> remove_product_picture(const accounts::Run& run, Actor actor,
                                           Products& products, const RemoveProductPicture& input);
Result<ProductView> add_product_video(const accounts::Run& run, Actor actor, Products& products,
                                      const AddProductVideo& input);
Result<ProductView> remove_product_video(const accounts::Run& run, Actor actor, Products& products,
                                         const RemoveProductVideo& input);

inline constexpr UseCases merchandise_cases{
    use_case<&add_product>("add_product", "Adds a product to the shop."),
    use_case<&change_product>("change_product", "Changes a product's words, or retires it."),
    use_case<&add_sku>("add_sku", "Adds something of a product that can be bought."),
    use_case<&change_sku>("change_sku", "Changes what can be bought, or retires it."),
    use_case<&price_sku>("price_sku", "Gives what can be bought a new price."),
    use_case<&count_sku>("count_sku", "Says how many there are."),
    use_case<&add_product_picture>("add_product_picture", "Adds a picture to a product."),
    use_case<&remove_product_picture>("remove_product_picture", "Takes a product's picture away."),
    use_case<&add_product_video>("add_product_video", "Adds a video to a product."),
    use_case<&remove_product_video>("remove_product_video", "Takes a product's video away."),
};

}  // namespace asterism::shop
