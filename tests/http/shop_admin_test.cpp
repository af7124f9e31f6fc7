#include <doctest/doctest.h>

#include "tests/http/shop.hpp"

namespace asterism::http {
namespace {

using testing::body_of;
using testing::code_of;
using testing::Shop;

}  // namespace

TEST_CASE_FIXTURE(Shop, "shop admin: its doors open to the staff alone") {
    account("ada");
    for (const bool signed_in : {false, true}) {
        if (signed_in) REQUIRE(sign_in("ada").status == 200);
        const int status = signed_in ? 403 : 401;
        for (const Route& route : native().routes) {
            if (!route.path.starts_with("/v1/shop/admin/")) continue;
            INFO(route.path);
            std::string target(route.path);
            if (const auto open = target.find('{'); open != target.npos)
                target.replace(open, target.find('}') - open + 1, "1");
            CHECK(ask(route.verb, target, route.verb == Verb::get ? "" : "{}").status == status);
        }
    }
}

TEST_CASE_FIXTURE(Shop, "shop admin: a new price is a line of history, and carts show it") {
    add(2);
    as_sue([&] {
        const auto view = done(
            ask(Verb::post, "/v1/shop/admin/skus/" + sku + "/prices", R"({"price":"4.00"})"), 201);
        CHECK(text(view.at("skus").at(0).at("price")) == "4.00");
        CHECK(code_of(ask(Verb::post, "/v1/shop/admin/skus/" + sku + "/prices",
                          R"({"price":"4.00","since":"2020-01-01T00:00:00Z"})")) ==
              "price_too_early");
        for (const auto* price : {"-1.00", "100000000.00"})
            CHECK(code_of(ask(Verb::post, "/v1/shop/admin/skus/" + sku + "/prices",
                              std::string(R"({"price":")") + price + R"("})")) == "bad_price");
    });
    const auto cart = body_of(ask(Verb::get, "/v1/shop/cart"));
    CHECK(text(cart.at("totals").at("items")) == "8.00");
}

TEST_CASE_FIXTURE(Shop,
                  "shop admin: stock, words and pictures change, and what is retired is gone") {
    as_sue([&] {
        CHECK(done(ask(Verb::put, "/v1/shop/admin/skus/" + sku + "/stock", R"({"left":3})"))
                  .at("skus")
                  .at(0)
                  .at("left") == 3);
        CHECK(code_of(ask(Verb::put, "/v1/shop/admin/skus/" + sku + "/stock", R"({"left":-1})")) ==
              "bad_stock");
        done(ask(Verb::patch, "/v1/shop/admin/skus/" + sku, R"({"availability":"back_ordered"})"));
        const auto shown = done(ask(Verb::post, "/v1/shop/admin/products/" + product + "/pictures",
                                    R"({"url":"/img/clip.jpg","main":true})"),
                                201);
        const auto picture = number(shown.at("pictures").at(0).at("id"));
        CHECK(code_of(ask(Verb::post, "/v1/shop/admin/products/" + product + "/pictures",
                          R"({"url":"javascript:x"})")) == "bad_shop_link");
        CHECK(done(ask(Verb::del, "/v1/shop/admin/pictures/" + picture))
                  .at("pictures")
                  .as_array()
                  .empty());
        CHECK(code_of(ask(Verb::del, "/v1/shop/admin/pictures/" + picture)) == "unknown_picture");
        CHECK(code_of(ask(Verb::post, "/v1/shop/admin/products",
                          R"({"title":"Twin","title_url":"Twin","identifier":"bSusp6dBHm"})")) ==
              "identifier_taken");
        done(ask(Verb::patch, "/v1/shop/admin/products/" + product, R"({"retired":true})"));
    });
    CHECK(done(ask(Verb::get, "/v1/shop/products")).at("items").as_array().empty());
}

TEST_CASE_FIXTURE(Shop, "shop admin: nothing of a product can be had that is offered no more") {
    const auto lines = [&] { return body_of(ask(Verb::get, "/v1/shop/cart")).at("lines"); };
    const auto go = [&] {
        return code_of(ask(Verb::post, "/v1/shop/checkouts", R"({"email":"vera@example.org"})"));
    };
    const auto retire = [&](const std::string& what, std::string_view yes) {
        as_sue([&] {
            done(ask(Verb::patch, "/v1/shop/admin/" + what,
                     R"({"retired":)" + std::string(yes) + "}"));
        });
    };
    add(2);
    for (const auto& what : {"products/" + product, "skus/" + sku}) {
        INFO(what);
        retire(what, "true");
        CHECK(text(lines().at(0).at("availability")) == "out_of_stock");
        CHECK(go() == "unknown_sku");
        CHECK(code_of(add(1)) == "unknown_sku");
        retire(what, "false");
        CHECK(text(lines().at(0).at("availability")) == "in_stock");
    }
    CHECK(lines().at(0).at("quantity") == 2);
}

TEST_CASE_FIXTURE(Shop, "shop admin: what is counted and gone is shown as out of stock") {
    add(2);
    const auto count = [&](std::string_view left) {
        as_sue([&] {
            done(ask(Verb::put, "/v1/shop/admin/skus/" + sku + "/stock",
                     R"({"left":)" + std::string(left) + "}"));
        });
        const auto shown = done(ask(Verb::get, "/v1/shop/products/bSusp6dBHm"));
        const auto line = body_of(ask(Verb::get, "/v1/shop/cart")).at("lines").at(0);
        CHECK(line.at("availability") == shown.at("skus").at(0).at("availability"));
        return text(line.at("availability"));
    };
    CHECK(count("0") == "out_of_stock");
    CHECK(count("1") == "in_stock");
    CHECK(count("null") == "in_stock");
}

TEST_CASE_FIXTURE(Shop,
                  "shop admin: the staff see every price, though nothing is offered any more") {
    const auto here = "/v1/shop/admin/skus/" + sku;
    as_sue([&] {
        done(ask(Verb::post, here + "/prices", R"({"price":"4.00"})"), 201);
        done(
            ask(Verb::post, here + "/prices", R"({"price":"5.00","since":"2099-01-01T00:00:00Z"})"),
            201);
        CHECK(done(ask(Verb::get, here)).at("retired") == false);
        done(ask(Verb::patch, "/v1/shop/admin/products/" + product, R"({"retired":true})"));
        const auto whole = done(ask(Verb::get, here));
        CHECK(whole.at("retired") == true);
        CHECK(text(whole.at("product")) == "bSusp6dBHm");
        CHECK(text(whole.at("availability")) == "in_stock");
        CHECK(whole.at("left") == 10);
        CHECK(whole.at("held") == 0);
        std::string history;
        for (const auto& each : whole.at("prices").as_array())
            history += text(each.at("price")) + " ";
        CHECK(history == "3.50 4.00 5.00 ");
        CHECK(text(whole.at("prices").at(2).at("since")) == "2099-01-01T00:00:00Z");
        CHECK(code_of(ask(Verb::get, "/v1/shop/admin/skus/99")) == "unknown_sku");
    });
}

TEST_CASE_FIXTURE(Shop, "shop admin: no code makes a way of shipping free that there is not") {
    const auto add_free = [&](std::string_view code, std::string_view method) {
        return ask(Verb::post, "/v1/shop/admin/codes",
                   R"({"code":")" + std::string(code) + R"(","kind":"free_shipping",)" +
                       R"("amount":"100.00","starts":"2026-01-01T00:00:00Z",)"
                       R"("ends":"2026-02-01T00:00:00Z","shipping_method":")" +
                       std::string(method) + "\"}");
    };
    as_sue([&] {
        CHECK(code_of(add_free("FREE", "USPSRetailGruond")) == "unknown_shipping_method");
        CHECK(done(ask(Verb::get, "/v1/shop/admin/codes")).at("items").as_array().empty());
        const auto made = done(add_free("FREE", "USPSRetailGround"), 201);
        CHECK(text(made.at("shipping_method")) == "USPSRetailGround");
        CHECK(made.at("left").is_null());
        CHECK(
            done(ask(Verb::patch, "/v1/shop/admin/codes/" + number(made.at("id")), R"({"uses":7})"))
                .at("left") == 7);
        CHECK(done(ask(Verb::patch, "/v1/shop/admin/shipping-methods/USPSRetailGround",
                       R"({"active":false})"))
                  .at("active") == false);
    });
}

TEST_CASE_FIXTURE(Shop, "shop admin: codes, ways of shipping and statuses are listed whole") {
    as_sue([&] {
        const auto code =
            done(ask(Verb::post, "/v1/shop/admin/codes",
                     R"({"code":"ONCE","kind":"amount_off","amount":"5.00","uses":1,)"
                     R"("starts":"2026-01-01T00:00:00Z","ends":"2026-02-01T00:00:00Z"})"),
                 201);
        done(ask(Verb::patch, "/v1/shop/admin/codes/" + number(code.at("id")), R"({"uses":7})"));
        const auto codes = done(ask(Verb::get, "/v1/shop/admin/codes")).at("items").as_array();
        REQUIRE(codes.size() == 1);
        CHECK(codes[0].at("left") == 7);
        CHECK(text(codes[0].at("amount")) == "5.00");
        done(ask(Verb::patch, "/v1/shop/admin/shipping-methods/USPSRetailGround",
                 R"({"active":false})"));
        const auto methods =
            done(ask(Verb::get, "/v1/shop/admin/shipping-methods")).at("items").as_array();
        REQUIRE(methods.size() == 1);
        CHECK(methods[0].at("active") == false);
        done(ask(Verb::post, "/v1/shop/admin/statuses",
                 R"({"identifier":"glued","title":"Glued","phase":"in_work"})"),
             201);
        CHECK(text(done(ask(Verb::patch, "/v1/shop/admin/statuses/glued", R"({"title":"Stuck"})"))
                       .at("title")) == "Stuck");
    });
    const auto statuses = done(ask(Verb::get, "/v1/shop/statuses")).at("items").as_array();
    CHECK(statuses.size() == 1);
}

TEST_CASE_FIXTURE(Shop, "shop admin: what needs a person is listed and settled") {
    store.write([&](app::Unit& unit) {
        unit.incidents().add({shop::IncidentKind::sold_out, "ref", "cs_1", "pi_1", 1'000, "usd",
                              "ada@example.org", now});
        unit.mail_troubles().note("ORD-abc123def4", shop::MailFailure::smtp, "no answer", now);
        unit.alarms().raise("sold_out", now);
        return true;
    });
    as_sue([&] {
        const auto incidents = done(ask(Verb::get, "/v1/shop/admin/incidents"));
        const auto incident = number(incidents.at("items").at(0).at("id"));
        CHECK(text(incidents.at("items").at(0).at("kind")) == "sold_out");
        const auto settle = [&](const std::string& what, const std::string& id,
                                const std::string& body) {
            return ask(Verb::post, "/v1/shop/admin/" + what + "/" + id + "/settlement", body);
        };
        CHECK(code_of(settle("incidents", incident, R"({"note":""})")) == "incident_note_missing");
        done(settle("incidents", incident, R"({"note":"paid back"})"));
        CHECK(code_of(settle("incidents", incident, R"({"note":"again"})")) == "unknown_incident");
        const auto failures = done(ask(Verb::get, "/v1/shop/admin/mail-failures"));
        const auto trouble = number(failures.at("items").at(0).at("id"));
        CHECK(text(failures.at("items").at(0).at("phase")) == "phase_6");
        done(settle("mail-failures", trouble, R"({"note":"called"})"));
        CHECK(code_of(settle("mail-failures", trouble, R"({"note":"x"})")) ==
              "unknown_mail_failure");
        const auto alarms = done(ask(Verb::get, "/v1/shop/admin/alarms"));
        CHECK(alarms.at("items").at(0).at("raised") == 1);
    });
}

}  // namespace asterism::http
