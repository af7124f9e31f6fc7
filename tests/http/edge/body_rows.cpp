// What a JSON route is sent for a body.

#include "tests/http/edge/rows.hpp"

using namespace std::string_literals;

namespace asterism::http::testing {
namespace {

constexpr std::string_view sound = R"({"identifier":"a","password":"b"})";

std::string typed(std::string_view line, std::string_view body = sound) {
    return "POST /v1/sessions HTTP/1.1\r\n" + std::string(host_line) + std::string(line) +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

std::string nested(std::size_t depth) {
    return R"({"identifier":)" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
}

std::string member(std::string_view value) {
    return json(R"({"identifier":)" + std::string(value) + R"(,"password":"b"})");
}

}  // namespace

Rows body_rows() {
    return {
        {"a sound one", 401, json(sound), After::open},
        {"a type of text", 415, typed("Content-Type: text/plain\r\n"), After::open},
        {"a type of forms", 415,
         typed("Content-Type: application/x-www-form-urlencoded\r\n", "identifier=a&password=b"),
         After::open},
        {"a type of uploads", 415, typed("Content-Type: multipart/form-data; boundary=x\r\n"),
         After::open},
        {"no type", 415, typed(""), After::open},
        {"an empty type", 415, typed("Content-Type:\r\n"), After::open},
        {"a type that begins like JSON's", 415, typed("Content-Type: application/jsonx\r\n"),
         After::open},
        {"two types in one", 415, typed("Content-Type: application/json, text/plain\r\n"),
         After::open},
        {"two types in two", 400,
         typed("Content-Type: application/json\r\nContent-Type: text/plain\r\n")},
        {"another character set", 415, typed("Content-Type: application/json; charset=utf-16\r\n"),
         After::open},
        {"our character set in capitals", 401,
         typed("Content-Type: Application/JSON; Charset=\"UTF-8\"\r\n",
               R"({"identifier":"c","password":"b"})"),
         After::open},
        {"half a document", 400, json("{"), After::open},
        {"two documents", 400, json("{}{}"), After::open},
        {"a byte behind the document", 400, json(std::string(sound) + "x"), After::open},
        {"NUL behind the document", 400, json(std::string(sound) + "\0"s), After::open},
        {"a byte order mark", 400, json("\xEF\xBB\xBF" + std::string(sound)), After::open},
        {"UTF-16", 400, json("{\0}\0"s), After::open},
        {"a list", 400, json("[]"), After::open},
        {"a text", 400, json("\"a\""), After::open},
        {"null", 400, json("null"), After::open},
        {"32 levels", 400, json(nested(32)), After::open},
        {"33 levels", 400, json(nested(33)), After::open},
        {"60,000 levels", 400, json(std::string(60'000, '[')), After::open},
        {"a key twice", 400, json(R"({"identifier":"a","identifier":"b","password":"b"})"),
         After::open},
        {"a key twice, once in escapes", 400,
         json(R"({"identifier":"a","\u0069dentifier":"b","password":"b"})"), After::open},
        {"a key nobody knows", 400, json(R"({"identifier":"a","password":"b","role":"admin"})"),
         After::open},
        {"a prototype", 400, json(R"({"identifier":"a","password":"b","__proto__":{}})"),
         After::open},
        {"NUL in a text", 400, member(R"("\u0000")"), After::open},
        {"a lone surrogate", 400, member(R"("\ud83c")"), After::open},
        {"surrogates the wrong way round", 400, member(R"("\udf11\ud83c")"), After::open},
        {"bytes that are no UTF-8", 400, member("\"\xFF\""), After::open},
        {"overlong UTF-8", 400, member("\"\xC0\x80\""), After::open},
        {"a line feed in a text", 400, member("\"a\nb\""), After::open},
        {"a number for a text", 400, member("1"), After::open},
        {"a truth for a text", 400, member("true"), After::open},
        {"null for a text", 400, member("null"), After::open},
        {"a list for a text", 400, member(R"(["a"])"), After::open},
        {"an object for a text", 400, member(R"({"$ne":null})"), After::open},
        {"a number beyond all", 400, member("1e400"), After::open},
        {"NaN", 400, member("NaN"), After::open},
        {"Infinity", 400, member("-Infinity"), After::open},
        {"a comment", 400, json("{/*x*/}"), After::open},
        {"a comma too many", 400, json(R"({"identifier":"a","password":"b",})"), After::open},
        {"the largest body, all of one text", 401,
         json(R"({"identifier":")" + std::string(65'536 - 32, 'a') + R"(","password":"b"})"),
         After::open},
        {"a byte more than the largest body", 413,
         json(R"({"identifier":")" + std::string(65'536 - 31, 'a') + R"(","password":"b"})")},
        {"JSON packed with gzip", 400,
         post_with("Content-Encoding: gzip\r\nContent-Length: 4\r\n", "\x1F\x8B\x08\x00"s),
         After::open},
    };
}

}  // namespace asterism::http::testing
