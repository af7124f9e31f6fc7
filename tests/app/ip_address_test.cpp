#include "shells/app/ip_address.hpp"

#include <string>

#include <doctest/doctest.h>

namespace asterism::app {
namespace {

std::string again(std::string_view text) {
    const auto address = read_ip(text);
    return address ? text_of(*address) : "none";
}

bool holds(std::string_view range, std::string_view address) {
    return read_ip_range(range).value().holds(read_ip(address).value());
}

}  // namespace

TEST_CASE("ip address: is read in every usual form and written in one") {
    CHECK(again("192.0.2.1") == "192.0.2.1");
    CHECK(again("2001:DB8:0:0::0001") == "2001:db8::1");
    CHECK(again("::1") == "::1");
    CHECK(again("::ffff:192.0.2.1") == "192.0.2.1");
    CHECK(again("::ffff:c000:201") == "192.0.2.1");
    using namespace std::string_view_literals;
    for (const auto text :
         {""sv, "192.0.2"sv, "192.0.2.256"sv, "192.0.2.01"sv, "0xC0000201"sv, "192.0.2.1:80"sv,
          "[::1]"sv, "fe80::1%eth0"sv, "1::2::3"sv, "localhost"sv, " ::1"sv, "::1\0"sv,
          "0000:0000:0000:0000:0000:0000:0000:0000:0000:0000:0001"sv}) {
        CAPTURE(text);
        CHECK(again(text) == "none");
    }
}

TEST_CASE("ip address: a household is one address of IPv4, and 64 bits of IPv6") {
    const auto same = [](std::string_view a, std::string_view b) {
        return read_ip(a)->household() == read_ip(b)->household();
    };
    CHECK(same("2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff"));
    CHECK_FALSE(same("2001:db8:0:1::1", "2001:db8:0:2::1"));
    CHECK_FALSE(same("192.0.2.1", "192.0.2.2"));
    CHECK(same("192.0.2.1", "::ffff:192.0.2.1"));
}

TEST_CASE("ip range: holds from its first address to its last and none beside") {
    CHECK(holds("10.0.0.0/8", "10.0.0.0"));
    CHECK(holds("10.0.0.0/8", "10.255.255.255"));
    CHECK_FALSE(holds("10.0.0.0/8", "11.0.0.0"));
    CHECK_FALSE(holds("10.0.0.0/8", "9.255.255.255"));
    CHECK(holds("192.0.2.128/25", "192.0.2.128"));
    CHECK_FALSE(holds("192.0.2.128/25", "192.0.2.127"));
    CHECK(holds("192.0.2.7", "192.0.2.7"));
    CHECK_FALSE(holds("192.0.2.7/32", "192.0.2.6"));
    CHECK(holds("0.0.0.0/0", "255.255.255.255"));
    CHECK_FALSE(holds("0.0.0.0/0", "2001:db8::1"));
    CHECK(holds("fd00::/8", "fdff::1"));
    CHECK_FALSE(holds("fd00::/8", "fe00::1"));
    CHECK(holds("10.0.0.0/8", "::ffff:10.1.2.3"));
    CHECK(holds("::/0", "2001:db8::1"));
}

TEST_CASE("ip range: what is none is told") {
    for (const auto* text : {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8",
                             "10.0.0.0/ 8", "fd00::/129", "10.0.0.0/8x", "ten/8", "*"}) {
        CAPTURE(text);
        CHECK_FALSE(read_ip_range(text).has_value());
    }
}

}  // namespace asterism::app
