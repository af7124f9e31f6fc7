#include "shells/http/crowd.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace asterism::http {
namespace {

auto enter(Crowd& crowd, std::string_view from) { return crowd.enter(app::read_ip(from).value()); }

}  // namespace

TEST_CASE("crowd: has room for so many and no more, until one leaves") {
    Crowd crowd(2, 2, {});
    auto first = enter(crowd, "192.0.2.1");
    const auto second = enter(crowd, "192.0.2.2");
    CHECK(first.has_value());
    CHECK(second.has_value());
    CHECK_FALSE(enter(crowd, "192.0.2.3").has_value());
    first.reset();
    CHECK(enter(crowd, "192.0.2.3").has_value());
    CHECK(enter(crowd, "192.0.2.3").has_value());
}

TEST_CASE("crowd: one address takes its share and leaves the others theirs") {
    Crowd crowd(100, 2, {});
    std::vector<std::optional<Crowd::Place>> places;
    for (const auto* from : {"192.0.2.1", "::ffff:192.0.2.1"}) places.push_back(enter(crowd, from));
    CHECK_FALSE(enter(crowd, "192.0.2.1").has_value());
    CHECK(enter(crowd, "192.0.2.2").has_value());
    places.pop_back();
    CHECK(enter(crowd, "192.0.2.1").has_value());
}

TEST_CASE("crowd: all addresses of an IPv6 network are one") {
    Crowd crowd(100, 1, {});
    const auto one = enter(crowd, "2001:db8:0:1::1");
    CHECK_FALSE(enter(crowd, "2001:db8:0:1:ffff::2").has_value());
    CHECK(enter(crowd, "2001:db8:0:2::1").has_value());
}

TEST_CASE("crowd: a proxy's connections are many people's, but count among all") {
    Crowd crowd(3, 1, {app::read_ip_range("10.0.0.0/8").value()});
    std::vector<std::optional<Crowd::Place>> places;
    for (int i = 0; i < 3; ++i) places.push_back(enter(crowd, "10.0.0.1"));
    for (const auto& place : places) CHECK(place.has_value());
    CHECK_FALSE(enter(crowd, "10.0.0.1").has_value());
    CHECK_FALSE(enter(crowd, "192.0.2.1").has_value());
}

}  // namespace asterism::http
