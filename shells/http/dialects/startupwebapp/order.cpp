#include <array>

#include "shells/http/dialects/startupwebapp/areas.hpp"
#include "shells/http/dialects/startupwebapp/cart.hpp"
#include "shells/http/dialects/startupwebapp/cart_changes.hpp"
#include "shells/http/dialects/startupwebapp/catalogue.hpp"
#include "shells/http/dialects/startupwebapp/checkout.hpp"
#include "shells/http/dialects/startupwebapp/orders.hpp"
#include "shells/http/dialects/startupwebapp/shapes.hpp"

namespace asterism::http::startupwebapp_dialect {
namespace {

using enum Verb;
using enum Access;

constexpr Extras front{.in = nothing_in, .out = front_page};

// clang-format off
constexpr std::array table{
    //    verb  path                                             use case             who      how often                    shapes
    Route{get,  "/order/",                                       "session_status",    anyone,  limits::none,                front},
    Route{get,  "/order/products",                               "list_products",     anyone,  limits::none,                products},
    Route{get,  "/order/product/{identifier}",                   "show_product",      anyone,  limits::none,                product},
    Route{get,  "/order/cart-items",                             "show_cart",         anyone,  limits::none,                cart_items},
    Route{get,  "/order/cart-shipping-methods",                  "offer_shipping",    anyone,  limits::none,                cart_methods},
    Route{get,  "/order/cart-totals",                            "show_cart",         anyone,  limits::none,                cart_totals},
    Route{get,  "/order/cart-discount-codes",                    "show_cart",         anyone,  limits::none,                cart_codes},
    Route{get,  "/order/cart-contents",                          "show_cart",         anyone,  limits::none,                cart_contents},
    Route{post, "/order/cart-add-product-sku",                   "add_to_cart",       anyone,  limits::none,                adds_sku},
    Route{post, "/order/add-item-to-cart",                       "add_to_cart",       anyone,  limits::none,                adds_item},
    Route{post, "/order/cart-update-sku-quantity",               "set_cart_quantity", anyone,  limits::none,                sets_quantity},
    Route{post, "/order/cart-remove-sku",                        "remove_from_cart",  anyone,  limits::none,                removes_sku},
    Route{post, "/order/cart-update-shipping-method",            "choose_shipping",   anyone,  limits::none,                chooses_method},
    Route{post, "/order/cart-apply-discount-code",               "enter_code",        anyone,  limits::none,                applies_code},
    Route{post, "/order/cart-remove-discount-code",              "remove_code",       anyone,  limits::none,                removes_code},
    Route{post, "/order/cart-delete-cart",                       "drop_cart",         anyone,  limits::none,                deletes_cart},
    Route{get,  "/order/checkout-allowed",                       "may_check_out",     anyone,  limits::none,                checkout_allowed},
    Route{get,  "/order/confirm-items",                          "show_checkout",     anyone,  limits::none,                confirm_items},
    Route{get,  "/order/confirm-shipping-method",                "show_checkout",     anyone,  limits::none,                confirm_method},
    Route{get,  "/order/confirm-totals",                         "show_checkout",     anyone,  limits::none,                confirm_totals},
    Route{get,  "/order/confirm-discount-codes",                 "show_checkout",     anyone,  limits::none,                confirm_codes},
    Route{post, "/order/anonymous-email-address-payment-lookup", "look_up_buyer",     anyone,  limits::startupwebapp_buyer, looks_up_buyer},
    Route{get,  "/order/change-confirmation-email-address",      "may_check_out",     anyone,  limits::none,                other_address},
    Route{post, "/order/create-checkout-session",                "check_out",         anyone,  limits::none,                opens_counter},
    Route{get,  "/order/checkout-session-success",               "come_back",         anyone,  limits::none,                comes_back},
    Route{get,  "/order/my-orders",                              "list_own_orders",   account, limits::none,                my_orders},
    Route{get,  "/order/{order}",                                "show_order",        anyone,  limits::none,                order_detail},
};
// clang-format on

}  // namespace

std::span<const Route> order_routes() { return table; }

}  // namespace asterism::http::startupwebapp_dialect
