#include "libcore/shop/snapshot.hpp"

#include <doctest/doctest.h>

#include "tests/shop/goods.hpp"

namespace asterism::shop {
namespace {

std::string freezing(auto change, Instant at = noon) {
    auto now = contents();
    change(now);
    return slug(freeze(now, {reference, ""}, {}, at));
}

std::int64_t charged(const Snapshot& frozen) {
    std::int64_t sum = 0;
    const auto all = charges(frozen);
    REQUIRE(all);
    for (const Charge& each : *all) sum += each.quantity * each.each.minor;
    return sum;
}

const tests::PlainFingerprint fingerprint;

}  // namespace

TEST_CASE("snapshot: it holds the lines, prices, codes and shipping of its moment") {
    const auto frozen = snapshot();
    CHECK(frozen.reference == reference);
    CHECK(frozen.totals.total == usd(4'599));
    REQUIRE(frozen.lines.size() == 2);
    CHECK(frozen.lines[0].each == usd(350));
    CHECK(frozen.lines[0].discount == usd(105));
    CHECK(frozen.lines[1].discount == usd(300));
    CHECK(frozen.codes.at(0).counts);
    CHECK(frozen.shipping.identifier == "USPSRetailGround");
    CHECK(frozen.owner.visitor == "visitor");
    CHECK(frozen.needs_address);
}

TEST_CASE("snapshot: a cart that cannot be ordered is refused for the first of its faults") {
    auto faulty = contents();
    faulty.items[0].sku.availability = Availability::back_ordered;
    faulty.shipping.reset();
    faulty.cart.lines = {{{1}, 0}};
    const auto refused = [&] { return slug(freeze(faulty, {reference, ""}, {}, noon)); };
    CHECK(refused() == "empty_cart");
    faulty.cart.lines = {{{1}, 3}, {{99}, 1}};
    CHECK(refused() == "no_shipping_method");
    faulty.shipping = ground();
    CHECK(refused() == "unknown_sku");  // 99 is there no more
    faulty.cart.lines.pop_back();
    CHECK(refused() == "not_enough_left");
    faulty.items[0].sku.availability = Availability::in_stock;
    CHECK(refused() == "ok");
}

TEST_CASE("snapshot: nothing is sold that is not there, nor without a price") {
    CHECK(freezing([](Contents& now) { now.cart.lines[0].quantity = 11; }) == "not_enough_left");
    CHECK(freezing([](Contents& now) { now.cart.lines[0].quantity = 10; }) == "ok");
    CHECK(freezing([](Contents& now) { now.items[0].sku.prices.clear(); }) == "no_price");
    CHECK(freezing([](Contents& now) { now.items[1].sku.retired = true; }) == "unknown_sku");
}

TEST_CASE("snapshot: lines of no pieces are not ordered, nor judged") {
    auto now = contents();
    now.cart.lines[0].quantity = 0;
    now.items[0].sku.availability = Availability::out_of_stock;
    const auto frozen = freeze(now, {reference, ""}, {}, noon);
    REQUIRE(frozen);
    REQUIRE(frozen->lines.size() == 1);
    CHECK(frozen->lines[0].sku == SkuId{7});
    CHECK(frozen->lines[0].discount == frozen->totals.item_discount);
}

TEST_CASE("snapshot: a code whose time is over when the cart goes to pay takes nothing off") {
    const auto late = freeze(contents(), {reference, ""}, {}, noon + std::chrono::hours(25));
    REQUIRE(late);
    CHECK_FALSE(late->codes.at(0).counts);
    CHECK(late->totals.total == usd(5'004));
}

TEST_CASE("snapshot: what is charged sums up to the total") {
    const auto frozen = snapshot();
    CHECK(charged(frozen) == 4'599);
    const auto all = *charges(frozen);
    CHECK(all.front() == Charge{"Paper Clips", "Silver - Medium", "/img/clip.jpg", 3, usd(315)});
    CHECK(all.back() == Charge{"Shipping", "", "", 1, usd(956)});
    for (std::int64_t off = 1; off <= 5'000; off += 7) {
        auto now = contents();
        now.codes[0].kind = DiscountKind::amount_off;
        now.codes[0].amount = off;
        const auto some = *freeze(now, {reference, ""}, {}, noon);
        REQUIRE(charged(some) == some.totals.total.minor);
    }
}

TEST_CASE("snapshot: however long the cart, a counter takes its charges") {
    for (const std::size_t count : {49U, 98U, 99U, 100U, 200U}) {
        auto now = contents();
        const auto item = now.items[0];
        now.cart.lines.clear();
        now.items.clear();
        for (std::size_t i = 0; i < count; ++i) {
            const auto id = static_cast<std::int64_t>(i + 1);
            now.cart.lines.push_back({{id}, 3});
            now.items.push_back(item);
            now.items.back().sku.id = {id};
        }
        now.codes[0].kind = DiscountKind::amount_off;
        now.codes[0].amount = 1'001;
        const auto frozen = *freeze(now, {reference, ""}, {}, noon);
        INFO(count);
        CHECK(frozen.lines.size() == count);
        CHECK(charged(frozen) == frozen.totals.total.minor);
        const auto all = *charges(frozen);
        CHECK(all.size() <= 100);
        CHECK(all.back().name == "Shipping");
        CHECK((all.front().quantity == 1) == (count > 49));
    }
}

TEST_CASE("snapshot: free shipping is no charge") {
    auto now = contents();
    now.codes[0].kind = DiscountKind::free_shipping;
    now.codes[0].shipping_method = "USPSRetailGround";
    const auto frozen = *freeze(now, {reference, ""}, {}, noon);
    CHECK(frozen.totals.shipping_discount == usd(956));
    CHECK(charges(frozen)->size() == 2);
    CHECK(charged(frozen) == 4'048);
}

TEST_CASE("snapshot: the form as bytes is one, and is read back whole") {
    auto frozen = snapshot();
    frozen.lines[0].title = "Clips\n3:a\0b – ünïcode";
    frozen.lines[1].color = "";
    const auto bytes = canonical(frozen);
    CHECK(bytes.starts_with("asterism shop snapshot 1\n22:Ref0000000000000000001\n1:3\n1:0\n"));
    CHECK(read_canonical(bytes) == frozen);
    CHECK(read_canonical(canonical({})) == Snapshot{});
}

TEST_CASE("snapshot: what differs in anything differs in its bytes") {
    const auto one = canonical(snapshot());
    const auto other = [&](auto change) {
        auto frozen = snapshot();
        change(frozen);
        return canonical(frozen) != one && read_canonical(canonical(frozen)) == frozen;
    };
    CHECK(other([](Snapshot& s) { s.reference += "x"; }));
    CHECK(other([](Snapshot& s) { s.owner = {{5}, ""}; }));
    CHECK(other([](Snapshot& s) { s.email = ""; }));
    CHECK(other([](Snapshot& s) { s.currency = Currency::gbp; }));
    CHECK(other([](Snapshot& s) { s.live = true; }));
    CHECK(other([](Snapshot& s) { s.promotions = true; }));
    CHECK(other([](Snapshot& s) { s.needs_address = false; }));
    CHECK(other([](Snapshot& s) { s.lines.pop_back(); }));
    CHECK(other([](Snapshot& s) { s.lines[0].each.minor += 1; }));
    CHECK(other([](Snapshot& s) { std::swap(s.lines[0], s.lines[1]); }));
    CHECK(other([](Snapshot& s) { std::swap(s.lines[0].color, s.lines[0].size); }));
    CHECK(other([](Snapshot& s) { s.codes[0].counts = false; }));
    CHECK(other([](Snapshot& s) { s.totals.total.minor -= 1; }));
    CHECK(other([](Snapshot& s) { s.made_at += std::chrono::microseconds(1); }));
    CHECK(other([](Snapshot& s) { s.language = Language::en; }));
}

TEST_CASE("snapshot: with a language it has a form of its own, in which nothing else is read") {
    auto frozen = snapshot();
    frozen.language = Language::pt_br;
    auto bytes = canonical(frozen);
    CHECK(bytes.starts_with("asterism shop snapshot 2\n"));
    CHECK(bytes.ends_with("\n5:pt-BR"));
    CHECK(read_canonical(bytes) == frozen);
    auto older = bytes;
    older[std::string_view("asterism shop snapshot ").size()] = '1';
    CHECK_FALSE(read_canonical(older));
    CHECK_FALSE(read_canonical(bytes.substr(0, bytes.rfind('\n'))));
    CHECK_FALSE(read_canonical(bytes.replace(bytes.size() - 5, 5, "xx-XX")));
}

TEST_CASE("snapshot: bytes that were cut, grown or changed are not read as the same") {
    const auto frozen = snapshot();
    const auto bytes = canonical(frozen);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        REQUIRE_FALSE(read_canonical(std::string_view(bytes).substr(0, i)));
        auto changed = bytes;
        changed[i] ^= 1;
        REQUIRE(read_canonical(changed) != frozen);
    }
    CHECK_FALSE(read_canonical(bytes + "\n0:"));
    CHECK_FALSE(read_canonical("asterism shop snapshot 1\n99999999999999999999:x"));
    CHECK_FALSE(read_canonical(""));
}

TEST_CASE("snapshot: its hash tells whether anybody touched it") {
    const auto kept = sealed(fingerprint, snapshot());
    CHECK(opened(fingerprint, kept) == snapshot());
    auto cheaper = snapshot();
    cheaper.totals.total = usd(1);
    CHECK_FALSE(opened(fingerprint, {canonical(cheaper), kept.hash}));
    CHECK_FALSE(opened(fingerprint, {"nonsense", fingerprint.of("nonsense")}));
}

}  // namespace asterism::shop
