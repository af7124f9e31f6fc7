#include "shells/http/upload.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/http/site.hpp"
#include "tests/media/samples.hpp"

namespace asterism::http::testing {
namespace {

using tests::sample;

constexpr std::string_view native_place = "/v1/accounts/me/picture";
constexpr std::string_view starview_place = "/api/users/me/upload-picture/";

std::string file_part(std::string_view name, std::string_view file, std::string_view type,
                      std::string_view content) {
    return "--xYz\r\nContent-Disposition: form-data; name=\"" + std::string(name) +
           "\"; filename=\"" + std::string(file) + "\"\r\nContent-Type: " + std::string(type) +
           "\r\n\r\n" + std::string(content) + "\r\n";
}

std::string picture(std::string_view file = "me.jpg", std::string_view type = "image/jpeg",
                    std::string_view content = sample("photo.jpg")) {
    return file_part("picture", file, type, content) + "--xYz--\r\n";
}

struct Uploads : Site {
    Uploads() {
        account("ada");
        sign_in("ada");
    }

    /// A form as the server hands it on: the head first, then the body in pieces.
    Response send(std::string_view body, std::string_view target = native_place,
                  std::string_view type = "multipart/form-data; boundary=xYz") {
        const auto verb = target == native_place ? Verb::put : Verb::post;
        return upload(verb, target, body, type);
    }

