#include "libcore/audit/words.hpp"

#include <doctest/doctest.h>

#include "tests/fakes/secrets.hpp"

namespace asterism::audit {
namespace {

std::string again(std::string_view text) { return words(read_words(text)); }

}  // namespace

TEST_CASE("words: come back as they were, whatever the values hold") {
    const std::string odd = "GET /a b%20c=d\r\n\x1B[31m\x7F caf\xC3\xA9";
    const auto text = words({{"resource", odd}, {"status_code", "403"}});
    CHECK(text.find_first_of("\r\n\x1B\x7F") == std::string::npos);
    const auto back = read_words(text);
    REQUIRE(back.size() == 2);
    CHECK(back[0].name == "resource");
    CHECK(back[0].value == odd);
    CHECK(back[1].value == "403");
    CHECK(again(text) == text);
}

TEST_CASE("words: of what nobody wrote so are read without harm") {
    CHECK(read_words("").empty());
    CHECK(read_words("   ").empty());
    CHECK(read_words("bare")[0].value.empty());
    for (const auto* text : {"a=%", "a=%2", "a=%zz", "a=100%"})
        CHECK(read_words(text)[0].value == std::string_view(text).substr(2));
    CHECK(read_words("a=b=c")[0].value == "b=c");
}

TEST_CASE("name code: is one for all spellings of a name and shows nothing of it") {
    const tests::PlainSealer sealer;
    const auto code = name_code(sealer, "Correct.Horse7");
    CHECK(code.size() == 17);
    CHECK(code.starts_with('~'));
    CHECK(code == name_code(sealer, "  correct.horse7 "));
    CHECK(code != name_code(sealer, "correct.horse8"));
}

TEST_CASE("denied: names the account, or nobody") {
    CHECK(denied(Actor{AccountId{3}}, {"PUT", "/v1/x/{y}"}, "not_allowed").metadata ==
          "resource=PUT%20/v1/x/{y} status_code=403 reason=not_allowed");
    CHECK(denied(Actor{AccountId{3}}, {}, "x").account == AccountId{3});
    CHECK(denied(std::nullopt, {}, "x").handle == "anonymous");
    CHECK_FALSE(denied(Actor{}, {}, "x").account);
}

}  // namespace asterism::audit
