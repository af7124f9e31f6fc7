#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http::testing {

namespace json = boost::json;

struct Starview : UnlimitedSite {
    Starview() {
        account("ada");
        sign_in("ada");
    }

    Response add(std::string_view name, double latitude, double longitude) {
        return ask(
            Verb::post, "/api/locations/",
            json::serialize(json::object{
                {"name", json::string(name)}, {"latitude", latitude}, {"longitude", longitude}}));
    }

    json::value see(std::string_view target) { return body_of(ask(Verb::get, target)); }

    std::int64_t count(std::string_view query) {
        return see("/api/locations/" + std::string(query)).at("count").as_int64();
    }
};

/// Keys and types as the contract's section 3.3 has them: s string, n number, i integer, b truth, a
/// list, o object, - null.
inline void check_keys(
    const json::value& view,
    std::initializer_list<std::pair<std::string_view, std::string_view>> wanted) {
    const auto& object = view.as_object();
    CHECK(object.size() == wanted.size());
    for (const auto& [name, kinds] : wanted) {
        CAPTURE(name);
        const auto* value = object.if_contains(name);
        REQUIRE(value);
        const char kind = value->is_string()   ? 's'
                          : value->is_int64()  ? 'i'
                          : value->is_double() ? 'n'
                          : value->is_bool()   ? 'b'
                          : value->is_array()  ? 'a'
                          : value->is_object() ? 'o'
                                               : '-';
        CHECK((kinds.find(kind) != kinds.npos || (kind == 'i' && kinds[0] == 'n')));
    }
}

}  // namespace asterism::http::testing