    bool nothing_left() { return files.waiting.empty(); }
};

TEST_CASE_FIXTURE(Uploads,
                  "uploads: a picture is shown by the profile and can be fetched by anybody") {
    const auto sent = send(picture());
    CAPTURE(sent.body);
    REQUIRE(sent.status == 200);
    const auto name = std::string(body_of(sent).at("picture").as_string());
    jar.clear();
    CHECK(body_of(ask(Verb::get, "/v1/profiles/ada")).at("picture") == boost::json::value(name));
    const auto got = ask(Verb::get, "/media/" + name);
    CHECK(got.status == 200);
    CHECK(got.type == "image/jpeg");
    CHECK(nothing_left());
}

TEST_CASE_FIXTURE(
    Uploads, "uploads: Starview's client is told the address, and the default's after removal") {
    const auto body =
        file_part("profile_picture", "a.png", "image/png", sample("disc.png")) + "--xYz--";
    const auto sent = send(body, starview_place);
    CAPTURE(sent.body);
    REQUIRE(sent.status == 200);
    const auto url = std::string(body_of(sent).at("image_url").as_string());
    CHECK(ask(Verb::get, url).status == 200);
    CHECK(body_of(ask(Verb::get, "/api/users/ada/")).at("profile_picture_url").as_string() == url);
    const auto removed = ask(Verb::del, "/api/users/me/remove-picture/");
    CHECK(removed.status == 200);
    CHECK(body_of(removed).at("default_image_url").as_string() ==
          "/static/images/default_profile_pic.jpg");
    CHECK(ask(Verb::get, url).status == 404);
    CHECK(ask(Verb::get, "/static/images/default_profile_pic.jpg").type == "image/jpeg");
}

TEST_CASE_FIXTURE(Uploads,
                  "uploads: what is no picture, or no form, is refused and leaves nothing") {
    struct Row {
        std::string body;
        int status;
        std::string_view code;
    };

    const std::string end = "--xYz--";
    const std::string name = std::string(32, 'a') + ".jpeg";
    const Row rows[]{
        {picture("me.svg", "image/svg+xml", "<svg/>"), 400, "unknown_image_format"},
        {picture("me.jpg", "image/png"), 400, "unknown_image_format"},
        {picture("me.jpg.exe"), 400, "unknown_image_format"},
        {picture("me.jpg", "image/jpeg", "<html><script>alert(1)</script>"), 400,
         "image_format_differs"},
        {picture("me.png", "image/png"), 400, "image_format_differs"},
        {picture("me.jpg", "image/jpeg", sample("photo.jpg") + "<?php ?>"), 400, "image_damaged"},
        {picture("me.png", "image/png", tests::huge_png()), 400, "image_too_large"},
        {picture("me.gif", "image/gif", tests::long_gif(10'000)), 400, "image_moves_too_long"},
        {picture("me.jpg", "image/jpeg", ""), 400, "empty_file"},
        {picture("me.jpg", "image/jpeg", std::string(5'242'881, 'x')), 413, "file_too_large"},
        {picture().substr(0, 3'000), 400, "bad_form"},
        {picture() + "more", 400, "bad_form"},
        {"no form at all", 400, "bad_form"},
        {file_part("picture", "a.jpg", "image/jpeg", sample("photo.jpg")) + picture(), 400,
         "field_twice"},
        {file_part("other", "a.jpg", "image/jpeg", "x") + picture(), 400, "unknown_field"},
        {"--xYz\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n" + picture(), 400,
         "unknown_field"},
        {"--xYz\r\nContent-Disposition: form-data; name=\"picture\"\r\n\r\n" + name + "\r\n" + end,
         400, "not_a_file"},
        {"--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + std::string(70'000, 'x') +
             "\r\n" + end,
         400, "bad_form"},
        {"--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\xff\r\n" + end, 400,
         "bad_form"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.body.substr(0, 150));
        const auto refused = send(row.body);
        CHECK(refused.status == row.status);
        CHECK(code_of(refused) == row.code);
        CHECK(nothing_left());
    }
    CHECK(store.tables.blobs.empty());
    CHECK(failure.empty());
}

TEST_CASE_FIXTURE(Uploads, "uploads: the name a file comes with never reaches the disk") {
    for (const std::string name :
         {"../../etc/passwd.jpg", "/abs/olute.jpg", "C:\\\\a.jpg", "a%00b.jpg", ".jpg"}) {
        CAPTURE(name);
        const auto sent = send(picture(name));
        REQUIRE(sent.status == 200);
        const auto kept = std::string(body_of(sent).at("picture").as_string());
        CHECK_FALSE(media::blob_of(kept).empty());
        CHECK(files.published.size() == 2);
    }
    CHECK(code_of(send(picture(std::string(4'097, 'n') + ".jpg"))) == "bad_form");
    CHECK(code_of(send(picture(std::string("a\0.jpg", 6)))) == "bad_form");
}

TEST_CASE_FIXTURE(Uploads, "uploads: nobody may name an upload that somebody else has sent") {
    const auto held = files.begin(media::Format::jpeg);
    held->append(sample("photo.jpg"));
    const auto body = R"({"picture":")" + held->name().str() + R"("})";
    CHECK(ask(Verb::put, native_place, body).status == 415);
    CHECK(ask(Verb::put, native_place, {}, {{"Content-Type", "application/json"}}).status == 415);
    CHECK(store.tables.blobs.empty());
}

TEST_CASE_FIXTURE(Uploads,
                  "uploads: who may not come in is refused before any of the body is read") {
    const auto refused = [&](int status, std::string_view code) {
        const auto answer = send(picture());
        CHECK(answer.status == status);
        CHECK(code_of(answer) == code);
        CHECK_FALSE(was_read);
    };
    sends_csrf = false;
    refused(403, "csrf_failed");
    jar.clear();
    refused(401, "sign_in_required");
    CHECK(header_of(send(picture()), "X-Request-Id") != "none");
}

TEST_CASE_FIXTURE(Uploads, "uploads: a session that ends while the body comes does not get in") {
    Request request = head(Verb::put, native_place, {}, "multipart/form-data; boundary=xYz");
    Response response;
    const auto sink = gateway.admit(request, response);
    REQUIRE(sink);
    CHECK(sink->take(picture()));
    ask(Verb::del, "/v1/sessions/current");
    request.sink = sink.get();
    gateway.answer(request, response);
    CHECK(response.status == 401);
    CHECK(store.tables.blobs.empty());
}

TEST_CASE_FIXTURE(Uploads, "uploads: a full disk is told, and nothing half done is left") {
    files.full = std::make_exception_ptr(app::NoRoom("full"));
    files.room = 4'000;
    const auto refused = send(picture());
    CHECK(refused.status == 507);
    CHECK(code_of(refused) == "storage_full");
    CHECK(nothing_left());
    files.room = 100'000'000;
    CHECK(send(picture()).status == 200);
}

TEST_CASE_FIXTURE(Uploads, "uploads: a form without a boundary, or without a body, is bad input") {
    CHECK(code_of(send(picture(), native_place, "multipart/form-data")) == "bad_form");
    CHECK(code_of(send({}, native_place)) == "missing_field");
    CHECK(send(picture(), native_place, "multipart/mixed; boundary=xYz").status == 415);
    CHECK(ask(Verb::post, "/v1/sessions", picture(),
              {{"Content-Type", "multipart/form-data; boundary=xYz"}})
              .status == 415);
}

TEST_CASE_FIXTURE(Uploads, "uploads: only a form for a route that takes files may be so large") {
    const auto limit = [&](Verb verb, std::string_view target, std::string_view type) {
        return gateway.body_limit(head(verb, target, {}, type));
    };
    constexpr std::string_view form = "multipart/form-data; boundary=xYz";
    CHECK(limit(Verb::put, native_place, form) == 6 * 1024 * 1024);
    CHECK(limit(Verb::put, native_place, "application/json") == 65'536);
    CHECK(limit(Verb::del, native_place, form) == 65'536);
    CHECK(limit(Verb::post, "/v1/sessions", form) == 65'536);
    CHECK(gateway.lane(head(Verb::put, native_place, {}, form)) == Lane::images);
}

}  // namespace
}  // namespace asterism::http::testing
