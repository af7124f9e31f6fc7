#include "shells/app/json.hpp"

#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <doctest/doctest.h>

#include "tests/fakes/slug.hpp"

namespace asterism::app {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using tests::slug;

std::string read(std::string_view text) { return slug(parse_strict(text)); }

template <class T>
std::string written(const T& value) {
    std::string out;
    append_json(out, value);
    return out;
}

std::vector<double> many_doubles() {
    std::vector<double> out;
    for (double value = 1e-300; std::isfinite(value); value *= -1.9999) out.push_back(value);
    return out;
}

std::string compact(std::string_view text) {
    const auto value = parse_strict(text);
    REQUIRE(value);
    return written(*value);
}

std::string nested(std::size_t depth, std::string_view open, std::string_view close) {
    std::string out;
    for (std::size_t i = 0; i < depth; ++i) out += open;
    for (std::size_t i = 0; i < depth; ++i) out += close;
    return out;
}

}  // namespace

TEST_CASE("parse_strict: reads every kind of value, blanks around it included") {
    for (const std::string text : {"null", "true", "false", "0", "-1", "1.5", "1e3", "\"\"", "[]",
                                   "{}", " \t\r\n{ \"a\" : [ 1 , \"b\" ] }\n ", "\"\\u00e9\"",
                                   "\"\\ud83c\\udf11\"", "\"\xF0\x9F\x8C\x91\"", "{\"\":0}",
                                   "1E400", "{\"a\":{\"a\":{\"a\":1}}}", "[{\"a\":1},{\"a\":2}]"}) {
        CAPTURE(text);
        const bool huge = std::string_view(text) == "1E400";
        CHECK(read(text) == (huge ? "unfit_number" : "ok"));
    }
}

TEST_CASE("parse_strict: refuses what is not one JSON document") {
    for (const auto& text : {""s,           " "s,
                             "{"s,          "}"s,
                             "[1,]"s,       "[,1]"s,
                             "{\"a\":}"s,   "{\"a\"}"s,
                             "{a:1}"s,      "{'a':1}"s,
                             "{\"a\":1,}"s, "nul"s,
                             "True"s,       "NaN"s,
                             "Infinity"s,   "-Infinity"s,
                             "nan"s,        "+1"s,
                             "01"s,         "-"s,
                             "1."s,         ".5"s,
                             "1e"s,         "0x10"s,
                             "\"a"s,        "\"\t\""s,
                             "\"\n\""s,     "\"\\x\""s,
                             "\"\\u12\""s,  "{} {}"s,
                             "{}x"s,        "1 2"s,
                             "[1]]"s,       "null,"s,
                             "{}\0"s,       "\0"s,
                             "\"a\0b\""s,   "\xEF\xBB\xBF{}"s,
                             "// c\n1"s,    "1 // c"s,
                             "/* c */ 1"s,  "[1 /* c */]"s}) {
        CAPTURE(text);
        CHECK(read(text) == "bad_json");
    }
}

TEST_CASE("parse_strict: refuses bytes that are no UTF-8 and lone surrogates") {
    for (const auto& text :
         {"\"\xC3\""s, "\"\xC0\x80\""s, "\"\xED\xA0\x80\""s, "\"\xF4\x90\x80\x80\""s, "\"\xFF\""s,
          "{\"\xE9\":1}"s, "\"\\ud83c\""s, "\"\\udf11\""s, "\"\\ud83c\\ud83c\""s, "\"\\ud83cx\""s,
          "\"\\udf11\\ud83c\""s, "{\"\\ud83c\":1}"s}) {
        CAPTURE(text);
        CHECK(read(text) == "bad_json");
    }
}

TEST_CASE("parse_strict: refuses NUL in texts and keys, however it is written") {
    CHECK(read("\"\\u0000\"") == "unfit_text");
    CHECK(read("\"a\\u0000b\"") == "unfit_text");
    CHECK(read("[\"\\u0000\"]") == "unfit_text");
    CHECK(read("{\"a\\u0000\":1}") == "unfit_text");
    CHECK(read("\"\\\\u0000\"") == "ok");
}

TEST_CASE("parse_strict: refuses a key named twice in one object, at any depth") {
    for (const std::string text :
         {"{\"a\":1,\"a\":1}", "{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":1,\"\\u0061\":2}",
          "{\"\":1,\"\":2}", "[{\"a\":1,\"a\":2}]", "{\"x\":{\"a\":1,\"a\":2}}",
          "{\"x\":[{\"y\":{\"a\":1,\"b\":0,\"a\":2}}]}", "{\"a\":{\"b\":1},\"a\":0}",
          "{\"a\":{\"c\":{}},\"b\":[{\"c\":1}],\"a\":{}}"}) {
        CAPTURE(text);
        CHECK(read(text) == "duplicate_key");
    }
    CHECK(read("{\"a\":1,\"A\":2,\"a \":3}") == "ok");
}

