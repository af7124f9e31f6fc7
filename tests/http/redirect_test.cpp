#include "shells/http/redirect.hpp"

#include <string>
#include <utility>

#include <doctest/doctest.h>

using namespace asterism::http;

namespace {

/// A site that is well, or not.
struct Site final : Handler {
    Lane lane(const Request&) const override { return Lane::work; }

    std::size_t body_limit(const Request&) const override { return 0; }

    void answer(const Request& request, Response& response) override {
        asked = request.target;
        response.status = status;
        response.block = "Strict-Transport-Security: max-age=1\r\n";
    }

    void refuse(int, Response&) override {}

    int status = 200;
    std::string asked;
};

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
    Site site;
    Redirect redirect("https://stars.example/base", {"stars.example", "www.stars.example"}, site);
    using Got = std::pair<int, std::string>;
    for (const auto* host : {"stars.example", "WWW.stars.example:80"})
        CHECK(ask(redirect, "/a?b=/c", host) == Got{308, "https://stars.example/a?b=/c"});
    CHECK(ask(redirect, "//evil.example/", "stars.example") ==
          Got{308, "https://stars.example//evil.example/"});
    for (const auto* host : {"evil.example", "stars.example.evil.example", ""})
        CHECK(ask(redirect, "/", host) == Got{400, ""});
    for (const auto* target : {"http://stars.example/", "@evil.example/", "*"})
        CHECK(ask(redirect, target, "stars.example") == Got{400, ""});
    Redirect any("https://127.0.0.1:8443", {}, site);
    CHECK(ask(any, "/", "localhost") == Got{308, "https://127.0.0.1:8443/"});
    CHECK(site.asked.empty());
}

TEST_CASE("redirect: tells supervisors itself how the site is, by whatever name they ask") {
    Site site;
    Redirect redirect("https://stars.example", {"stars.example"}, site);
    using Got = std::pair<int, std::string>;
    for (const int status : {200, 503})
        for (const auto* target : {"/livez", "/readyz", "/health/", "/readyz?verbose"}) {
            site.status = status;
            Request probe;
            probe.target = target;
            probe.headers = {{"Host", "10.0.0.7"}};
            CHECK(redirect.lane(probe) == Lane::work);  // it may have to ask the database
            Response response;
            redirect.answer(probe, response);
            CHECK(response.status == status);
            CHECK(site.asked == target);
            CHECK(response.block.find("Strict-Transport-Security") == response.block.npos);
        }
    for (const auto* target : {"/health", "/readyz/", "/livez/x", "/v1/readyz"})
        CHECK(ask(redirect, target, "stars.example") ==
              Got{308, std::string("https://stars.example") + target});
    Request post;
    post.verb = Verb::post;
    post.target = "/readyz";
    post.headers = {{"Host", "10.0.0.7"}};
    CHECK(redirect.lane(post) == Lane::at_once);
    Response response;
    redirect.answer(post, response);
    CHECK(response.status == 400);
}
