#include "shells/http/target.hpp"

#include <doctest/doctest.h>

namespace asterism::http {
namespace {

bool accepts(std::string_view raw) {
    Target target;
    return read_target(raw, target);
}

TEST_CASE("target: splits a path into decoded segments") {
    Target target;
    REQUIRE(read_target("/users/J%C3%B8rn%20B/?a=b&c", target));
    CHECK(target.path == "/users/J\xC3\xB8rn B/");
    REQUIRE(target.segments.size() == 3);
    CHECK(target.segments[1] == "J\xC3\xB8rn B");
    CHECK(target.segments[2].empty());
    CHECK(target.query == "a=b&c");
}

TEST_CASE("target: can be read into again") {
    Target target;
    REQUIRE(read_target("/a/b/c", target));
    REQUIRE(read_target("/", target));
    CHECK(target.segments.size() == 1);
    CHECK(target.path == "/");
}

TEST_CASE("target: decodes once, and refuses what would mean something else afterwards") {
    for (const auto* raw : {"/api/%2e%2e/x", "/media/..%2f..%2fetc/passwd", "/a%00b", "/a%ff",
                            "/a\\b", "/a%5cb", "/../x", "/./x", "/a/..", "/a%2", "/a%zz", "/a b",
                            "/a\x80", "/a#b", "/a?b c", "", "x", "http://other/", "*"}) {
        CAPTURE(raw);
        CHECK_FALSE(accepts(raw));
    }
    Target target;
    REQUIRE(read_target("/%252e%252e/", target));
    CHECK(target.segments[0] == "%2e%2e");
}

TEST_CASE("pairs: read as forms and queries are") {
    const auto pairs = read_pairs("a=1&b=x+y%26z&&c&a=2&=v");
    REQUIRE(pairs);
    const Pairs wanted{{"a", "1"}, {"b", "x y&z"}, {"c", ""}, {"a", "2"}, {"", "v"}};
    CHECK(*pairs == wanted);
    CHECK(read_pairs("")->empty());
    for (const auto* raw : {"a=%", "a=%f", "a=%00", "a=%ff", "%c3=1"}) {
        CAPTURE(raw);
        CHECK_FALSE(read_pairs(raw));
    }
}

TEST_CASE("encoded: leaves only unreserved characters as they are") {
    CHECK(encoded("a-._~Z9") == "a-._~Z9");
    CHECK(encoded("a b/ø") == "a%20b%2F%C3%B8");
}

}  // namespace
}  // namespace asterism::http
