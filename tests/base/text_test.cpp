#include "libcore/base/text.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/fakes/slug.hpp"

namespace asterism {

using namespace std::string_literals;
using tests::slug;

TEST_CASE("is_plain_utf8: takes the first and last code point of every length") {
    for (const auto& text :
         {""s, "a"s, "\x01"s, "\x7F"s, "\xC2\x80"s, "\xDF\xBF"s, "\xE0\xA0\x80"s, "\xED\x9F\xBF"s,
          "\xEE\x80\x80"s, "\xEF\xBF\xBF"s, "\xF0\x90\x80\x80"s, "\xF4\x8F\xBF\xBF"s, "a\xC3\xA9z"s,
          "\xF0\x9F\x8C\x91\xF0\x9F\x8C\x95"s}) {
        CAPTURE(text);
        CHECK(is_plain_utf8(text));
    }
}

TEST_CASE("is_plain_utf8: refuses overlong forms, surrogates, cut sequences and NUL") {
    for (const auto& text : {"\0"s,
                             "a\0b"s,
                             "\xC0\x80"s,
                             "\xC1\xBF"s,
                             "\xE0\x80\x80"s,
                             "\xE0\x9F\xBF"s,
                             "\xF0\x80\x80\x80"s,
                             "\xF0\x8F\xBF\xBF"s,
                             "\xED\xA0\x80"s,
                             "\xED\xBF\xBF"s,
                             "\xED\xA0\xBD\xED\xB8\x80"s,
                             "\xF4\x90\x80\x80"s,
                             "\xF5\x80\x80\x80"s,
                             "\xFE"s,
                             "\xFF"s,
                             "\x80"s,
                             "\xBF"s,
                             "\xC3"s,
                             "\xC3\xC3"s,
                             "\xC3z"s,
                             "\xE2\x82"s,
                             "\xE2\x82z"s,
                             "\xE2z\xAC"s,
                             "\xF0\x9F\x8C"s,
                             "\xF0\x9F\x8Cz"s,
                             "\xF0\x9Fz\x91"s,
                             "ok\xC3"s,
                             "\xE9t\xE9"s}) {
        CAPTURE(text);
        CHECK_FALSE(is_plain_utf8(text));
    }
}

TEST_CASE("code_points: counts characters, not bytes") {
    CHECK(code_points("") == 0);
    CHECK(code_points("abc") == 3);
    CHECK(code_points("\xC3\xA9t\xC3\xA9") == 3);
    CHECK(code_points("\xF0\x9F\x8C\x91") == 1);
}

TEST_CASE("trimmed: takes ASCII white space from both ends only") {
    CHECK(trimmed(" \t\n\v\f\r a b \r\n") == "a b");
    CHECK(trimmed("").empty());
    CHECK(trimmed(" \n ").empty());
    CHECK(trimmed("\xC2\xA0"
                  "a") ==
          "\xC2\xA0"
          "a");
    CHECK(trimmed("\0 a"s) == "\0 a"s);
}

TEST_CASE("lowered: folds ASCII letters and nothing else") {
    CHECK(lowered("AZaz@[`{09") == "azaz@[`{09");
    CHECK(lowered("\xC3\x89\xC4\xB0") == "\xC3\x89\xC4\xB0");
}

TEST_CASE("handle: one to 150 letters, digits and five signs, folded and trimmed") {
    struct Row {
        std::string raw;
        std::string kept;  ///< empty: refused
    };

    for (const auto& [raw, kept] :
         {Row{"Alice", "alice"}, Row{" bob\n", "bob"}, Row{"a@b.c+d-e_f", "a@b.c+d-e_f"},
          Row{"x", "x"}, Row{std::string(150, 'A'), std::string(150, 'a')},
          Row{std::string(151, 'a'), ""}, Row{"", ""}, Row{"  ", ""}, Row{"a b", ""},
          Row{"bob\0"s, ""}, Row{"bob%00", ""}, Row{"\xEF\xBD\x82ob", ""},  // full-width b
          Row{"\xC5\xBFob", ""},                                            // long s
          Row{"bob\xE2\x80\x8B", ""},                                       // zero-width space
          Row{"\xD0\xB0lice", ""},                                          // Cyrillic a
          Row{"a\nb", ""}, Row{"a/b", ""}, Row{"a'b", ""}}) {
        const auto this_raw = raw;
        CAPTURE(this_raw);
        const auto handle = Handle::parse(raw);
        CHECK(slug(handle) == (kept.empty() ? "invalid_handle" : "ok"));
        if (handle) CHECK(handle->str() == kept);
    }
}

TEST_CASE("person name: up to 150 characters on one line, trimmed") {
    std::string moons;
    for (int i = 0; i < 150; ++i) moons += "\xF0\x9F\x8C\x91";
    CHECK(PersonName::parse(moons));
    CHECK(PersonName::parse(std::string(150, 'a')));
    CHECK(PersonName::parse(" O'Neil \xC3\x89mile ")->str() == "O'Neil \xC3\x89mile");
    for (const auto& raw :
         {std::string(151, 'a'), moons + "a", ""s, " \t"s, "a\nb"s, "a\rb"s, "a\tb"s,
          "a\x7F"
          "b"s,
          "a\0b"s, "\xC3"s, "\x1B[31m"s}) {
        CAPTURE(raw);
        CHECK(slug(PersonName::parse(raw)) == "invalid_name");
    }
}

TEST_CASE("password: is kept exactly as it was typed") {
    CHECK(Password::parse(" pass Word! ")->str() == " pass Word! ");
    CHECK(*Password::parse("a ") != *Password::parse("a"));
    CHECK(*Password::parse("A") != *Password::parse("a"));
    CHECK(Password::parse("\n"));
    CHECK(Password::parse(std::string(1024, 'a'))->str().size() == 1024);
    for (const auto& raw : {""s, std::string(1025, 'a'), "a\0b"s, "\xC3"s, "\xED\xA0\x80"s}) {
        CAPTURE(raw.size());
        CHECK(slug(Password::parse(raw)) == "invalid_password");
    }
}

}  // namespace asterism
