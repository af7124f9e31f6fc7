#include "shells/app/codec.hpp"

#include <doctest/doctest.h>

#include "libcore/base/actor.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::app {
namespace {

using tests::slug;
using tests::slug_at;

struct Star {
    AccountId id;
    std::string name;
    std::optional<double> magnitude;

    static constexpr void fields(auto&& see) {
        see("id", &Star::id, "Its number.");
        see("name", &Star::name, "Its name.");
        see("magnitude", &Star::magnitude, "How bright it is.");
    }
};

struct Sky {
    std::vector<Star> stars;
    std::optional<Star> brightest;
    std::vector<std::vector<int>> grid;
    Role role = Role::user;

    static constexpr void fields(auto&& see) {
        see("stars", &Sky::stars, "All of them.");
        see("brightest", &Sky::brightest, "One of them.");
        see("grid", &Sky::grid, "Counts.");
        see("role", &Sky::role, "Who may look.");
    }
};

// An account's row has no field list, and so no way out.
struct Secret {
    std::string hash;
};

template <class T>
concept Coded = requires(const json::value& in) {
    Codec<T>::read(in);
};

static_assert(Coded<Star> && Coded<std::vector<std::optional<Star>>> && !Coded<Secret>);
static_assert(!Coded<float> && !Coded<const char*> && !Coded<std::uint64_t>);

template <class T>
Result<T> read(std::string_view text) {
    const auto value = parse_strict(text);
    REQUIRE(value);
    return decode<T>(*value);
}

template <class T>
std::string refused(std::string_view text) {
    return slug_at(read<T>(text));
}

template <class T>
std::string written(const T& value) {
    std::string out;
    encode(out, value);
    return out;
}

const std::vector<std::string> samples{"null",  "true", "2",  "2.0", "2.5", "1e3",
                                       "\"2\"", "\"\"", "[]", "[2]", "{}"};

/// Which of the samples this type reads.
template <class T>
std::vector<std::string> taken() {
    std::vector<std::string> out;
    for (const auto& sample : samples) {
        const auto value = read<T>(sample);
        if (value) out.push_back(sample);
    }
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("codec: takes exactly its own type and turns nothing into another") {
    CHECK(taken<bool>() == Texts{"true"});
    CHECK(taken<std::int64_t>() == Texts{"2"});
    CHECK(taken<int>() == Texts{"2"});
    CHECK(taken<AccountId>() == Texts{"2"});
    CHECK(taken<double>() == Texts{"2", "2.0", "2.5", "1e3"});
    CHECK(taken<std::string>() == Texts{"\"2\"", "\"\""});
    CHECK(taken<Instant>() == Texts{});
    CHECK(taken<Date>() == Texts{});
    CHECK(taken<Role>() == Texts{});
    CHECK(taken<std::vector<int>>() == Texts{"[]", "[2]"});
    CHECK(taken<Star>() == Texts{});
    CHECK(taken<std::optional<int>>() == Texts{"null", "2"});
}

TEST_CASE("codec: integers keep within their width, and ids above zero") {
    CHECK(*read<int>("2147483647") == 2'147'483'647);
    CHECK(refused<int>("2147483648") == "bad_field");
    CHECK(*read<int>("-2147483648") == -2'147'483'647 - 1);
    CHECK(refused<int>("-2147483649") == "bad_field");
    CHECK(*read<std::int64_t>("-9223372036854775808") == INT64_MIN);
    CHECK(refused<std::int64_t>("9223372036854775808") == "bad_field");
    CHECK(refused<std::int64_t>("18446744073709551616") == "bad_field");
    CHECK(*read<double>("18446744073709551615") == 18'446'744'073'709'551'615.0);
    CHECK(read<AccountId>("1")->value == 1);
    CHECK(refused<AccountId>("0") == "bad_field");
    CHECK(refused<AccountId>("-1") == "bad_field");
}

TEST_CASE("codec: enums go by their names, to the letter") {
    CHECK(*read<Role>("\"staff\"") == Role::staff);
    for (const std::string text : {"\"Staff\"", "\"staff \"", "\"\"", "2", "\"owner\""})
        CHECK(refused<Role>(text) == "bad_field");
    CHECK(written(Role::admin) == "\"admin\"");
}

TEST_CASE("codec: texts pass their rule, and say which one they broke") {
    CHECK(read<Handle>("\" Ada \"")->str() == "ada");
    CHECK(refused<Handle>("\"a b\"") == "invalid_handle");
    CHECK(refused<Handle>("\"\"") == "invalid_handle");
    CHECK(refused<Email>("\"a@b\"") == "invalid_email");
    CHECK(read<Email>("\"A@b.co\"")->given() == "A@b.co");
    CHECK(refused<Password>("[]") == "bad_field");
    CHECK(refused<Email>("null") == "bad_field");
    // A tree that did not come through the strict reader is looked at no less closely.
    CHECK(slug(decode<std::string>(json::value("a\xC3"))) == "unfit_text");
    CHECK(slug(decode<std::string>(json::value(json::string_view("a\0b", 3)))) == "unfit_text");
}

TEST_CASE("codec: moments are RFC 3339 both ways") {
    CHECK(*read<Instant>("\"2026-03-01T13:00:00+01:00\"") ==
          tests::instant("2026-03-01T12:00:00Z"));
    CHECK(refused<Instant>("\"2026-03-01\"") == "bad_field");
    CHECK(written(tests::instant("2026-03-01T12:00:00Z")) == "\"2026-03-01T12:00:00Z\"");
    CHECK(written(*read<Date>("\"2024-02-29\"")) == "\"2024-02-29\"");
    CHECK(refused<Date>("\"2023-02-29\"") == "bad_field");
}

TEST_CASE("codec: an object has all it must have and nothing else") {
    CHECK(read<Star>(R"({"id":1,"name":"Vega"})")->name == "Vega");
    CHECK(read<Star>(R"({"id":1,"name":"Vega","magnitude":0.03})")->magnitude == 0.03);
    CHECK_FALSE(read<Star>(R"({"id":1,"name":"Vega","magnitude":null})")->magnitude);
    CHECK(refused<Star>(R"({"id":1})") == "missing_field at name");
    CHECK(refused<Star>(R"({"id":1,"name":null})") == "bad_field at name");
    CHECK(refused<Star>(R"({"id":1,"name":"Vega","Name":"x"})") == "unknown_field at Name");
    CHECK(refused<Star>(R"({"id":1,"name":"Vega","role":"admin"})") == "unknown_field at role");
    CHECK(refused<Star>("[]") == "bad_field");
    CHECK(refused<Star>("null") == "bad_field");
}

TEST_CASE("codec: the first field refused is the one that is told") {
    CHECK(refused<Star>(R"({"extra":1,"magnitude":"x"})") == "missing_field at id");
    CHECK(refused<Star>(R"({"extra":1,"magnitude":"x","id":0})") == "bad_field at id");
    CHECK(refused<Star>(R"({"extra":1,"magnitude":"x","id":1})") == "missing_field at name");
    CHECK(refused<Star>(R"({"extra":1,"magnitude":"x","id":1,"name":""})") ==
          "bad_field at magnitude");
    CHECK(refused<Star>(R"({"extra":1,"id":1,"name":""})") == "unknown_field at extra");
    CHECK(refused<Star>(R"({"id":1,"name":""})") == "ok");
}

TEST_CASE("codec: the path leads through lists and objects to the fault") {
    constexpr std::string_view before = R"({"role":"user","grid":[],"stars":)";
    const auto with_stars = [&](std::string_view stars) {
        return refused<Sky>(std::string(before) + std::string(stars) + "}");
    };
    CHECK(with_stars("[]") == "ok");
    CHECK(with_stars("{}") == "bad_field at stars");
    CHECK(with_stars("[1]") == "bad_field at stars.0");
    CHECK(with_stars(R"([{"id":1,"name":"a"},{"id":0,"name":"b"}])") == "bad_field at stars.1.id");
    CHECK(with_stars(R"([{"id":1}])") == "missing_field at stars.0.name");
    CHECK(with_stars(R"([{"id":1,"name":"a","x":1}])") == "unknown_field at stars.0.x");
    CHECK(with_stars(R"([],"brightest":{"id":"1","name":"a"})") == "bad_field at brightest.id");
    CHECK(with_stars(R"([],"brightest":null)") == "ok");
    CHECK(refused<Sky>(R"({"role":"user","stars":[],"grid":[[1],[2,"3"]]})") ==
          "bad_field at grid.1.1");
    const auto error = read<Sky>(R"({"role":"x","stars":[],"grid":[]})").error();
    REQUIRE(error.fields.size() == 1);
    CHECK(error.fields[0].field == "role");
    CHECK(error.fields[0].fault == &bad_field);
}

TEST_CASE("codec: what is written reads back") {
    Sky sky;
    sky.stars = {{AccountId{1}, "\"Vega\"\n", 0.03}, {AccountId{2}, "Deneb", {}}};
    sky.grid = {{1, -2}, {}};
    sky.role = Role::staff;
    const auto text = written(sky);
    CHECK(text == R"({"stars":[{"id":1,"name":"\"Vega\"\n","magnitude":0.03},)"
                  R"({"id":2,"name":"Deneb","magnitude":null}],)"
                  R"("brightest":null,"grid":[[1,-2],[]],"role":"staff"})");
    const auto back = read<Sky>(text);
    REQUIRE(back);
    CHECK(written(*back) == text);
    CHECK(written(true) == "true");
    CHECK(written(std::vector<std::string>{}) == "[]");
    CHECK(written(AccountId{7}) == "7");
}

}  // namespace asterism::app
