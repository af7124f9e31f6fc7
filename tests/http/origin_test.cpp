#include "shells/http/origin.hpp"

#include <doctest/doctest.h>

namespace asterism::http {
namespace {

bool passes(std::vector<Header> fields, bool secure = false) {
    static const std::vector<std::string> listed{"http://localhost:5173"};
    Request request;
    fields.push_back({"Host", "127.0.0.1:8000"});
    request.headers = std::move(fields);
    request.secure = secure;
    return from_own_page(request, "https://stars.example", listed);
}

TEST_CASE("origin: own and listed pages may write, and programs that are no browsers") {
    CHECK(passes({}));
    CHECK(passes({{"Origin", "http://127.0.0.1:8000"}}));
    CHECK(passes({{"Origin", "HTTPS://Stars.Example"}}));
    CHECK(passes({{"Origin", "http://localhost:5173"}}));
    CHECK(passes({{"Referer", "http://127.0.0.1:8000/login?next=/"}}));
    CHECK(passes({{"Sec-Fetch-Site", "same-origin"}}));
}

TEST_CASE("origin: others may not, whatever else they send") {
    for (const auto* origin :
         {"https://evil.example", "null", "http://127.0.0.1:8001", "http://127.0.0.1",
          "https://127.0.0.1:8000", "https://stars.example.evil.example",
          "https://evil.example/https://stars.example"}) {
        CAPTURE(origin);
        CHECK_FALSE(passes({{"Origin", origin}}));
    }
    CHECK_FALSE(passes({{"Referer", "https://evil.example/"}}));
    CHECK_FALSE(passes({{"Referer", "nonsense"}}));
    CHECK_FALSE(passes({{"Sec-Fetch-Site", "cross-site"}}));
    CHECK_FALSE(passes({{"Origin", "http://127.0.0.1:8000"}}, true));
}

TEST_CASE("origin_of: cuts a URL after its authority") {
    CHECK(origin_of("https://a.example:8443/x?y") == "https://a.example:8443");
    CHECK(origin_of("https://a.example?y") == "https://a.example");
    CHECK(origin_of("a.example").empty());
}

}  // namespace
}  // namespace asterism::http
