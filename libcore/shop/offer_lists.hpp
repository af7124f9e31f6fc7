#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/shop/ports.hpp"

namespace asterism::shop {

// All codes and ways of shipping, as the staff see them: retired ones too.

struct StaffCodeView {
    DiscountId id;
    std::string code;
    std::string description;
    DiscountKind kind = DiscountKind::percent_off;
    std::string amount;
    std::string order_minimum;
    Instant starts;
    Instant ends;
    bool combinable = false;
    std::string shipping_method;
    std::optional<std::int64_t> left;

    static constexpr void fields(auto&& see) {
        see("id", &StaffCodeView::id, "The code's number.");
        see("code", &StaffCodeView::code, "What is typed in.");
        see("description", &StaffCodeView::description, "What it does; {} stands for the amount.");
        see("kind", &StaffCodeView::kind, "What it takes something off.");
        see("amount", &StaffCodeView::amount, "Percents, money or months, with two decimals.");
        see("order_minimum", &StaffCodeView::order_minimum, "What the items have to come to.");
        see("starts", &StaffCodeView::starts, "Good from then on.");
        see("ends", &StaffCodeView::ends, "Good until then.");
        see("combinable", &StaffCodeView::combinable, "Meant to go with other codes.");
        see("shipping_method", &StaffCodeView::shipping_method,
            "Which way becomes free, or empty.");
        see("left", &StaffCodeView::left,
            "How many orders it is still good for; null: without end.");
    }
};

struct StaffCodeList {
    std::vector<StaffCodeView> items;

    static constexpr void fields(auto&& see) {
        see("items", &StaffCodeList::items, "All codes, by number.");
    }
};

struct StaffMethodView {
    std::string identifier;
    std::string carrier;
    std::string cost;
    std::string tracking_base;
    bool active = true;
    bool parcel = true;

    static constexpr void fields(auto&& see) {
        see("identifier", &StaffMethodView::identifier, "How it is chosen.");
        see("carrier", &StaffMethodView::carrier, "Who carries it.");
        see("cost", &StaffMethodView::cost, "What it costs.");
        see("tracking_base", &StaffMethodView::tracking_base,
            "An address to which a parcel's number is appended, or empty.");
        see("active", &StaffMethodView::active, "Whether it can be chosen.");
        see("parcel", &StaffMethodView::parcel, "Whether something is sent.");
    }
};

struct StaffMethodList {
    std::vector<StaffMethodView> items;

    static constexpr void fields(auto&& see) {
        see("items", &StaffMethodList::items, "All ways of shipping.");
    }
};

struct ListCodes {
    static constexpr void fields(auto&&) {}
};

struct ListShippingMethods {
    static constexpr void fields(auto&&) {}
};

StaffCodeView staff_view_of(const Discount& code);
StaffMethodView staff_view_of(const ShippingMethod& method);

Result<StaffCodeList> list_codes(Actor actor, const Discounts& discounts, const ListCodes& input);
Result<StaffMethodList> list_shipping_methods(Actor actor, const ShippingMethods& methods,
                                              const ListShippingMethods& input);

}  // namespace asterism::shop
