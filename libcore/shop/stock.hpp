#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/shop/ports.hpp"

namespace asterism::shop {

struct StaffPriceView {
    std::string price;
    Instant since;

    static constexpr void fields(auto&& see) {
        see("price", &StaffPriceView::price, "What a piece costs.");
        see("since", &StaffPriceView::since, "From when on.");
    }
};

/// A SKU as the staff see it: whether it is offered or not, and with all its prices.
struct StaffSkuView {
    SkuId id;
    std::string product;
    std::string title;
    std::string color;
    std::string size;
    std::string description;
    Availability availability = Availability::in_stock;
    std::optional<std::int64_t> left;
    std::int64_t held = 0;
    bool retired = false;
    std::vector<StaffPriceView> prices;

    static constexpr void fields(auto&& see) {
        see("id", &StaffSkuView::id, "What a cart calls it.");
        see("product", &StaffSkuView::product, "What addresses call its product.");
        see("title", &StaffSkuView::title, "What its product is called.");
        see("color", &StaffSkuView::color, "Its color, or empty.");
        see("size", &StaffSkuView::size, "Its size, or empty.");
        see("description", &StaffSkuView::description, "What sets it apart.");
        see("availability", &StaffSkuView::availability, "What the staff said of it.");
        see("left", &StaffSkuView::left, "How many are not sold yet; null: nobody counts.");
        see("held", &StaffSkuView::held, "How many of these are being paid for.");
        see("retired", &StaffSkuView::retired, "Whether it, or its product, is offered no more.");
        see("prices", &StaffSkuView::prices, "What it cost, costs and will cost, by time.");
    }
};

struct InspectSku {
    SkuId sku;

    static constexpr void fields(auto&& see) { see("sku", &InspectSku::sku, "The SKU's number."); }
};

Result<StaffSkuView> inspect_sku(Actor actor, const Products& products, const InspectSku& input);

}  // namespace asterism::shop
