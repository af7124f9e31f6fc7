#include "shells/http/multipart.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

using namespace asterism::http;

namespace {

struct Part {
    PartHead head;
    std::string data;
    bool ended = false;
};

struct Parts final : PartTaker {
    bool begin(const PartHead& head) override {
        all.push_back({head, {}, false});
        return true;
    }

    bool data(std::string_view piece) override {
        all.back().data += piece;
        return all.back().data.size() <= most;
    }

    bool end() override {
        all.back().ended = true;
        return true;
    }

    std::vector<Part> all;
    std::size_t most = 1'000'000;
};

using State = Multipart::State;

std::string part(std::string_view head, std::string_view data) {
    return "--xYz\r\n" + std::string(head) + "\r\n" + std::string(data) + "\r\n";
}

std::string named(std::string_view data) {
    return part("Content-Disposition: form-data; name=\"a\"\r\n", data);
}

State read(std::string_view body, std::size_t piece, Parts& parts) {
    Multipart multipart("xYz", parts);
    State state = State::partial;
    for (; !body.empty(); body.remove_prefix(std::min(piece, body.size())))
        state = multipart.feed(body.substr(0, piece));
    return state;
}

State read(std::string_view body) {
    Parts parts;
    return read(body, body.size(), parts);
}

}  // namespace

TEST_CASE("multipart: a form is the same in pieces of any size") {
    const std::string picture("\r\n--xY\r\n-\r\r\n--xyz\0\xff", 20);
    const auto body =
        named("") +
        part(
            "content-disposition: form-data; name=pic; filename=\"a \\\"b\\\".jpg\"\r\n"
            "Content-Type: IMAGE/jpeg; x=y\r\nX-Other: 1\r\n",
            picture) +
        "--xYz--\r\n";
    for (std::size_t piece = 1; piece <= body.size(); ++piece) {
        CAPTURE(piece);
        Parts parts;
        REQUIRE(read(body, piece, parts) == State::whole);
        REQUIRE(parts.all.size() == 2);
        CHECK(parts.all[0].head.name == "a");
        CHECK_FALSE(parts.all[0].head.file);
        CHECK(parts.all[0].data.empty());
        CHECK(parts.all[1].head.name == "pic");
        CHECK(parts.all[1].head.file == "a \"b\".jpg");
        CHECK(parts.all[1].head.type == "image/jpeg");
        CHECK(parts.all[1].data == picture);
        CHECK(parts.all[1].ended);
    }
}

TEST_CASE("multipart: what a strict reader need not understand is let be") {
    CHECK(read(named("x") + "--xYz--") == State::whole);
    CHECK(read("\r\n" + named("x") + "--xYz--\r\n") == State::whole);
    CHECK(read("This is a form.\r\n" + named("x") + "--xYz--\r\n") == State::whole);
    CHECK(
        read(part("Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''%61.jpg\r\n", "x") +
             "--xYz--") == State::whole);
    CHECK(read(part("Content-Disposition: form-data; name=\"C:\\dir\"; filename=\"C:\\a.jpg\"\r\n"
                    "Content-Transfer-Encoding: binary\r\n",
                    "x") +
               "--xYz--") == State::whole);
}

