#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libcore/shop/quote.hpp"

namespace asterism::shop {

// Amounts are told as text with two decimals, "14.99".

struct CartLineView {
    SkuId sku;
    std::string product;
    std::string title;
    std::string title_url;
    std::string color;
    std::string size;
    std::string description;
    std::optional<std::string> picture;
    Availability availability = Availability::in_stock;
    std::int64_t quantity = 0;
    std::optional<std::string> price;
    std::string total;

    static constexpr void fields(auto&& see) {
        see("sku", &CartLineView::sku, "What can be bought.");
        see("product", &CartLineView::product, "What addresses call its product.");
        see("title", &CartLineView::title, "What the product is called.");
        see("title_url", &CartLineView::title_url, "The same, as an address shows it.");
        see("color", &CartLineView::color, "Its color, or empty.");
        see("size", &CartLineView::size, "Its size, or empty.");
        see("description", &CartLineView::description, "What sets it apart.");
        see("picture", &CartLineView::picture, "Where its picture lies, or null.");
        see("availability", &CartLineView::availability, "Whether it can be had.");
        see("quantity", &CartLineView::quantity, "How many pieces.");
        see("price", &CartLineView::price, "What a piece costs; null: not known yet.");
        see("total", &CartLineView::total, "What they cost together.");
    }
};

struct CodeView {
    DiscountId id;
    std::string code;
    std::string description;
    DiscountKind kind = DiscountKind::percent_off;
    std::string amount;
    std::string order_minimum;
    Instant starts;
    Instant ends;
    bool combinable = false;
    bool counts = false;

    static constexpr void fields(auto&& see) {
        see("id", &CodeView::id, "The code's number.");
        see("code", &CodeView::code, "As it was typed in.");
        see("description", &CodeView::description, "What it does; {} stands for the amount.");
        see("kind", &CodeView::kind, "What it takes something off.");
        see("amount", &CodeView::amount, "Percents, money or months, with two decimals.");
        see("order_minimum", &CodeView::order_minimum, "What the items have to come to.");
        see("starts", &CodeView::starts, "Good from then on.");
        see("ends", &CodeView::ends, "Good until then.");
        see("combinable", &CodeView::combinable, "Meant to go with other codes.");
        see("counts", &CodeView::counts, "Whether it takes something off this cart.");
    }
};

struct ShippingMethodView {
    std::string identifier;
    std::string carrier;
    std::string cost;
    std::string tracking_base;

    static constexpr void fields(auto&& see) {
        see("identifier", &ShippingMethodView::identifier, "How it is chosen.");
        see("carrier", &ShippingMethodView::carrier, "Who carries it.");
        see("cost", &ShippingMethodView::cost, "What it costs.");
        see("tracking_base", &ShippingMethodView::tracking_base,
            "An address to which a parcel's number is appended, or empty.");
    }
};

struct ShopTotals {
    std::string items;
    std::string item_discount;
    std::string shipping;
    std::string shipping_discount;
    std::string total;

    static constexpr void fields(auto&& see) {
        see("items", &ShopTotals::items, "What the items cost.");
        see("item_discount", &ShopTotals::item_discount, "What codes take off that.");
        see("shipping", &ShopTotals::shipping, "What shipping costs.");
        see("shipping_discount", &ShopTotals::shipping_discount, "What codes take off that.");
        see("total", &ShopTotals::total, "What is to be paid, taxes included.");
    }
};

struct CartView {
    bool found = false;
    Currency currency = Currency::usd;
    std::vector<CartLineView> lines;
    std::vector<CodeView> codes;
    std::optional<ShippingMethodView> shipping;
    ShopTotals totals;

    static constexpr void fields(auto&& see) {
        see("found", &CartView::found, "Whether there is a cart at all.");
        see("currency", &CartView::currency, "Of all amounts.");
        see("lines", &CartView::lines, "What is in it, in the order in which it came.");
        see("codes", &CartView::codes, "Codes that were typed in, in that order.");
        see("shipping", &CartView::shipping, "How it goes; null: not chosen yet.");
        see("totals", &CartView::totals, "What it costs now.");
    }
};

ShippingMethodView view_of(const ShippingMethod& method);
ShopTotals view_of(const Totals& totals);
/// Refused where it costs more than there is money.
Result<CartView> view_of(const Contents& contents, const Policy& policy, Instant at);
CartView view_of_none(const Policy& policy);

}  // namespace asterism::shop
