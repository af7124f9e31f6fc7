#include "shells/http/proxies.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace asterism::http {
namespace {

struct Told {
    std::string peer;
    bool secure;
    std::string host;
};

Told told(std::vector<Header> fields, std::string_view peer = "10.0.0.1") {
    const Proxies proxies(
        {app::read_ip_range("10.0.0.0/8").value(), app::read_ip_range("2001:db8:1::/48").value()});
    Request request;
    request.peer = peer;
    request.headers = std::move(fields);
    request.headers.push_back({"Host", "inner.example"});
    const Seen seen(request, proxies);
    return {std::string(seen.request().peer), seen.request().secure,
            std::string(seen.request().header("Host"))};
}

std::string client(std::vector<Header> fields, std::string_view peer = "10.0.0.1") {
    return told(std::move(fields), peer).peer;
}

std::string listed(std::string_view value) { return client({{"X-Forwarded-For", value}}); }

std::string forwarded(std::string_view value) { return client({{"Forwarded", value}}); }

}  // namespace

TEST_CASE("proxies: a stranger is who he is, whatever he says") {
    const std::vector<Header> lies{{"X-Forwarded-For", "192.0.2.1"},
                                   {"Forwarded", "for=192.0.2.1;proto=https;host=evil.example"},
                                   {"X-Real-IP", "192.0.2.1"},
                                   {"X-Forwarded-Proto", "https"},
                                   {"X-Forwarded-Host", "evil.example"},
                                   {"CF-Connecting-IP", "192.0.2.1"},
                                   {"X-User-ID", "1"}};
    for (const auto* peer : {"203.0.113.9", "11.0.0.1", "2001:db8:2::1", "nonsense", ""}) {
        const auto seen = told(lies, peer);
        CHECK(seen.peer == peer);
        CHECK_FALSE(seen.secure);
        CHECK(seen.host == "inner.example");
    }
}

TEST_CASE("proxies: the client is the right-most address that is no proxy of ours") {
    CHECK(listed("192.0.2.1") == "192.0.2.1");
    CHECK(listed("evil, 192.0.2.1") == "192.0.2.1");
    CHECK(listed("203.0.113.9, 192.0.2.1") == "192.0.2.1");
    CHECK(listed("203.0.113.9,192.0.2.1 , 10.0.0.7,\t10.0.0.8") == "192.0.2.1");
    CHECK(listed("192.0.2.1:4711") == "192.0.2.1");
    CHECK(listed("2001:DB8::1") == "2001:db8::1");
    CHECK(listed("[2001:db8::1]:4711") == "2001:db8::1");
    CHECK(listed("::ffff:192.0.2.1") == "192.0.2.1");
    CHECK(listed("192.0.2.1, 2001:db8:1::5") == "192.0.2.1");
    CHECK(client({{"X-Forwarded-For", "203.0.113.9"}, {"x-forwarded-for", "192.0.2.1"}}) ==
          "192.0.2.1");
    CHECK(client({{"X-Forwarded-For", "192.0.2.1"}}, "2001:db8:1::9") == "192.0.2.1");
}

TEST_CASE("proxies: where all of them are ours the first is the client") {
    CHECK(listed("10.0.0.5, 10.0.0.6") == "10.0.0.5");
    CHECK(client({}) == "10.0.0.1");
}

TEST_CASE("proxies: what is malformed leaves the proxy for the client") {
    for (const auto* value : {"", "evil", "192.0.2.1, evil", "192.0.2.1, ", "192.0.2.1,,10.0.0.2",
                              "unknown", "192.0.2.256", "192.0.2.1 192.0.2.2", "[2001:db8::1",
                              "[2001:db8::1]x", "fe80::1%eth0", "192.0.2.1;", "1.2.3.4:5:6"}) {
        CAPTURE(value);
        CHECK(listed(value) == "10.0.0.1");
    }
}

TEST_CASE("proxies: the Forwarded field says the same") {
    CHECK(forwarded("for=192.0.2.1") == "192.0.2.1");
    CHECK(forwarded("For=\"192.0.2.1:80\";proto=https;by=10.0.0.1") == "192.0.2.1");
    CHECK(forwarded("for=203.0.113.9, for=192.0.2.1, for=10.0.0.3") == "192.0.2.1");
    CHECK(forwarded("for=\"[2001:db8::1]:4711\"") == "2001:db8::1");
    CHECK(forwarded("for=\"a,for=203.0.113.9\" , proto=http ; for=192.0.2.1") == "192.0.2.1");
    CHECK(forwarded("for=\"192.0.2.\\1\"") == "192.0.2.1");
    for (const auto* value :
         {"", "for", "for=", "for=\"", "for=\"192.0.2.1", "for=192.0.2.1;", "for=192.0.2.1,",
          "for=unknown", "for=_hidden", "proto=https", "for=192.0.2.1 x", ";for=192.0.2.1",
          "for=192.0.2.1, for=\"x\\", "for = 192.0.2.1"}) {
        CAPTURE(value);
        CHECK(forwarded(value) == "10.0.0.1");
    }
}

TEST_CASE("proxies: a field that the client slipped past the proxy gains him nothing") {
    CHECK(client({{"X-Forwarded-For", "192.0.2.1"}, {"Forwarded", "for=203.0.113.9"}}) ==
          "10.0.0.1");
    CHECK(client({{"X-Forwarded-For", "192.0.2.1"}, {"Forwarded", "for=\""}}) == "10.0.0.1");
    CHECK(client({{"X-Forwarded-For", "192.0.2.1"}, {"Forwarded", "for=192.0.2.1"}}) ==
          "192.0.2.1");
    CHECK(client({{"X-Forwarded-For", "192.0.2.1"}, {"X-Real-IP", "203.0.113.9"}}) == "192.0.2.1");
    CHECK(client({{"X-Real-IP", "192.0.2.1"}}) == "192.0.2.1");
    CHECK(client({{"X-Real-IP", "evil"}}) == "10.0.0.1");
}

TEST_CASE("proxies: scheme and host are those the client used") {
    const auto usual = told({{"X-Forwarded-For", "192.0.2.1"},
                             {"X-Forwarded-Proto", "HTTPS"},
                             {"X-Forwarded-Host", "stars.example"}});
    CHECK(usual.secure);
    CHECK(usual.host == "stars.example");
    const auto standard = told({{"Forwarded", "for=192.0.2.1;proto=https;host=\"stars.example\""}});
    CHECK(standard.secure);
    CHECK(standard.host == "stars.example");
    CHECK_FALSE(told({{"X-Forwarded-Proto", "https, http"}}).secure);
    CHECK_FALSE(told({{"X-Forwarded-Proto", "wss"}}).secure);
    CHECK(told({{"X-Forwarded-Host", "stars.example/evil"}}).host == "inner.example");
    CHECK(told({{"X-Forwarded-Host", "a b"}}).host == "inner.example");
}

}  // namespace asterism::http