TEST_CASE("multipart: a body that breaks the rules is malformed") {
    const std::string good = named("x");
    const std::string end = "--xYz--\r\n";
    const auto with_head = [&](std::string_view head) { return part(head, "x") + end; };
    std::string many;
    for (int i = 0; i < 11; ++i) many += good;
    const std::string disposition = "Content-Disposition: form-data; name=\"a\"\r\n";
    const std::array bodies{
        std::string("--xYz--\r\n"),                                  // no part at all
        std::string(2'000, 'p') + "\r\n" + good + end,               // a preamble that goes on
        "--xYz \r\n" + good + end,                                   // padding behind a boundary
        "--xYz\n" + disposition + "\r\nx\r\n" + end,                 // a bare line feed
        "--xYz-\r\n" + good + end,                                   // neither here nor there
        good + "--xYz-x",                                            // half an end
        good + end + "more",                                         // an epilogue
        good + end + "\r\n",                                         // two line ends
        many + end,                                                  // eleven parts
        with_head(""),                                               // nameless
        with_head("Content-Type: text/plain\r\n"),                   // still nameless
        with_head("Content-Disposition: form-data\r\n"),             // no name in it
        with_head("Content-Disposition: form-data; name=\"\"\r\n"),  // an empty name
        with_head("Content-Disposition: attachment; name=\"a\"\r\n"),
        with_head("Content-Disposition: form-data; name=\"a\"; name=\"b\"\r\n"),
        with_head("Content-Disposition: form-data; name=\"a\"; filename=\"b\"; filename=\"c\"\r\n"),
        with_head("Content-Disposition: form-data; name=\"a\r\n"),        // a quote left open
        with_head("Content-Disposition: form-data; name=\"a\" b=c\r\n"),  // no semicolon
        with_head("Content-Disposition: form-data; name=\"" + std::string(65, 'n') + "\"\r\n"),
        with_head(disposition + disposition),                                      // said twice
        with_head(disposition + "Content-Type: multipart/mixed; boundary=b\r\n"),  // nested
        with_head(disposition + "Content-Type: a/b\r\nContent-Type: a/c\r\n"),
        with_head(disposition + "Content-Transfer-Encoding: base64\r\n"),
        with_head(disposition + " folded: yes\r\n"),  // a folded line
        with_head(disposition + "no colon here\r\n"),
        with_head(disposition + "X-Y : space before the colon\r\n"),
        with_head(disposition + "X-Y: a\nb\r\n"),  // a bare line feed within
        with_head(std::string("Content-Disposition: form-data; name=\"a\0b\"\r\n", 44)),  // a NUL
        with_head("Content-Disposition: form-data; name=\"\xff\"\r\n"),  // not UTF-8
        with_head(disposition + "X-Long: " + std::string(4'096, 'l') + "\r\n"),
    };
    static_assert(bodies.size() >= 25);
    for (const auto& body : bodies) {
        CAPTURE(body.substr(0, 200));
        CHECK(read(body) == State::malformed);
        Parts parts;
        CHECK(read(body, 1, parts) == State::malformed);
    }
}

TEST_CASE("multipart: a form that stops in the middle is not whole") {
    const auto body = named("some content") + "--xYz--";
    for (std::size_t size = 0; size < body.size(); ++size) {
        CAPTURE(size);
        CHECK(read(body.substr(0, size)) == State::partial);
    }
}

TEST_CASE("multipart: nothing more is read once it is not wanted") {
    Parts parts;
    parts.most = 3;
    CHECK(read(named("four") + named("x"), 7, parts) == State::unwanted);
    CHECK(parts.all.size() == 1);
}

TEST_CASE("multipart: a boundary is 1 to 70 legal characters, named once") {
    CHECK(boundary_of("multipart/form-data; boundary=abc") == "abc");
    CHECK(boundary_of("Multipart/Form-Data; charset=utf-8; Boundary=\"a b:c\"") == "a b:c");
    CHECK(boundary_of("multipart/form-data; boundary=" + std::string(70, 'b')));
    for (const std::string_view wrong :
         {"multipart/form-data", "multipart/form-data; boundary=",
          "multipart/form-data; boundary=\"\"", "multipart/mixed; boundary=abc",
          "multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=\"a\r\nb\"",
          "multipart/form-data; boundary=\"ends \"", "multipart/form-data; boundary=\"<a>\"",
          "multipart/form-data boundary=a", "boundary=a"}) {
        CAPTURE(wrong);
        CHECK_FALSE(boundary_of(wrong));
    }
    CHECK_FALSE(boundary_of("multipart/form-data; boundary=" + std::string(71, 'b')));
}
