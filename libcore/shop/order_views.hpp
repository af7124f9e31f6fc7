#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libcore/shop/cart_views.hpp"
#include "libcore/shop/order_ports.hpp"

namespace asterism::shop {

struct OrderLineView {
    SkuId sku;
    std::string product;
    std::string title;
    std::string title_url;
    std::string color;
    std::string size;
    std::string description;
    std::optional<std::string> picture;
    std::int64_t quantity = 0;
    std::string price;
    std::string discount;
    std::optional<Availability> availability = {};

    static constexpr void fields(auto&& see) {
        see("sku", &OrderLineView::sku, "What was bought.");
        see("product", &OrderLineView::product, "What addresses called its product.");
        see("title", &OrderLineView::title, "What the product was called.");
        see("title_url", &OrderLineView::title_url, "The same, as an address shows it.");
        see("color", &OrderLineView::color, "Its color, or empty.");
        see("size", &OrderLineView::size, "Its size, or empty.");
        see("description", &OrderLineView::description, "What sets it apart.");
        see("picture", &OrderLineView::picture, "Where its picture lay, or null.");
        see("quantity", &OrderLineView::quantity, "How many pieces.");
        see("price", &OrderLineView::price, "What a piece cost then.");
        see("discount", &OrderLineView::discount, "The line's part of the discount.");
        see("availability", &OrderLineView::availability,
            "Whether it can be had today; null: nobody asked.");
    }
};

struct OrderCodeView {
    DiscountId id;
    std::string code;
    std::string description;
    DiscountKind kind = DiscountKind::percent_off;
    std::string amount;
    std::string order_minimum;
    bool combinable = false;
    bool counts = false;
    std::optional<Instant> starts = {};
    std::optional<Instant> ends = {};

    static constexpr void fields(auto&& see) {
        see("id", &OrderCodeView::id, "The code's number.");
        see("code", &OrderCodeView::code, "As it was typed in.");
        see("description", &OrderCodeView::description, "What it did; {} stands for the amount.");
        see("kind", &OrderCodeView::kind, "What it took something off.");
        see("amount", &OrderCodeView::amount, "Percents, money or months, with two decimals.");
        see("order_minimum", &OrderCodeView::order_minimum, "What the items had to come to.");
        see("combinable", &OrderCodeView::combinable, "Meant to go with other codes.");
        see("counts", &OrderCodeView::counts, "Whether it took something off.");
        see("starts", &OrderCodeView::starts, "Good from then on; null: nobody asked.");
        see("ends", &OrderCodeView::ends, "Good until then; null: the same.");
    }
};

struct OrderAddress {
    std::string name;
    std::string line1;
    std::string line2;
    std::string city;
    std::string state;
    std::string zip;
    std::string country;
    std::string country_code;

    static constexpr void fields(auto&& see) {
        see("name", &OrderAddress::name, "Who lives there.");
        see("line1", &OrderAddress::line1, "Street and number.");
        see("line2", &OrderAddress::line2, "More of it.");
        see("city", &OrderAddress::city, "The town.");
        see("state", &OrderAddress::state, "The state or province.");
        see("zip", &OrderAddress::zip, "The postal code.");
        see("country", &OrderAddress::country, "The country.");
        see("country_code", &OrderAddress::country_code, "The same in two letters.");
    }
};

struct OrderStatusView {
    std::string status;
    Phase phase = Phase::accepted;
    Instant at;
    std::string note;
    std::string title;
    std::string description;

    static constexpr void fields(auto&& see) {
        see("status", &OrderStatusView::status, "The status's identifier.");
        see("phase", &OrderStatusView::phase, "How far that is.");
        see("at", &OrderStatusView::at, "Since when.");
        see("note", &OrderStatusView::note, "What was said with it, or empty.");
        see("title", &OrderStatusView::title, "What buyers call it.");
        see("description", &OrderStatusView::description, "What it means to them.");
    }
};

struct OrderView {
    std::string identifier;
    Instant ordered_at;
    Currency currency = Currency::usd;
    std::vector<OrderLineView> lines;
    std::vector<OrderCodeView> codes;
    std::string shipping_method;
    std::string carrier;
    std::string tracking;
    std::string tracking_base;
    ShopTotals totals;
    std::string promotion;
    std::string paid;
    std::string email;
    std::string payment_kind;
    std::string card_name;
    std::optional<OrderAddress> shipping_address;
    OrderAddress billing_address;
    std::vector<OrderStatusView> history;

    static constexpr void fields(auto&& see) {
        see("identifier", &OrderView::identifier, "What the order is called.");
        see("ordered_at", &OrderView::ordered_at, "When it was made.");
        see("currency", &OrderView::currency, "Of all amounts.");
        see("lines", &OrderView::lines, "What was bought.");
        see("codes", &OrderView::codes, "Codes that were in the cart.");
        see("shipping_method", &OrderView::shipping_method, "How it goes.");
        see("carrier", &OrderView::carrier, "Who carries it.");
        see("tracking", &OrderView::tracking, "The parcel's number, or empty.");
        see("tracking_base", &OrderView::tracking_base,
            "An address to which that is appended, or empty.");
        see("totals", &OrderView::totals, "What it cost.");
        see("promotion", &OrderView::promotion, "What the other side took off besides.");
        see("paid", &OrderView::paid, "What was paid.");
        see("email", &OrderView::email, "Where the order's mail went.");
        see("payment_kind", &OrderView::payment_kind, "How it was paid.");
        see("card_name", &OrderView::card_name, "Who paid.");
        see("shipping_address", &OrderView::shipping_address,
            "Where it goes; null where nothing is sent.");
        see("billing_address", &OrderView::billing_address, "Who is billed.");
        see("history", &OrderView::history, "Its statuses, oldest first.");
    }
};

struct OrderCard {
    OrderId id;
    std::string identifier;
    Instant ordered_at;
    std::string total;
    std::string status;
    std::string email;

    static constexpr void fields(auto&& see) {
        see("id", &OrderCard::id, "The order's number, for the next page.");
        see("identifier", &OrderCard::identifier, "What the order is called.");
        see("ordered_at", &OrderCard::ordered_at, "When it was made.");
        see("total", &OrderCard::total, "What it cost.");
        see("status", &OrderCard::status, "Where it is now: a status's identifier.");
        see("email", &OrderCard::email, "Where its mail went.");
    }
};

struct OrderPage {
    std::vector<OrderCard> items;
    std::optional<OrderId> next;

    static constexpr void fields(auto&& see) {
        see("items", &OrderPage::items, "Orders, newest first.");
        see("next", &OrderPage::next, "What to ask for the next page with; null: no more.");
    }
};

/// What is said today of what an order names. What is missing is left out of the view.
struct OrderWords {
    std::vector<Status> statuses = {};
    std::vector<ShippingMethod> methods = {};
    std::vector<Item> items = {};
    std::vector<Discount> codes = {};
};

OrderView view_of(const PlacedOrder& order, const OrderWords& words);
OrderCard card_of(const PlacedOrder& order);

}  // namespace asterism::shop
