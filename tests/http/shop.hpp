#pragma once

#include <string>

#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http::testing {

/// A site with a shop, and Sue of its staff, who filled it: clips at 3.50, of which there are 10,
/// and a way of shipping at 9.56.
struct Shop : UnlimitedSite {
    Shop() {
        account("sue", Role::staff);
        as_sue([&] {
            product = number(done(ask(Verb::post, "/v1/shop/admin/products",
                                      R"({"title":"Paper Clips","title_url":"PaperClips",)"
                                      R"("identifier":"bSusp6dBHm"})"),
                                  201)
                                 .at("id"));
            const auto view = done(ask(Verb::post, "/v1/shop/admin/products/" + product + "/skus",
                                       R"({"price":"3.50","color":"Silver","left":10})"),
                                   201);
            sku = number(view.at("skus").at(0).at("id"));
            done(ask(Verb::post, "/v1/shop/admin/shipping-methods",
                     R"({"identifier":"USPSRetailGround","carrier":"USPS","cost":"9.56"})"),
                 201);
        });
    }

    /// Does that with Sue's session, whoever the browser was before.
    void as_sue(auto work) {
        const auto before = std::exchange(jar, {});
        REQUIRE(sign_in("sue").status == 200);
        work();
        jar = before;
    }

    static boost::json::object done(const Response& response, int status = 200) {
        INFO(response.body);
        REQUIRE(response.status == status);
        return body_of(response).as_object();
    }

    static std::string number(const boost::json::value& value) {
        return std::to_string(value.as_int64());
    }

    static std::string text(const boost::json::value& value) {
        return std::string(value.as_string());
    }

    /// Puts pieces of the clips into the browser's cart.
    Response add(int quantity) {
        return ask(Verb::post, "/v1/shop/cart/lines",
                   R"({"sku":)" + sku + R"(,"quantity":)" + std::to_string(quantity) + "}");
    }

    std::string product;
    std::string sku;
};

}  // namespace asterism::http::testing
