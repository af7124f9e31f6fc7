#pragma once

#include <set>
#include <string>

#include <boost/json/serialize.hpp>

#include "libcore/shop/settling.hpp"
#include "tests/http/shop_site.hpp"

namespace asterism::http::testing {

/// A shop with the contract's clips and bands, its ways of shipping and its statuses, and two
/// codes; and a visitor whose page is open.
struct OrderSite : ShopSite {
    OrderSite() {
        store.write([&](app::Unit& unit) {
            fill_shelves(unit);
            fill_desk(unit);
            return true;
        });
        open_page();
    }

    boost::json::value see(std::string_view target) { return body_of(look(target)); }

    boost::json::value send(std::string_view target, const std::string& fields) {
        return body_of(form(target, fields));
    }

    boost::json::value add(shop::SkuId sku, std::string_view quantity) {
        return send("/order/cart-add-product-sku",
                    "sku_id=" + std::to_string(sku.value) + "&quantity=" + std::string(quantity));
    }

    /// Goes to pay, and says at which counter.
    std::string counter(const std::string& fields = "anonymous_email_address=eve%40example.org") {
        const auto said = send("/order/create-checkout-session", fields);
        return text_of(said, "/session_id");
    }

    /// The money for what is to be paid at that counter.
    shop::Payment money(const std::string& session) const {
        return money_at(payments, session, "eve@example.org");
    }

    /// Whoever takes the money tells this when he is asked.
    void pay(const std::string& session) { payments.payments.push_back(money(session)); }

    boost::json::value come_back(const std::string& session) {
        return see("/order/checkout-session-success?session_id=" + session);
    }

    /// A whole order of what is in the cart.
    std::string buy() {
        const auto session = counter();
        pay(session);
        return text_of(come_back(session), "/order_identifier");
    }

    /// The text at that place of a document; "null", "none" or what else it is.
    static std::string text_of(const boost::json::value& document, std::string_view pointer) {
        boost::system::error_code trouble;
        const auto* found = document.find_pointer(pointer, trouble);
        if (!found) return "none";
        return found->is_string() ? std::string(found->get_string())
                                  : boost::json::serialize(*found);
    }

    static std::set<std::string> keys_of(const boost::json::value& document,
                                         std::string_view pointer = "") {
        std::set<std::string> out;
        for (const auto& [name, value] : document.at_pointer(pointer).as_object())
            out.emplace(name);
        return out;
    }

    shop::SkuId clip;       ///< 3.50, in stock
    shop::SkuId right;      ///< 3.50, back-ordered
    shop::SkuId band;       ///< 14.99, without a picture of its own
    shop::SkuId priceless;  ///< it cannot be bought yet
    shop::DiscountId ten_percent;
    shop::DiscountId twenty_off;  ///< from 100.00 on

private:
    static constexpr Money usd(std::int64_t minor) { return {minor, Currency::usd}; }

    shop::SkuId sku(app::Unit& unit, shop::ProductId product, std::string_view description,
                    std::int64_t cents, shop::Availability availability) {
        shop::Sku out;
        out.product = product;
        out.availability = availability;
        out.color = "Silver";
        out.size = "Medium";
        out.description = description;
        if (cents > 0) out.prices = {{usd(cents), now - std::chrono::days{365}}};
        return unit.products().add_sku(out);
    }

    void fill_shelves(app::Unit& unit) {
        using enum shop::Availability;
        auto& products = unit.products();
        const auto clips = *products.add(
            {{}, "bSusp6dBHm", "Paper Clips", "PaperClips", "Hold it!", "They hold.", ""});
        clip = sku(unit, clips, "Left Sided Paperclip", 350, in_stock);
        right = sku(unit, clips, "Right sided paperclip", 350, back_ordered);
        priceless = sku(unit, clips, "Golden paperclip", 0, in_stock);
        products.add_picture(clips, {}, {{}, "/img/product/paper_clip_main_2.jpg", "", true});
        products.add_picture(clips, clip, {{}, "/img/product/paper_clip_left_2.jpg", "Left", true});
        products.add_video(clips,
                           {{}, "https://player.vimeo.com/video/334006583", "/img/v.jpg", ""});
        const auto bands =
            *products.add({{}, "v26ujdy3N1", "Rubber Bands", "RubberBands", "", "", ""});
        band = sku(unit, bands, "Multiple sizes and colors", 1'499, in_stock);
        products.add_picture(bands, {}, {{}, "/img/product/rubber_bands_2.jpg", "", true});
    }

    void fill_desk(app::Unit& unit) {
        auto& methods = unit.shipping_methods();
        methods.add(
            {{}, "USPSPriorityMail2Day", "USPS Priority Mail 2-Day", usd(1'365), "https://u/?n="});
        methods.add({{}, "USPSRetailGround", "USPS Retail Ground", usd(956), "https://u/?n="});
        methods.add({{}, "None", "None", usd(0), "", false, false});
        auto& statuses = unit.order_statuses();
        statuses.add({"accepted", "Accepted", "We have it.", shop::Phase::accepted});
        statuses.add({"shipped", "Shipped", "It is on its way.", shop::Phase::shipped});
        const auto year = std::chrono::days{365};
        auto& codes = unit.discounts();
        ten_percent = *codes.add({{},
                                  "WELCOME10",
                                  "{}% off",
                                  shop::DiscountKind::percent_off,
                                  1'000,
                                  usd(0),
                                  now - year,
                                  now + year,
                                  false,
                                  ""});
        twenty_off = *codes.add({{},
                                 "TWENTY",
                                 "${} off",
                                 shop::DiscountKind::amount_off,
                                 2'000,
                                 usd(10'000),
                                 now - year,
                                 now + year,
                                 true,
                                 ""});
        codes.add({{},
                   "APRIL50PERCENT",
                   "{}% off",
                   shop::DiscountKind::percent_off,
                   5'000,
                   usd(0),
                   now - year,
                   now - year / 2,
                   false,
                   ""});
    }
};

}  // namespace asterism::http::testing
