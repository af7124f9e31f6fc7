#pragma once

#include "libcore/shop/checkout.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::shop {

using tests::instant;
using tests::slug;
using tests::slug_at;

constexpr Money usd(std::int64_t minor) { return {minor, Currency::usd}; }

inline const Instant noon = instant("2026-03-01T12:00:00Z");

inline const std::string reference = "Ref0000000000000000001";

/// Something for sale since a year.
inline Item item(std::int64_t id, std::int64_t cents, Supply stock = {}) {
    Item out;
    out.sku.id = {id};
    out.sku.stock = stock;
    out.sku.color = "Silver";
    out.sku.size = "Medium";
    out.sku.description = "Left sided";
    out.sku.prices = {{usd(cents), noon - std::chrono::hours(8'760)}};
    out.product = "bSusp6dBHm";
    out.title = "Paper Clips";
    out.title_url = "PaperClips";
    out.picture = "/img/clip.jpg";
    return out;
}

inline Discount ten_percent() {
    return {{1},   "WELCOME10", "{}% off", DiscountKind::percent_off,
            1'000, usd(0),      noon,      noon + std::chrono::hours(24),
            false, ""};
}

inline ShippingMethod ground() {
    return {{2}, "USPSRetailGround", "USPS Retail Ground", usd(956), "https://usps/?n="};
}

/// 3 clips at 3.50 and 2 bands at 14.99, ten percent off, by ground: 10.50 + 29.98 - 4.05 + 9.56.
inline Contents contents() {
    return {{{3}, {{}, "visitor"}, {{{1}, 3}, {{7}, 2}}, {{1}}, ShippingMethodId{2}},
            {item(1, 350, {10}), item(7, 1'499)},
            {ten_percent()},
            ground()};
}

inline Snapshot snapshot(const Policy& policy = {}) {
    return *freeze(contents(), {reference, "ada@example.org"}, policy, noon);
}

/// The money for it.
inline Payment payment(const Snapshot& of, const std::string& session = "cs_1") {
    Payment out;
    out.reference = of.reference;
    out.session = session;
    out.intent = "pi_1";
    out.state = PaymentState::paid;
    out.amount = of.totals.total.minor;
    out.currency = "usd";
    out.live = of.live;
    out.email = "Ada@Example.org";
    out.name = "Ada King Lovelace";
    out.billing = {"Ada King Lovelace", "1 Main St", "", "Springfield", "IL", "62701", "US", "US"};
    out.shipping = out.billing;
    return out;
}

/// The snapshot on its way, at the counter cs_1.
inline Checkout checkout(const Snapshot& of, Stage stage = Stage::open) {
    Checkout out;
    out.reference = of.reference;
    out.frozen = sealed(tests::PlainFingerprint{}, of);
    out.cart = of.cart;
    out.owner = of.owner;
    out.session = "cs_1";
    out.stage = stage;
    return out;
}

}  // namespace asterism::shop
