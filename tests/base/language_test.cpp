#include "libcore/base/language.hpp"

#include <doctest/doctest.h>

namespace asterism {

TEST_CASE("language: a tag is known in any case") {
    CHECK(language_named("pt-br") == Language::pt_br);
    CHECK(language_named("ZH-cn") == Language::zh_cn);
    CHECK_FALSE(language_named("pt"));
    CHECK_FALSE(language_named("en_US"));
    CHECK_FALSE(language_named(""));
}

TEST_CASE("language: the wish of highest weight wins, then the first") {
    CHECK(preferred_language("fr;q=0.5, de;q=0.9, es;q=0.9") == Language::de);
    CHECK(preferred_language("fr-CA, en") == Language::fr);
    CHECK(preferred_language("pt-PT") == Language::pt_br);
    CHECK(preferred_language("nl, ja;q=0.1") == Language::ja);
    CHECK(preferred_language("zh-CN,zh;q=0.9,en;q=0.8") == Language::zh_cn);
}

TEST_CASE("language: what is refused or garbled is not chosen") {
    CHECK_FALSE(preferred_language(""));
    CHECK_FALSE(preferred_language("nl, sv"));
    CHECK_FALSE(preferred_language("*"));
    CHECK_FALSE(preferred_language("fr;q=0"));
    CHECK_FALSE(preferred_language("fr;q=abc"));
    CHECK_FALSE(preferred_language("fr;level=1"));
    CHECK(preferred_language(";;,,=;q=,it") == Language::it);
}

}  // namespace asterism
