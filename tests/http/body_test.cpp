#include "shells/http/body.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace asterism::http;
using State = Body::State;

namespace {

State chunks(std::string_view bytes, std::size_t limit = 1000) {
    Body body;
    body.expect_chunks(limit);
    return body.feed(bytes);
}

}  // namespace

TEST_CASE("body: takes its declared length and no more") {
    Body body;
    body.expect(5);
    CHECK(body.feed("ab") == State::partial);
    CHECK(body.feed("cdeGET") == State::whole);
    CHECK(body.taken() == 3);
    CHECK(body.text() == "abcde");
}

TEST_CASE("body: chunks are read wherever the bytes are cut") {
    const std::string bytes = "3\r\nabc\r\nA;x=\"y\"\r\n0123456789\r\n000\r\n\r\nGET";
    for (std::size_t first = 0; first <= bytes.size() - 4; ++first) {
        Body body;
        body.expect_chunks(13);
        CHECK(body.feed(std::string_view(bytes).substr(0, first)) == State::partial);
        CHECK(body.feed(std::string_view(bytes).substr(first)) == State::whole);
        CHECK(first + body.taken() == bytes.size() - 3);
        CHECK(body.text() == "abc0123456789");
    }
}

TEST_CASE("body: chunks out of form are malformed") {
    for (const auto* bytes :
         {"\r\n", "g\r\n", "-1\r\n", "+1\r\n", "0x1\r\na\r\n", " 1\r\n", "1 \r\n", "1\n", "1\r\r",
          "1\r\nab", "1\r\na\n", "1;\n", "1;\x01", "1;\x7f", "0\r\nX: y\r\n\r\n", "0\r\n\n",
          "0\r\n\rx", "0000000000000001\r\n"}) {
        CAPTURE(bytes);
        CHECK(chunks(bytes) == State::malformed);
    }
}

TEST_CASE("body: chunks over the limit are too large before their data comes") {
    CHECK(chunks("5\r\n", 4) == State::too_large);
    CHECK(chunks("3\r\nabc\r\n2\r\n", 4) == State::too_large);
    CHECK(chunks("fffffffffffffff\r\n", 4) == State::too_large);
    CHECK(chunks("4\r\nabcd\r\n0\r\n\r\n", 4) == State::whole);
}

TEST_CASE("body: extensions and packaging are bounded") {
    CHECK(chunks("1;" + std::string(5000, 'x')) == State::malformed);
    std::string many;
    for (int i = 0; i < 200; ++i) many += "1;" + std::string(30, 'x') + "\r\na\r\n";
    CHECK(chunks(many) == State::malformed);

    std::string grains;
    for (int i = 0; i < 5000; ++i) grains += "1\r\na\r\n";
    CHECK(chunks(grains + "0\r\n\r\n", 5000) == State::whole);
}
