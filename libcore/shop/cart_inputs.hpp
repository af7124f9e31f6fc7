#pragma once

#include <optional>
#include <string>

#include "libcore/shop/cart_views.hpp"

namespace asterism::shop {

// Whose cart it is: of whoever is signed in, else of whoever has the secret.

inline constexpr std::string_view visitor_meaning =
    "The secret of a visitor's cart; whoever is signed in needs none.";

struct ThisCart {
    std::optional<std::string> visitor = {};

    static constexpr void fields(auto&& see) {
        see("visitor", &ThisCart::visitor, visitor_meaning);
    }
};

struct AddToCart {
    SkuId sku;
    std::int64_t quantity = 1;
    std::optional<std::string> visitor = {};

    static constexpr void fields(auto&& see) {
        see("sku", &AddToCart::sku, "What to buy.");
        see("quantity", &AddToCart::quantity, "How many more of it, up to 9,999 in all.");
        see("visitor", &AddToCart::visitor, visitor_meaning);
    }
};

struct AddedToCart {
    CartView cart;
    std::optional<std::string> visitor;

    static constexpr void fields(auto&& see) {
        see("cart", &AddedToCart::cart, "The cart with it.");
        see("visitor", &AddedToCart::visitor,
            "The secret by which a visitor finds the cart again; null for whoever is signed in.");
    }
};

struct SetCartQuantity {
    SkuId sku;
    std::int64_t quantity = 1;
    std::optional<std::string> visitor = {};

    static constexpr void fields(auto&& see) {
        see("sku", &SetCartQuantity::sku, "What is in the cart.");
        see("quantity", &SetCartQuantity::quantity, "How many of it, 1 to 9,999.");
        see("visitor", &SetCartQuantity::visitor, visitor_meaning);
    }
};

struct RemoveFromCart {
    SkuId sku;
    std::optional<std::string> visitor = {};

    static constexpr void fields(auto&& see) {
        see("sku", &RemoveFromCart::sku, "What to take out.");
        see("visitor", &RemoveFromCart::visitor, visitor_meaning);
    }
};

struct ChooseShipping {
    std::string method;
    std::optional<std::string> visitor = {};

    static constexpr void fields(auto&& see) {
        see("method", &ChooseShipping::method, "The identifier of a way of shipping.");
        see("visitor", &ChooseShipping::visitor, visitor_meaning);
    }
};

struct EnterCode {
    std::string code;
    std::optional<std::string> visitor = {};

    static constexpr void fields(auto&& see) {
        see("code", &EnterCode::code, "A discount code. Its case counts.");
        see("visitor", &EnterCode::visitor, visitor_meaning);
    }
};

struct RemoveCode {
    DiscountId code;
    std::optional<std::string> visitor = {};

    static constexpr void fields(auto&& see) {
        see("code", &RemoveCode::code, "The code's number.");
        see("visitor", &RemoveCode::visitor, visitor_meaning);
    }
};

struct ShippingOffer {
    CartView cart;
    std::vector<ShippingMethodView> methods;

    static constexpr void fields(auto&& see) {
        see("cart", &ShippingOffer::cart, "The cart, and how it goes now.");
        see("methods", &ShippingOffer::methods, "How it could go, the dearest first.");
    }
};

struct AdoptCart {
    std::string visitor;

    static constexpr void fields(auto&& see) {
        see("visitor", &AdoptCart::visitor, "The secret of the cart from before signing in.");
    }
};

struct CartAdopted {
    std::int64_t lines = 0;

    static constexpr void fields(auto&& see) {
        see("lines", &CartAdopted::lines, "How many different things are in the account's cart.");
    }
};

struct CartDropped {
    bool dropped = true;

    static constexpr void fields(auto&& see) {
        see("dropped", &CartDropped::dropped, "It is gone, with all that was in it.");
    }
};

}  // namespace asterism::shop
