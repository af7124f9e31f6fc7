#include "libcore/base/email.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/fakes/slug.hpp"

namespace asterism {
namespace {

using namespace std::string_literals;

const std::string l63(63, 'd');
/// A domain of 189 characters, and with it the rest of the longest addresses.
const std::string long_domain = l63 + "." + l63 + "." + std::string(61, 'd');

}  // namespace

TEST_CASE("email: takes dot-strings before a domain of two labels or more") {
    for (const auto& raw :
         {"a@b.co"s, "A@x.IO"s, "first.last@example.org"s, "a+tag@sub.example.org"s,
          "!#$%&'*+-/=?^_`{|}~@example.org"s, "1@2.d"s, "a@xn--e1afmkfd.xn--p1ai"s, "a@1.2.3.d4"s,
          "a@b-c.d-e"s, std::string(64, 'a') + "@b.co", "a@" + l63 + ".co",
          std::string(64, 'a') + "@" + long_domain}) {
        CAPTURE(raw);
        CHECK(Email::parse(raw));
    }
}

TEST_CASE("email: refuses whatever else looks like an address") {
    for (const auto& raw : {""s,
                            "a"s,
                            "@"s,
                            "a@"s,
                            "@b.co"s,
                            "a@b"s,
                            "a@localhost"s,
                            "a@b@c.de"s,
                            ".a@b.co"s,
                            "a.@b.co"s,
                            "a..b@c.de"s,
                            "a@.b.co"s,
                            "a@b..co"s,
                            "a@b.co."s,
                            "a@-b.co"s,
                            "a@b-.co"s,
                            "a@b.-co"s,
                            "a@b.c_d"s,
                            "a@127.0.0.1"s,
                            "a@b.123"s,
                            "a@[127.0.0.1]"s,
                            "\"a b\"@c.de"s,
                            "a b@c.de"s,
                            "a@b c.de"s,
                            "a@b.co\nBcc: x@y.de"s,
                            "a\r\n@b.co"s,
                            "a\0@b.co"s,
                            "a@b.co\0"s,
                            "a(x)@b.co"s,
                            "a,b@c.de"s,
                            "<a@b.co>"s,
                            "m\xC4\xB1ke@b.co"s,
                            "mike@\xC4\xB3.com"s,
                            "a@b\xE3\x80\x82"
                            "co"s,
                            "a\x7F@b.co"s,
                            std::string(65, 'a') + "@b.co",
                            "a@" + l63 + "d.co"}) {
        CAPTURE(raw);
        CHECK(tests::slug(Email::parse(raw)) == "invalid_email");
    }
}

TEST_CASE("email: has 254 characters at most, blanks at the ends not counted") {
    REQUIRE(long_domain.size() == 189);
    const auto fits = std::string(64, 'a') + "@" + long_domain;
    REQUIRE(fits.size() == 254);
    CHECK(Email::parse(fits));
    CHECK(Email::parse("  " + fits + "\n"));
    CHECK_FALSE(Email::parse(fits + "d"));
}

TEST_CASE("email: is compared in lower case and kept as it was written") {
    const auto written = Email::parse(" Ada.L@Example.ORG ");
    REQUIRE(written);
    CHECK(written->given() == "Ada.L@Example.ORG");
    CHECK(written->normal() == "ada.l@example.org");
    CHECK(*written == *Email::parse("ada.l@EXAMPLE.org"));
    CHECK(*written != *Email::parse("adal@example.org"));
}

}  // namespace asterism
