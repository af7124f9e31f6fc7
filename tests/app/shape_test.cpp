#include "shells/app/shape.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "libcore/base/actor.hpp"
#include "shells/app/codec.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::app {
namespace {

struct Filter {
    std::int64_t limit = 0;
    std::optional<double> radius;
    std::optional<bool> open;
    std::optional<Role> role;
    std::optional<std::vector<int>> classes;

    static constexpr void fields(auto&& see) {
        see("limit", &Filter::limit, "How many.");
        see("radius", &Filter::radius, "How far.");
        see("open", &Filter::open, "Whether open.");
        see("role", &Filter::role, "Whose.");
        see("classes", &Filter::classes, "Which.");
    }
};

std::string text_of(const json::value& value) {
    std::string out;
    append_json(out, value);
    return out;
}

std::string from(Wire wire, std::string_view text) { return text_of(from_text(wire, text)); }

template <class T>
std::string schema() {
    return text_of(Codec<T>::schema());
}

}  // namespace

TEST_CASE("from_text: an integer is one, or stays a text") {
    CHECK(from(Wire::integer, "12") == "12");
    CHECK(from(Wire::integer, "-9223372036854775808") == "-9223372036854775808");
    for (const std::string text :
         {"", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "9223372036854775808", "one"})
        CHECK(from(Wire::integer, text) == "\"" + text + "\"");
}

TEST_CASE("from_text: a number is finite, or stays a text") {
    CHECK(from(Wire::number, "12") == "12");
    CHECK(from(Wire::number, "-0.5") == "-0.5");
    CHECK(from(Wire::number, "1e3") == "1000");
    for (const std::string text :
         {"", "nan", "inf", "-inf", "infinity", "1e400", "1,5", "1.5 ", "+1"})
        CHECK(from(Wire::number, text) == "\"" + text + "\"");
}

TEST_CASE("from_text: a truth has three names on each side") {
    for (const std::string text : {"true", "1", "yes", "TRUE", "Yes"})
        CHECK(from(Wire::boolean, text) == "true");
    for (const std::string text : {"false", "0", "no", "False", "NO"})
        CHECK(from(Wire::boolean, text) == "false");
    for (const std::string text : {"", "on", "2", "true ", "y"})
        CHECK(from(Wire::boolean, text) == "\"" + text + "\"");
}

TEST_CASE("from_text: lists and objects are JSON, texts are what they are") {
    CHECK(from(Wire::array, "[1,\"a\"]") == "[1,\"a\"]");
    CHECK(from(Wire::object, "{\"a\":1}") == "{\"a\":1}");
    CHECK(from(Wire::array, "1,2") == "\"1,2\"");
    CHECK(from(Wire::object, "{\"a\":1,\"a\":2}") == R"("{\"a\":1,\"a\":2}")");
    for (const std::string text : {"", "12", "true", "null", "[1]", " x "})
        CHECK(from(Wire::string, text) == "\"" + text + "\"");
}

TEST_CASE("shape: tells of every field its name, wire type and need, through optional, too") {
    const auto& shape = Codec<Filter>::shape<>();
    REQUIRE(shape.size() == 5);
    const std::vector<Wire> wires{Wire::integer, Wire::number, Wire::boolean, Wire::string,
                                  Wire::array};
    for (std::size_t i = 0; i < shape.size(); ++i) {
        CHECK(shape[i].wire == wires[i]);
        CHECK(shape[i].required == (i == 0));
    }
    CHECK(find_field(shape, "radius")->about == "How far.");
    CHECK(find_field(shape, "Radius") == nullptr);
    CHECK(&Codec<Filter>::shape<>() == &shape);
}

TEST_CASE("find_field: knows a place's short names, where it has long ones") {
    const Shape shape{{"latitude", "", Wire::number, true, nullptr},
                      {"longitude", "", Wire::number, true, nullptr}};
    CHECK(find_field(shape, "lat") == &shape[0]);
    CHECK(find_field(shape, "lon") == &shape[1]);
    CHECK(find_field(shape, "lng") == &shape[1]);
    CHECK(find_field(shape, "l") == nullptr);
    CHECK(find_field(Codec<Filter>::shape<>(), "lat") == nullptr);
}

TEST_CASE("schema: says what the codec takes") {
    CHECK(schema<bool>() == R"({"type":"boolean"})");
    CHECK(schema<std::int64_t>() == R"({"type":"integer","format":"int64"})");
    CHECK(schema<int>() == R"({"type":"integer","format":"int32"})");
    CHECK(schema<double>() == R"({"type":"number","format":"double"})");
    CHECK(schema<AccountId>() == R"({"type":"integer","format":"int64","minimum":1})");
    CHECK(schema<Instant>() == R"({"type":"string","format":"date-time"})");
    CHECK(schema<Date>() == R"({"type":"string","format":"date"})");
    CHECK(schema<Email>() == R"({"type":"string","format":"email","maxLength":254})");
    CHECK(schema<Handle>() == R"({"type":"string","minLength":1,"maxLength":150})");
    CHECK(schema<Role>() == R"({"type":"string","enum":["user","moderator","staff","admin"]})");
    CHECK(schema<std::vector<bool>>() == R"({"type":"array","items":{"type":"boolean"}})");
}

TEST_CASE("schema: an optional type may be null") {
    CHECK(schema<std::optional<bool>>() == R"({"type":["boolean","null"]})");
    CHECK(schema<std::optional<Date>>() == R"({"type":["string","null"],"format":"date"})");
    CHECK(schema<std::optional<Role>>() ==
          R"({"type":["string","null"],"enum":["user","moderator","staff","admin",null]})");
}

TEST_CASE("schema: an object names its fields, its needs and no others") {
    const auto filter = Codec<Filter>::schema();
    CHECK(text_of(filter.at("required")) == R"(["limit"])");
    CHECK(filter.at("additionalProperties") == false);
    CHECK(text_of(filter.at("properties").at("limit")) ==
          R"({"type":"integer","format":"int64","description":"How many."})");
    CHECK(text_of(filter.at("properties").at("classes")) ==
          R"({"type":["array","null"],"items":{"type":"integer","format":"int32"},)"
          R"("description":"Which."})");
    CHECK(text_of(or_null(schema_of({}))) ==
          R"({"type":["object","null"],"properties":{},"additionalProperties":false})");
}

TEST_CASE("at: puts a name before a path") {
    CHECK(at("a", Error{&bad_field}).detail == "a");
    CHECK(at("a", at("0", at("b", Error{&bad_field}))).detail == "a.0.b");
}

}  // namespace asterism::app
