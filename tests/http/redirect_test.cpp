#include "shells/http/redirect.hpp"

#include <string>
#include <utility>

#include <doctest/doctest.h>

using namespace asterism::http;

namespace {

/// The status and the Location a request gets.
std::pair<int, std::string> ask(Redirect& redirect, std::string_view target,
                                std::string_view host) {
    Request request;
    request.target = target;
    request.headers = {{"Host", host}};
    Response response;
    redirect.answer(request, response);
    for (const auto& [name, value] : response.headers)
        if (name == "Location") return {response.status, value};
    return {response.status, ""};
}

}  // namespace

TEST_CASE("redirect: leads to the site's own address, whatever the client calls it") {
    Redirect redirect("https://stars.example/base", {"stars.example", "www.stars.example"});
    using Got = std::pair<int, std::string>;
    for (const auto* host : {"stars.example", "WWW.stars.example:80"})
        CHECK(ask(redirect, "/a?b=/c", host) == Got{308, "https://stars.example/a?b=/c"});
    CHECK(ask(redirect, "//evil.example/", "stars.example") ==
          Got{308, "https://stars.example//evil.example/"});
    for (const auto* host : {"evil.example", "stars.example.evil.example", ""})
        CHECK(ask(redirect, "/", host) == Got{400, ""});
    for (const auto* target : {"http://stars.example/", "@evil.example/", "*"})
        CHECK(ask(redirect, target, "stars.example") == Got{400, ""});
    Redirect any("https://127.0.0.1:8443", {});
    CHECK(ask(any, "/", "localhost") == Got{308, "https://127.0.0.1:8443/"});
}
