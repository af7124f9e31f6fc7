#pragma once

#include <array>

#include "shells/http/routes.hpp"

namespace asterism::http::shop_rows {

using enum Verb;
using enum Access;

inline constexpr Extras created{.status = 201};
inline constexpr Extras once{.once = true};
inline constexpr Extras created_once{.status = 201, .once = true};

// clang-format off
inline constexpr std::array table{
    //    verb   path                                        use case                  who      how often, beside `reads` or `writes`
    Route{get,   "/v1/shop/products",                        "list_products",          anyone,  limits::none},
    Route{get,   "/v1/shop/products/{identifier}",           "show_product",           anyone,  limits::none},
    Route{get,   "/v1/shop/cart",                            "show_cart",              anyone,  limits::none},
    Route{del,   "/v1/shop/cart",                            "drop_cart",              anyone,  limits::none},
    Route{post,  "/v1/shop/cart/lines",                      "add_to_cart",            anyone,  limits::none},
    Route{put,   "/v1/shop/cart/lines/{sku}",                "set_cart_quantity",      anyone,  limits::none},
    Route{del,   "/v1/shop/cart/lines/{sku}",                "remove_from_cart",       anyone,  limits::none},
    Route{post,  "/v1/shop/cart/shipping",                   "offer_shipping",         anyone,  limits::none},
    Route{put,   "/v1/shop/cart/shipping",                   "choose_shipping",        anyone,  limits::none},
    Route{post,  "/v1/shop/cart/codes",                      "enter_code",             anyone,  limits::none},
    Route{del,   "/v1/shop/cart/codes/{code}",               "remove_code",            anyone,  limits::none},
    Route{get,   "/v1/shop/checkouts/allowed",               "may_check_out",          anyone,  limits::none},
    Route{get,   "/v1/shop/checkouts",                       "show_checkout",          anyone,  limits::none},
    Route{post,  "/v1/shop/checkouts/buyer",                 "look_up_buyer",          anyone,  limits::startupwebapp_buyer},
    Route{post,  "/v1/shop/checkouts",                       "check_out",              anyone,  limits::none, created_once},
    Route{post,  "/v1/shop/checkouts/{session}/return",      "come_back",              anyone,  limits::none, once},
    Route{get,   "/v1/shop/orders",                          "list_own_orders",        account, limits::none},
    Route{get,   "/v1/shop/orders/{order}",                  "show_order",             anyone,  limits::none},
    Route{get,   "/v1/shop/statuses",                        "list_order_statuses",    anyone,  limits::none},
    Route{post,  "/v1/shop/admin/products",                  "add_product",            staff,   limits::none, created},
    Route{patch, "/v1/shop/admin/products/{product}",        "change_product",         staff,   limits::none},
    Route{post,  "/v1/shop/admin/products/{product}/skus",   "add_sku",                staff,   limits::none, created},
    Route{post,  "/v1/shop/admin/products/{product}/pictures", "add_product_picture",  staff,   limits::none, created},
    Route{post,  "/v1/shop/admin/products/{product}/videos", "add_product_video",      staff,   limits::none, created},
    Route{get,   "/v1/shop/admin/skus/{sku}",                "inspect_sku",            staff,   limits::none},
    Route{patch, "/v1/shop/admin/skus/{sku}",                "change_sku",             staff,   limits::none},
    Route{post,  "/v1/shop/admin/skus/{sku}/prices",         "price_sku",              staff,   limits::none, created},
    Route{put,   "/v1/shop/admin/skus/{sku}/stock",          "count_sku",              staff,   limits::none},
    Route{del,   "/v1/shop/admin/pictures/{picture}",        "remove_product_picture", staff,   limits::none},
    Route{del,   "/v1/shop/admin/videos/{video}",            "remove_product_video",   staff,   limits::none},
    Route{get,   "/v1/shop/admin/codes",                     "list_codes",             staff,   limits::none},
    Route{post,  "/v1/shop/admin/codes",                     "add_code",               staff,   limits::none, created},
    Route{patch, "/v1/shop/admin/codes/{code}",              "change_code",            staff,   limits::none},
    Route{get,   "/v1/shop/admin/shipping-methods",          "list_shipping_methods",  staff,   limits::none},
    Route{post,  "/v1/shop/admin/shipping-methods",          "add_shipping_method",    staff,   limits::none, created},
    Route{patch, "/v1/shop/admin/shipping-methods/{identifier}", "change_shipping_method", staff, limits::none},
    Route{post,  "/v1/shop/admin/statuses",                  "add_order_status",       staff,   limits::none, created},
    Route{patch, "/v1/shop/admin/statuses/{identifier}",     "change_order_status",    staff,   limits::none},
    Route{get,   "/v1/shop/admin/orders",                    "list_orders",            staff,   limits::none},
    Route{post,  "/v1/shop/admin/orders/{order}/status",     "move_order",             staff,   limits::none, once},
    Route{post,  "/v1/shop/admin/orders/{order}/mail",       "resend_order_mail",      staff,   limits::none},
    Route{get,   "/v1/shop/admin/incidents",                 "list_incidents",         staff,   limits::none},
    Route{post,  "/v1/shop/admin/incidents/{incident}/settlement", "settle_incident",  staff,   limits::none},
    Route{get,   "/v1/shop/admin/mail-failures",             "list_order_mail_failures", staff, limits::none},
    Route{post,  "/v1/shop/admin/mail-failures/{failure}/settlement", "settle_order_mail_failure", staff, limits::none},
    Route{get,   "/v1/shop/admin/alarms",                    "list_alarms",            staff,   limits::none},
};
// clang-format on

}  // namespace asterism::http::shop_rows
