#include "shells/http/media.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http::testing {
namespace {

struct Gallery : Site {
    Gallery() { files.published[name] = {"0123456789", now}; }

    Response get(std::string_view target, std::vector<Header> fields = {}) {
        return ask(Verb::get, target, {}, std::move(fields));
    }

    const std::string name = std::string(32, 'a') + "-720.jpg";
    const std::string place = "/media/" + name;
    const std::string tag = "\"" + name + "\"";
};

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

TEST_CASE_FIXTURE(Gallery,
                  "media: a file says what it is, may be kept for ever, and can do nothing") {
    const auto got = get(place);
    CHECK(got.status == 200);
    CHECK(got.type == "image/jpeg");
    CHECK(got.body == "0123456789");
    CHECK(header_of(got, "ETag") == tag);
    CHECK(header_of(got, "Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(header_of(got, "Content-Disposition") == "inline; filename=" + tag);
    CHECK(has(got.block, "X-Content-Type-Options: nosniff\r\n"));
    CHECK(has(got.block, "Content-Security-Policy: default-src 'none'; sandbox\r\n"));
    CHECK(has(got.block, "Cross-Origin-Resource-Policy: cross-origin\r\n"));
    CHECK_FALSE(has(got.block, "Vary"));
}

TEST_CASE_FIXTURE(Gallery, "media: HEAD is answered as GET, and other verbs are not") {
    CHECK(ask(Verb::head, place).status == 200);
    CHECK(ask(Verb::post, place).status == 404);
    CHECK(ask(Verb::del, place).status == 404);
    CHECK(files.published.size() == 1);
}

TEST_CASE_FIXTURE(Gallery, "media: what is known already is not sent again") {
    for (const std::string& known : {tag, "W/" + tag, "\"x\", " + tag, std::string("*")}) {
        const auto got = get(place, {{"If-None-Match", known}});
        CHECK(got.status == 304);
        CHECK(got.body.empty());
        CHECK(header_of(got, "ETag") == tag);
    }
    CHECK(get(place, {{"If-None-Match", "\"other\""}}).status == 200);
}

TEST_CASE_FIXTURE(Gallery, "media: one range is cut out, several are not") {
    struct Row {
        std::string_view range;
        int status;
        std::string_view body;
        std::string_view shown;
    };

    constexpr Row rows[]{
        {"bytes=0-0", 206, "0", "bytes 0-0/10"},
        {"bytes=2-4", 206, "234", "bytes 2-4/10"},
        {"bytes=8-", 206, "89", "bytes 8-9/10"},
        {"bytes=8-99", 206, "89", "bytes 8-9/10"},
        {"bytes=-3", 206, "789", "bytes 7-9/10"},
        {"bytes=-99", 206, "0123456789", "bytes 0-9/10"},
        {"bytes=10-", 416, "", "bytes */10"},
        {"bytes=-0", 416, "", "bytes */10"},
        {"bytes=0-1,3-4", 200, "0123456789", "none"},
        {"bytes=4-2", 200, "0123456789", "none"},
        {"bytes=", 200, "0123456789", "none"},
        {"bytes=-", 200, "0123456789", "none"},
        {"bytes=a-b", 200, "0123456789", "none"},
        {"bytes=99999999999999999999-", 200, "0123456789", "none"},
        {"items=0-1", 200, "0123456789", "none"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.range);
        const auto got = get(place, {{"Range", row.range}});
        CHECK(got.status == row.status);
        CHECK(got.body == row.body);
        CHECK(header_of(got, "Content-Range") == row.shown);
    }
    CHECK(get(place, {{"Range", "bytes=0-1"}, {"If-Range", "\"other\""}}).status == 200);
    CHECK(get(place, {{"Range", "bytes=0-1"}, {"If-Range", tag}}).status == 206);
}

TEST_CASE_FIXTURE(Gallery, "media: no address leads anywhere else, and nothing is listed") {
    files.waiting["secret"] = {"secret", now};
    const std::vector<std::string> targets{std::string("/media/"),
                                           std::string("/media"),
                                           "/media//" + name,
                                           "/media/../media/" + name,
                                           "/media/./" + name,
                                           "/media/%2e%2e/asterism.db",
                                           "/media/..%2fasterism.db",
                                           "/media/" + name + "%00.png",
                                           "/media/" + name + "/",
                                           "/media/tmp/" + name,
                                           std::string("/media/secret"),
                                           "/MEDIA/" + name,
                                           "/media/" + std::string(32, 'a'),
                                           "/media/kept/aa/" + name,
                                           "/media/%2fetc%2fpasswd",
                                           "/media/..\\asterism.db"};
    for (const auto& target : targets) {
        CAPTURE(target);
        const auto got = get(target);
        CHECK((got.status == 404 || got.status == 400));
        CHECK_FALSE(has(got.body, "0123456789"));
        CHECK_FALSE(has(got.body, "secret"));
    }
}

TEST_CASE_FIXTURE(Gallery, "media: those who have no picture have one nevertheless") {
    const auto got = get("/static/images/default_profile_pic.jpg");
    CHECK(got.status == 200);
    CHECK(got.type == "image/jpeg");
    CHECK(got.body.starts_with("\xff\xd8\xff"));
    CHECK(get("/static/images/other.jpg").status == 404);
}

}  // namespace
}  // namespace asterism::http::testing
