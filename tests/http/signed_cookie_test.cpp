#include "shells/http/signed_cookie.hpp"

#include <doctest/doctest.h>

#include "tests/http/site.hpp"

namespace asterism::http {
namespace {

constexpr std::string_view secret = "abcdefghijABCDEFGHIJ12";

TEST_CASE("signed cookie: gives back what was put into it, whenever that was") {
    const testing::FakeSigner signer;
    const auto early =
        signed_value(signer, "an_ct", secret, tests::instant("2026-03-01T12:00:00Z"));
    const auto late = signed_value(signer, "an_ct", secret, tests::instant("2036-03-01T12:00:00Z"));
    CHECK(early != late);
    CHECK(early.size() <= 100);
    CHECK(proved_value(signer, "an_ct", early) == secret);
    CHECK(proved_value(signer, "an_ct", late) == secret);
}

TEST_CASE("signed cookie: believes nothing that was changed, cut, or of another cookie") {
    const testing::FakeSigner signer;
    const auto text = signed_value(signer, "an_ct", secret, tests::instant("2026-03-01T12:00:00Z"));
    CHECK_FALSE(proved_value(signer, "anonymousclientevent", text));
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto changed = text;
        changed[i] = changed[i] == 'x' ? 'y' : 'x';
        CHECK_FALSE(proved_value(signer, "an_ct", changed));
        CHECK_FALSE(proved_value(signer, "an_ct", text.substr(0, i)));
    }
    CHECK_FALSE(proved_value(signer, "an_ct", text + "x"));
    CHECK_FALSE(proved_value(signer, "an_ct", secret));
}

}  // namespace
}  // namespace asterism::http
