#include "shells/outside/stripe_signature.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "shells/outside/digest.hpp"
#include "tests/fakes/instant.hpp"

namespace asterism::outside {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view body = R"({"id":"evt_1","object":"event"})";
const std::vector<std::string> secrets{"whsec_of_the_tests"};
constexpr Instant now = tests::instant("2026-11-27T12:00:00Z");
const std::string moment = "1795780800";

std::string v1(std::string_view secret, std::string_view when, std::string_view what = body) {
    return in_hex(hmac_sha256(secret, std::string(when) + "." + std::string(what)));
}

bool good(std::string_view header, std::string_view what = body, Instant at = now) {
    return is_signed_by(secrets, header, what, at);
}

std::string dated(std::string_view when) {
    return "t=" + std::string(when) + ",v1=" + v1(secrets[0], when);
}

TEST_CASE("stripe signature: as RFC 4231 and the scheme say") {
    CHECK(in_hex(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(signed_header(secrets[0], body, now) == dated(moment));
    CHECK(good(signed_header(secrets[0], body, now)));
}

TEST_CASE("stripe signature: what is around the one that counts does not matter") {
    const auto right = v1(secrets[0], moment);
    const auto wrong = std::string(64, '0');
    for (const auto& header :
         {"t=" + moment + ",v1=" + wrong + ",v1=" + right,
          "t=" + moment + ",v1=" + right + ",v1=" + wrong, "v1=" + right + ",t=" + moment,
          "t=" + moment + ",v0=" + wrong + ",v1=" + right + ",v2=x,",
          "t=" + moment + ",,v1=" + right})
        CHECK_MESSAGE(good(header), header);
}

TEST_CASE("stripe signature: refused are forgeries and what is not quite a signature") {
    const auto right = v1(secrets[0], moment);
    auto upper = right;
    for (char& c : upper) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c;
    const std::vector<std::string> headers{
        "",
        "t=" + moment,
        "v1=" + right,
        "t=,v1=" + right,
        "t=" + moment + ",v0=" + right,
        "t=" + moment + ",v1=",
        "t=" + moment + ",v1=" + right.substr(1),
        "t=" + moment + ",v1=" + right + "0",
        "t=" + moment + ",v1=" + upper,
        "t=" + moment + ",v1=" + v1("whsec_of_others", moment),
        "t=" + moment + ",v1=" + v1("", moment),
        "t=" + moment + ",t=" + moment + ",v1=" + right,
        "t=" + moment + ",t=1,v1=" + right,
        "t=,t=" + moment + ",v1=" + right,
        "t=+" + moment + ",v1=" + v1(secrets[0], "+" + moment),
        "t= " + moment + ",v1=" + v1(secrets[0], " " + moment),
        "t=" + moment + ".0,v1=" + v1(secrets[0], moment + ".0"),
        "t=-" + moment + ",v1=" + v1(secrets[0], "-" + moment),
        "t=99999999999999999999,v1=" + v1(secrets[0], "99999999999999999999"),
        "t=" + moment + " ,v1=" + right,
        "t=" + moment + "; v1=" + right,
        "t=1795780801,v1=" + right};
    for (const auto& header : headers) CHECK_FALSE_MESSAGE(good(header), header);
    std::string many = "t=" + moment;
    for (int i = 0; i < 16; ++i) many += ",v1=" + std::string(64, '0');
    CHECK_FALSE(good(many + ",v1=" + right));
    CHECK_FALSE(good("t=" + moment + ",v1=" + right + "," + std::string(5'000, 'x')));
}

TEST_CASE("stripe signature: a body that was touched is another one") {
    const auto header = signed_header(secrets[0], body, now);
    CHECK_FALSE(good(header, R"({"id": "evt_1", "object": "event"})"));  // the same document
    CHECK_FALSE(good(header, R"({"id":"evt_2","object":"event"})"));
    CHECK_FALSE(good(header, std::string(body) + "\n"));
    CHECK_FALSE(good(header, ""));
}

TEST_CASE("stripe signature: five minutes either way, and not a second more") {
    CHECK(good(dated(moment), body, now + 300s));
    CHECK(good(dated(moment), body, now + 300s + 999ms));
    CHECK_FALSE(good(dated(moment), body, now + 301s));
    CHECK(good(dated(moment), body, now - 300s));
    CHECK_FALSE(good(dated(moment), body, now - 301s));
    CHECK_FALSE(good(dated("0")));
    CHECK_FALSE(good(dated("999999999999")));
}

TEST_CASE("stripe signature: both secrets are good while one is replaced") {
    const std::vector<std::string> two{"whsec_new", "whsec_of_the_tests"};
    CHECK(is_signed_by(two, signed_header("whsec_new", body, now), body, now));
    CHECK(is_signed_by(two, signed_header(secrets[0], body, now), body, now));
    CHECK_FALSE(is_signed_by({}, signed_header("", body, now), body, now));
    const std::vector<std::string> none{""};
    CHECK_FALSE(is_signed_by(none, signed_header("", body, now), body, now));
}

}  // namespace
}  // namespace asterism::outside
