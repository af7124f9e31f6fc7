#include "libcore/shop/offers.hpp"

#include <doctest/doctest.h>

#include "tests/shop/scene.hpp"

namespace asterism::shop {
namespace {

using std::chrono::hours;

struct Offers : Scene {
    static AddCode ten() {
        return {"TEN", DiscountKind::percent_off, "10.00", noon, noon + hours(1)};
    }

    Result<StaffCodeView> make(const AddCode& input) {
        return add_code(run(), sue, discounts, methods, policy, input);
    }

    Result<StaffCodeView> made_with(auto change) {
        auto input = ten();
        change(input);
        return make(input);
    }

    Actor sue{settle("sue", Role::staff), Role::staff};
};

}  // namespace

TEST_CASE_FIXTURE(Offers, "add_code: a code is good at once, and there is one of each") {
    REQUIRE(make(ten()));
    REQUIRE(add(7, 2));
    CHECK(enter("TEN")->totals.item_discount == "3.00");
    CHECK(slug_at(make(ten())) == "identifier_taken at code");
    CHECK(made_with([](AddCode& c) { c.code = "ten"; }));  // its case counts
}

TEST_CASE_FIXTURE(Offers, "add_code: what is no code, no amount or no time is refused") {
    CHECK(slug(made_with([](AddCode& c) { c.code = "T E N"; })) == "bad_code");
    CHECK(slug(made_with([](AddCode& c) { c.amount = "100.01"; })) == "bad_discount");
    CHECK(slug(made_with([](AddCode& c) { c.amount = "0.00"; })) == "bad_discount");
    CHECK(slug_at(made_with([](AddCode& c) { c.amount = "ten"; })) == "bad_amount at amount");
    CHECK(slug_at(made_with([](AddCode& c) { c.order_minimum = "-1"; })) ==
          "bad_price at order_minimum");
    CHECK(slug(made_with([](AddCode& c) { c.ends = noon - hours(1); })) == "bad_dates");
    CHECK(slug_at(made_with([](AddCode& c) { c.uses = -1; })) == "bad_stock at uses");
    CHECK(slug_at(made_with([](AddCode& c) { c.description = std::string(501, 'x'); })) ==
          "bad_shop_word at description");
    CHECK(shop.codes.size() == 2);
}

TEST_CASE_FIXTURE(Offers, "add_code: free shipping is by the usual way if no other is named") {
    REQUIRE(made_with([](AddCode& c) { c.kind = DiscountKind::free_shipping; }));
    CHECK(shop.codes.back().shipping_method == "USPSRetailGround");
    REQUIRE(made_with([](AddCode& c) {
        c.code = "UPS";
        c.kind = DiscountKind::free_shipping;
        c.shipping_method = "UPSGround";
    }));
    CHECK(shop.codes.back().shipping_method == "UPSGround");
    CHECK(slug_at(made_with([](AddCode& c) {
              c.code = "PIGEON";
              c.kind = DiscountKind::free_shipping;
              c.shipping_method = "Pigeon";
          })) == "unknown_shipping_method at shipping_method");
}

TEST_CASE_FIXTURE(Offers, "change_code: how long and how often, but not below what is held") {
    REQUIRE(add(7, 1));
    REQUIRE(enter("ONCE10"));
    REQUIRE(pay());
    const auto change = [&](const ChangeCode& input) {
        return change_code(run(), sue, discounts, input);
    };
    CHECK(slug_at(change({{2}, {}, {}, {}, 0})) == "held_by_buyers at uses");
    CHECK(change({{2}, {}, {}, {}, 5}));
    CHECK(single_use() == Supply{5, 1});
    CHECK(change({{2}, {}, {}, noon})->ends == noon);
    CHECK(slug(change({{2}, {}, noon + hours(1)})) == "bad_dates");
    CHECK(slug(change({{99}})) == "unknown_code");
}

TEST_CASE_FIXTURE(Offers, "shipping methods: come, change their price, and retire") {
    const auto change = [&](const ChangeShippingMethod& input) {
        return change_shipping_method(run(), sue, methods, policy, input);
    };
    CHECK(
        add_shipping_method(run(), sue, methods, policy,
                            {"FedExGround", "FedEx Ground", "10.85", "https://fedex.example/?n="}));
    CHECK(slug_at(add_shipping_method(run(), sue, methods, policy,
                                      {"FedExGround", "FedEx Ground", "10.85"})) ==
          "identifier_taken at identifier");
    CHECK(slug_at(add_shipping_method(run(), sue, methods, policy, {"X", "", "1.00"})) ==
          "bad_shop_word at carrier");
    CHECK(change({"FedExGround", {}, "11.00"})->cost == "11.00");
    CHECK(slug_at(change({"FedExGround", {}, {}, "javascript:1"})) ==
          "bad_shop_link at tracking_base");
    CHECK(slug_at(change({"FedExGround", {}, "x"})) == "bad_amount at cost");
    CHECK(change({"FedExGround", {}, {}, {}, false}));
    CHECK_FALSE(offered_as(shop.methods, "FedExGround"));
    CHECK(slug(change({"nonsense"})) == "unknown_shipping_method");
}

TEST_CASE_FIXTURE(Offers, "statuses: the shop has its own, and orders go through them") {
    CHECK(add_order_status(run(), sue, statuses, {"engraving", "Engraving", Phase::in_work}));
    CHECK(slug_at(add_order_status(run(), sue, statuses, {"engraving", "Again"})) ==
          "identifier_taken at identifier");
    CHECK(slug_at(add_order_status(run(), sue, statuses, {"x", ""})) == "bad_shop_word at title");
    CHECK(list_order_statuses(statuses, {})->items.size() == 7);
    REQUIRE(add(1, 1));
    REQUIRE(pay());
    REQUIRE(hear(Signal::completed, money("cs_1")));
    actor = sue;
    CHECK(move("engraving"));
    CHECK(change_order_status(run(), sue, statuses, {"packing", "Packed", {}, true})->retired);
    CHECK(slug(move("packing")) == "unknown_status");
    CHECK(slug(change_order_status(run(), sue, statuses, {"nonsense"})) == "unknown_status");
}

TEST_CASE_FIXTURE(Offers, "offers: nobody but the staff, and each deed is in the log") {
    REQUIRE(make(ten()));
    REQUIRE(change_order_status(run(), sue, statuses, {"packing", "Packed"}));
    CHECK(told() == std::vector<std::string>{"code_added", "order_status_changed"});
    sue.role = Role::user;
    CHECK(slug(make(ten())) == "merchants_only");
    CHECK(slug(change_code(run(), sue, discounts, {{1}})) == "merchants_only");
    CHECK(slug(add_shipping_method(run(), sue, methods, policy, {"X", "X", "1"})) ==
          "merchants_only");
    CHECK(slug(change_shipping_method(run(), sue, methods, policy, {"UPSGround"})) ==
          "merchants_only");
    CHECK(slug(add_order_status(run(), sue, statuses, {"x", "X"})) == "merchants_only");
    CHECK(slug(change_order_status(run(), sue, statuses, {"packing"})) == "merchants_only");
    CHECK(told().empty());
}

}  // namespace asterism::shop
