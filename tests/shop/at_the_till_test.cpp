#include "libcore/shop/at_the_till.hpp"

#include <doctest/doctest.h>

#include "tests/fakes/memory_crm.hpp"
#include "tests/shop/scene.hpp"

namespace asterism::shop {
namespace {

struct Counter : Scene {
    CheckoutPage page() {
        return *show_checkout(run(), actor, carts, {accounts, shelves()}, policy, {visitor});
    }

    BuyerKnown known(const std::string& email) {
        return *look_up_buyer(run(), actor, accounts, contacts, policy,
                              {*Email::parse(email), visitor});
    }

    tests::MemoryContacts contacts{tables, calls};
};

}  // namespace

TEST_CASE_FIXTURE(Counter, "show_checkout: the cart, to those of whom the shop takes orders") {
    CHECK(page().allowed);
    CHECK_FALSE(page().cart->found);
    REQUIRE(add(1, 2));
    CHECK(page().cart->totals.total == "7.00");
    CHECK_FALSE(page().cart->shipping);  // looking chooses nothing
    policy.visitors_that_check_out.reset();
    CHECK_FALSE(page().allowed);
    CHECK_FALSE(page().cart);
    actor = Actor{settle("ada")};
    CHECK(page().allowed);
    CHECK_FALSE(page().cart->found);
}

TEST_CASE_FIXTURE(Counter,
                  "look_up_buyer: knows whose address it is, and tells it to nobody else") {
    settle("ada");
    CHECK(known("Ada@Example.org").has_account);
    CHECK(known("ada@example.org").allowed);
    CHECK(tables.contacts.empty());
    CHECK_FALSE(known("Eve@example.org").has_account);
    CHECK_FALSE(known("eve@example.org").has_account);  // and is kept once
    REQUIRE(tables.contacts.size() == 1);
    CHECK(tables.contacts.at(0).email == "eve@example.org");
    policy.visitors_that_check_out.reset();
    CHECK_FALSE(known("ada@example.org").has_account);
    CHECK_FALSE(known("bob@example.org").allowed);
    CHECK(tables.contacts.size() == 1);
}

}  // namespace asterism::shop