TEST_CASE("parse_strict: takes 32 levels and not one more") {
    CHECK(read(nested(32, "[", "]")) == "ok");
    CHECK(read(nested(33, "[", "]")) == "json_too_deep");
    CHECK(read(nested(31, "{\"a\":", "}")) == "bad_json");  // the innermost value is missing
    CHECK(read(nested(31, "[{\"a\":", "}]")) == "json_too_deep");
    CHECK(read(nested(100'000, "[", "]")) == "json_too_deep");
    CHECK(read(std::string(100'000, '[')) == "json_too_deep");
}

TEST_CASE("parse_strict: numbers beyond a double are refused, small ones become zero") {
    for (const std::string text : {"1e400", "-1e400", "[1e309]", "{\"a\":1e999999999}"}) {
        CAPTURE(text);
        CHECK(read(text) == "unfit_number");
    }
    CHECK(parse_strict("1e-400")->get_double() == 0);
}

TEST_CASE("parse_strict: integers keep every digit as long as 64 bits hold them") {
    CHECK(parse_strict("9223372036854775807")->get_int64() == INT64_MAX);
    CHECK(parse_strict("-9223372036854775808")->get_int64() == INT64_MIN);
    CHECK(parse_strict("9223372036854775808")->get_uint64() == 9'223'372'036'854'775'808U);
    CHECK(parse_strict("18446744073709551615")->get_uint64() == UINT64_MAX);
    CHECK(parse_strict("18446744073709551616")->is_double());
    CHECK(parse_strict("2.0")->is_double());
    CHECK(parse_strict("1e3")->is_double());
}

TEST_CASE("parse_strict: long texts and keys come through whole") {
    const std::string text(100'000, 'x');
    CHECK(parse_strict("\"" + text + "\"")->get_string().size() == text.size());
    const std::string key(5'000, 'k');
    CHECK(parse_strict("{\"" + key + "\":1}")->get_object().begin()->key() == key);
    CHECK(read("{\"" + key + "\":1,\"" + key + "\":2}") == "duplicate_key");
}

TEST_CASE("append_json: escapes quotes, backslashes and control characters") {
    CHECK(written("a\"b\\c"sv) == R"("a\"b\\c")");
    CHECK(written("\n\r\t\b\f"sv) == R"("\n\r\t\u0008\u000c")");
    CHECK(written(std::string_view("\0\x1F\x7F", 3)) == "\"\\u0000\\u001f\x7F\"");
    CHECK(written("\xC3\xA9\xF0\x9F\x8C\x91</script>"sv) ==
          "\"\xC3\xA9\xF0\x9F\x8C\x91</script>\"");
    CHECK(written(""sv) == "\"\"");
}

TEST_CASE("append_json: every character reads back as it was") {
    std::string all;
    for (char c = 1; c < 127; ++c) all += c;
    all += "\x7F\xC2\x80\xE2\x80\xA8\xF4\x8F\xBF\xBF";
    const auto back = parse_strict(written(std::string_view(all)));
    REQUIRE(back);
    CHECK(std::string_view(back->get_string()) == all);
}

TEST_CASE("append_json: numbers are the shortest that read back, and none is a NaN") {
    CHECK(written(std::int64_t{INT64_MIN}) == "-9223372036854775808");
    CHECK(written(0.1) == "0.1");
    CHECK(written(-0.5) == "-0.5");
    CHECK(written(1e300) == "1e+300");
    CHECK(written(2.0) == "2");
    CHECK(written(std::nan("")) == "null");
    CHECK(written(std::numeric_limits<double>::infinity()) == "null");
    CHECK(written(-std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("append_json: a double reads back to the same double") {
    for (const double value : many_doubles()) {
        const auto text = written(value);
        double back = 0;
        std::from_chars(text.data(), text.data() + text.size(), back);
        REQUIRE(back == value);
    }
}

// Boost.JSON 1.81 rounds long numbers to a neighbour now and then: one bit of 53.
TEST_CASE("parse_strict: a number becomes the nearest double") {
    for (const double value : many_doubles()) {
        const auto back = parse_strict(written(value));
        REQUIRE(back);
        REQUIRE(back->to_number<double>() == value);
    }
}

TEST_CASE("parse_strict: coordinates of six decimals become the nearest double") {
    for (int micro = -180'000'000; micro <= 180'000'000; micro += 77'777) {
        auto text = std::to_string(micro);
        const std::size_t sign = micro < 0 ? 1 : 0;
        if (text.size() < 7 + sign) text.insert(sign, 7 + sign - text.size(), '0');
        text.insert(text.size() - 6, ".");
        double nearest = 0;
        std::from_chars(text.data(), text.data() + text.size(), nearest);
        REQUIRE(parse_strict(text)->get_double() == nearest);
    }
}

TEST_CASE("append_json: a tree is written compactly and in its order") {
    CHECK(compact(" { \"b\" : [ 1 , -2.5 , null , true ] , \"a\" : { } } ") ==
          R"({"b":[1,-2.5,null,true],"a":{}})");
    CHECK(compact("[]") == "[]");
    CHECK(compact("18446744073709551615") == "18446744073709551615");
    CHECK(compact(R"({"a\"b":"\u00e9"})") == "{\"a\\\"b\":\"\xC3\xA9\"}");
}

}  // namespace asterism::app
