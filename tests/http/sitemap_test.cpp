#include "shells/http/sitemap.hpp"

#include <doctest/doctest.h>

#include "libcore/site.hpp"
#include "shells/app/memory_cache.hpp"
#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

using namespace testing;
using namespace std::chrono_literals;

/// A site that tells search engines of more than its fixed pages.
struct Mapped : Site {
    bool ask(std::string_view path) {
        response = {};
        return answer_sitemap(path, {app, cache, parts, facts}, response);
    }

    void place(std::int64_t id) {
        places::Place out;
        out.id = {id};
        out.updated_at = now;
        store.tables.places[id] = out;
    }

    bool has(std::string_view text) const { return response.body.find(text) != std::string::npos; }

    SitemapParts parts{true, true};
    SiteFacts facts{"https://stars.example", "Stars", true};
    app::MemoryCache cache;
    Response response;
};

TEST_CASE_FIXTURE(Mapped, "sitemap: is an index once there are parts") {
    place(7);
    store.tables.profiles[account("ada").value].bio = "Counts stars.";
    CHECK(ask("/sitemap.xml"));
    CHECK(response.type == "application/xml");
    CHECK(has("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"));
    CHECK(has("<loc>https://stars.example/sitemap-pages.xml</loc>"));
    CHECK(has("<loc>https://stars.example/sitemap-profiles.xml</loc>"));
    CHECK(
        has("<loc>https://stars.example/sitemap-places-1.xml</loc>"
            "<lastmod>2026-03-01T12:00:00Z</lastmod>"));
    CHECK(ask("/sitemap-pages.xml"));
    CHECK(has("<loc>https://stars.example/explore</loc>"));
    CHECK(ask("/sitemap-profiles.xml"));
    CHECK(has("<url><loc>https://stars.example/users/ada</loc>"));
    CHECK(has("<priority>0.6</priority>"));
    CHECK(ask("/sitemap-places-1.xml"));
    CHECK(
        has("<url><loc>https://stars.example/locations/7</loc>"
            "<lastmod>2026-03-01T12:00:00Z</lastmod>"));
}

TEST_CASE_FIXTURE(Mapped, "sitemap: a part has 50,000 numbers, and none is empty") {
    for (const std::int64_t id : {1, 50'000, 50'001, 150'001}) place(id);
    CHECK(ask("/sitemap.xml"));
    CHECK(has("places-1.xml"));
    CHECK(has("places-2.xml"));
    CHECK_FALSE(has("places-3.xml"));
    CHECK(has("places-4.xml"));
    CHECK_FALSE(has("profiles"));
    CHECK(ask("/sitemap-places-1.xml"));
    CHECK(has("/locations/50000<"));
    CHECK_FALSE(has("/locations/50001<"));
    CHECK(ask("/sitemap-places-2.xml"));
    CHECK(has("/locations/50001<"));
    CHECK_FALSE(ask("/sitemap-places-3.xml"));
    CHECK_FALSE(ask("/sitemap-profiles.xml"));
}

TEST_CASE_FIXTURE(Mapped, "sitemap: what is switched off or odd is not there") {
    place(1);
    for (const auto* path :
         {"/sitemap-places-0.xml", "/sitemap-places-01.xml", "/sitemap-places--1.xml",
          "/sitemap-places-.xml", "/sitemap-places-x.xml", "/sitemap-places-1", "/sitemap",
          "/sitemap-places-99999999999999999999.xml", "/robots.txt"})
        CHECK_FALSE(ask(path));
    parts = {true, false};
    CHECK_FALSE(ask("/sitemap-places-1.xml"));
    parts = {};
    CHECK_FALSE(ask("/sitemap.xml"));
    CHECK_FALSE(ask("/sitemap-pages.xml"));
}

TEST_CASE_FIXTURE(Mapped, "sitemap: is counted anew every hour") {
    CHECK(ask("/sitemap.xml"));
    place(1);
    now += 1h - 1s;
    const auto reads = store.reads;
    CHECK(ask("/sitemap.xml"));
    CHECK_FALSE(has("places-1.xml"));
    CHECK(store.reads == reads);
    now += 1s;
    CHECK(ask("/sitemap.xml"));
    CHECK(has("places-1.xml"));
}

TEST_CASE_FIXTURE(Mapped, "sitemap: where people are listed robots may look at them") {
    Request request;
    request.headers = {{"Host", "stars.example"}};
    accounts::Policy policy;
    policy.base_url = "https://stars.example";
    const auto robots = [&](bool lists) {
        Response out;
        answer_site_page("/robots.txt", site_facts(request, policy, false, lists), out);
        return out.body;
    };
    CHECK(robots(false).find("Disallow: /users/\n") != std::string::npos);
    CHECK(robots(true).find("/users/") == std::string::npos);
    CHECK(robots(true).find("Disallow: /account/\n") != std::string::npos);
}

}  // namespace
}  // namespace asterism::http
