#include "libcore/base/result.hpp"

#include <concepts>
#include <memory>
#include <string>

#include <doctest/doctest.h>

namespace asterism {
namespace {

constexpr Fault too_dark{"too_dark", Kind::conflict, "It is too dark."};

template <class From>
concept FaultOfResult = std::constructible_from<Result<int>, From>;

static_assert(FaultOfResult<const Fault&>);
static_assert(!FaultOfResult<Fault&&> && !FaultOfResult<const Fault&&>);
static_assert(!std::convertible_to<Result<int>, bool>);
static_assert(std::constructible_from<bool, Result<int>>);
static_assert(!std::default_initializable<Result<int>>);

Result<int> half(int of) {
    if (of % 2 != 0) return too_dark;
    return of / 2;
}

}  // namespace

TEST_CASE("result: holds a value or the named fault itself") {
    const auto good = half(4);
    REQUIRE(good);
    CHECK(*good == 2);
    const auto bad = half(3);
    REQUIRE_FALSE(bad);
    CHECK(bad.error().fault == &too_dark);
    CHECK(bad.error().detail.empty());
    CHECK(bad.error().fields.empty());
    CHECK_FALSE(bad.error().retry_after);
}

TEST_CASE("result: carries what only this occurrence knows") {
    Error error{&too_dark, "at midnight"};
    error.retry_after = std::chrono::seconds{7};
    const Result<std::string> bad = error;
    REQUIRE_FALSE(bad);
    CHECK(bad.error().detail == "at midnight");
    CHECK(bad.error().retry_after == std::chrono::seconds{7});
}

TEST_CASE("result: lets a value that cannot be copied be moved out") {
    Result<std::unique_ptr<int>> held = std::make_unique<int>(5);
    REQUIRE(held);
    const auto taken = std::move(*held);
    CHECK(*taken == 5);
    CHECK(**Result<std::unique_ptr<int>>(std::make_unique<int>(6)) == 6);
}

TEST_CASE("result: a value may be changed in place") {
    Result<std::string> text = std::string("a");
    *text += 'b';
    text->push_back('c');
    CHECK(*text == "abc");
}

TEST_CASE("field_error: names the field in the detail and in the list") {
    const auto error = field_error(too_dark, "sky.0");
    CHECK(error.fault == &too_dark);
    CHECK(error.detail == "sky.0");
    REQUIRE(error.fields.size() == 1);
    CHECK(error.fields[0].field == "sky.0");
    CHECK(error.fields[0].fault == &too_dark);
}

}  // namespace asterism
