#include "shells/http/site_pages.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace testing;
using enum Verb;

std::string page(std::string_view path, bool is_public = true) {
    Response response;
    CHECK(answer_site_page(path, {"https://stars.example", "Stars & Co", is_public}, response));
    return response.body;
}

bool has(const std::string& text, std::string_view line) {
    return ("\n" + text).find("\n" + std::string(line) + "\n") != std::string::npos;
}

TEST_CASE("site pages: robots may read the public site, but for what is not for them") {
    const auto text = page("/robots.txt");
    CHECK(has(text, "User-agent: *"));
    CHECK(has(text, "Allow: /"));
    for (const auto* line :
         {"Disallow: /api/", "Disallow: /users/", "Disallow: /map", "Disallow: /de/",
          "Disallow: /password-reset", "Sitemap: https://stars.example/sitemap.xml"})
        CHECK(has(text, line));
    CHECK_FALSE(has(text, "Disallow: /"));
}

TEST_CASE("site pages: robots leave every other host alone") {
    const auto text = page("/robots.txt", false);
    CHECK(has(text, "Disallow: /"));
    CHECK(text.find("Allow: /\n") == std::string::npos);
    CHECK(text.find("Sitemap") == std::string::npos);
}

TEST_CASE("site pages: the map of the site has the pages that are always there") {
    const auto text = page("/sitemap.xml");
    CHECK(text.starts_with("<?xml"));
    for (const auto* path : {"/", "/explore", "/sky", "/tonight", "/bortle", "/moon", "/weather"})
        CHECK(text.find("<loc>https://stars.example" + std::string(path) + "</loc>") !=
              std::string::npos);
    Response odd;
    answer_site_page("/sitemap.xml", {"https://stars.example/?a&b", "", true}, odd);
    CHECK(odd.body.find("?a&amp;b") != std::string::npos);
}

TEST_CASE("site pages: other addresses are somebody else's") {
    Response response;
    CHECK_FALSE(answer_site_page("/robots.txt/", {}, response));
    CHECK_FALSE(answer_site_page("/humans.txt", {}, response));
}

TEST_CASE("site pages: public is what people know the site as, outside of development") {
    accounts::Policy policy;
    policy.base_url = "https://Stars.example:8443";
    const auto is_public = [&](std::string_view host, bool dev) {
        Request request;
        request.headers = {{"Host", host}};
        return site_facts(request, policy, dev).is_public;
    };
    CHECK(is_public("stars.example:8443", false));
    CHECK(is_public("STARS.example", false));
    CHECK_FALSE(is_public("stars.example:8443", true));
    for (const auto* other : {"", "staging.stars.example", "stars.exampl", "stars.example.org"})
        CHECK_FALSE(is_public(other, false));
}

TEST_CASE_FIXTURE(Site, "site pages: a site in development is for no robot") {
    const auto robots = ask(get, "/robots.txt");
    CHECK(robots.status == 200);
    CHECK(robots.type == "text/plain; charset=utf-8");
    CHECK(has(robots.body, "Disallow: /"));
    CHECK(ask(get, "/sitemap.xml").type == "application/xml");
    const auto llms = ask(get, "/llms.txt");
    CHECK(llms.status == 200);
    CHECK(llms.body.starts_with("# "));
    CHECK(ask(post, "/robots.txt").status == 404);
}

}  // namespace
}  // namespace asterism::http
