#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

using Told = std::vector<std::string>;

struct Leaving : Scene {
    Leaving() : ada(settle()) {
        opened = *sign_in("ada", right)->opened;
        actor = {ada, Role::user, opened.session, caller.site};
        told();
    }

    AccountId ada;
    Opened opened;
    Actor actor;
};

}  // namespace

TEST_CASE_FIXTURE(Leaving, "delete_account: takes everything along but the log, and says so") {
    REQUIRE(forget("ada@example.org"));
    const auto token = reset_token();
    mails();
    told();
    REQUIRE(resign(actor, right));
    CHECK(told() == Told{"account_deleted"});
    CHECK(mails() == Told{"account_deleted Ada@Example.org"});
    REQUIRE(events.count() == 1);
    CHECK(events.at<AccountDeleted>(0)->account == ada);
    CHECK(slug(resume(opened.token)) == "bad_credentials");
    CHECK(slug(sign_in("ada", right)) == "bad_credentials");
    CHECK(slug(reset(token, "An0ther!!")) == "ticket_void");
    CHECK_FALSE(accounts.find(ada));
}

TEST_CASE_FIXTURE(Leaving, "delete_account: its names are free again") {
    REQUIRE(resign(actor));
    CHECK(settle() != ada);
    CHECK(slug(sign_in("ada@example.org", right)) == "ok");
}

TEST_CASE_FIXTURE(Leaving, "delete_account: a wrong password deletes nothing") {
    CHECK(slug_at(resign(actor, wrong)) == "wrong_password at current_password");
    CHECK(accounts.find(ada));
    CHECK(events.count() == 0);
}

TEST_CASE_FIXTURE(Leaving, "delete_account: the last administrator stays") {
    const auto root = settle({.handle = "owner", .email = "o@example.org", .role = Role::admin});
    CHECK(slug(resign(Actor{root, Role::admin})) == "last_admin");
    CHECK(accounts.find(root));
    accounts.set_role(ada, Role::admin);
    CHECK(slug(resign(Actor{root, Role::admin})) == "ok");
}

}  // namespace asterism::accounts
