#include "libcore/shop/identifiers.hpp"

#include <doctest/doctest.h>

#include "tests/shop/goods.hpp"

namespace asterism::shop {

TEST_CASE(
    "identifiers: an order's is short, a secret is 130 bits, and both come from chance alone") {
    tests::CountingEntropy entropy;
    const auto identifier = draw_order_identifier(entropy);
    CHECK(identifier.size() == 14);
    CHECK(identifier.starts_with("ORD-"));
    CHECK(identifier.find_first_not_of(lower_alphanumerics, 4) == std::string::npos);
    const auto secret = draw_secret(entropy);
    CHECK(secret.size() == 22);  // 22 × log2(62) = 130.99
    CHECK(secret.find_first_not_of(alphanumerics) == std::string::npos);
    CHECK(draw_secret(entropy) != secret);
    CHECK(draw_order_identifier(entropy) != identifier);
}

TEST_CASE("identifiers: a guest's order is asked for by one word with its secret in it") {
    const OrderName guest{"ORD-abc123def4", "Abcdefghijklmnopqrstu1"};
    CHECK(written(guest) == "ORD-abc123def4-Abcdefghijklmnopqrstu1");
    CHECK(read_order_name(written(guest)) == guest);
    const OrderName plain{"ORD-abc123def4", ""};
    CHECK(written(plain) == "ORD-abc123def4");
    CHECK(read_order_name("ORD-abc123def4") == plain);
    CHECK(read_order_name("abc123def4") == OrderName{"abc123def4", ""});
}

TEST_CASE("identifiers: what cannot be an order's name is none") {
    for (const auto* text : {"", "ORD_abc", "ORD-abc/..", "ORD abc", "ORD-äbc", "a%20b"})
        CHECK_FALSE(read_order_name(text));
    CHECK_FALSE(read_order_name(std::string(124, 'a')));
    CHECK(read_order_name(std::string(123, 'a')));
    CHECK(read_order_name("-" + std::string(22, 'a'))->secret.empty());
    CHECK(read_order_name("ORD-abc123def4-short")->secret.empty());
}

}  // namespace asterism::shop
