#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

using Told = std::vector<std::string>;

struct Overseer : Scene {
    Overseer() : ada(settle()) {
        opened = *sign_in("ada", right)->opened;
        told();
    }

    Result<SessionsEnded> give_password(Actor actor, std::string_view name, std::string_view next) {
        const SetAccountPassword input{handle(name), password(next)};
        const auto vetted = vet_account_password(actor, policy, accounts, input);
        if (!vetted) return vetted.error();
        const auto hash = hash_account_password(hasher, *vetted, input);
        return undone_if_refused([&] {
            return set_account_password(run(), actor, accounts, door(), outbox(), hash, input);
        });
    }

    AccountId ada;
    Opened opened;
    const Actor admin{AccountId{77}, Role::admin};
    const Actor staff{AccountId{78}, Role::staff};
    const ShowAccount named{handle("ada")};
    const ShowAccount nobody{handle("nobody")};
};

}  // namespace

TEST_CASE_FIXTURE(Overseer, "oversight: is for administrators alone, and for accounts there are") {
    CHECK(slug(list_account_sessions(now, staff, accounts, sessions, named)) == "admins_only");
    CHECK(slug(end_account_sessions(run(), staff, accounts, sessions, named)) == "admins_only");
    CHECK(slug(give_password(staff, "ada", "An0ther!!")) == "admins_only");
    CHECK(slug(verify_account(run(), staff, accounts, tickets, events, named)) == "admins_only");
    CHECK(slug(remove_account(run(), staff, accounts, door(), outbox(), events, named)) ==
          "admins_only");
    CHECK(slug(list_account_sessions(now, admin, accounts, sessions, nobody)) == "unknown_account");
    CHECK(slug(give_password(admin, "nobody", "An0ther!!")) == "unknown_account");
    CHECK(slug(remove_account(run(), admin, accounts, door(), outbox(), events, nobody)) ==
          "unknown_account");
    CHECK(told().empty());
}

TEST_CASE_FIXTURE(Overseer, "end_account_sessions: signs an account out everywhere") {
    CHECK(list_account_sessions(now, admin, accounts, sessions, named)->items.size() == 1);
    CHECK(end_account_sessions(run(), admin, accounts, sessions, named)->sessions_ended == 1);
    CHECK(told() == Told{"sessions_ended by=77 count=1"});
    CHECK(slug(resume(opened.token)) == "bad_credentials");
    CHECK(list_account_sessions(now, admin, accounts, sessions, named)->items.empty());
}

TEST_CASE_FIXTURE(Overseer,
                  "set_account_password: sets it, signs out, unlocks and tells the owner") {
    for (int i = 0; i < 5; ++i) CHECK_FALSE(sign_in("ada", wrong));
    told();
    CHECK(slug_at(give_password(admin, "ada", "weak")) == "weak_password at password");
    CHECK(give_password(admin, "ada", "An0ther!!")->sessions_ended == 1);
    CHECK(told() == Told{"password_changed by=77 method=admin"});
    CHECK(mails() == Told{"password_changed Ada@Example.org"});
    CHECK(slug(resume(opened.token)) == "bad_credentials");
    CHECK(slug(sign_in("ada", "An0ther!!")) == "ok");
}

TEST_CASE_FIXTURE(Overseer, "verify_account: takes an address as proved, and its link is void") {
    settle({.handle = "eve", .email = "eve@example.org", .verified = false});
    REQUIRE(resend("eve@example.org"));
    told();
    CHECK(verify_account(run(), admin, accounts, tickets, events, {handle("eve")})->email_verified);
    CHECK(told() == Told{"email_verified by=77 method=admin"});
    CHECK(slug(sign_in("eve", right)) == "ok");
    CHECK(slug(verify(mailed_token())) == "ticket_void");
    told();
    CHECK(verify_account(run(), admin, accounts, tickets, events, {handle("eve")})->email_verified);
    CHECK(told().empty());
}

TEST_CASE_FIXTURE(Overseer, "remove_account: tells the owner and the other modules") {
    REQUIRE(remove_account(run(), admin, accounts, door(), outbox(), events, named));
    CHECK(told() == Told{"account_deleted by=77"});
    CHECK(mails() == Told{"account_deleted Ada@Example.org"});
    REQUIRE(events.count() == 1);
    CHECK(events.at<AccountDeleted>(0)->handle == "ada");
}

TEST_CASE_FIXTURE(Overseer, "remove_account: the last administrator stays") {
    accounts.set_role(ada, Role::admin);
    CHECK(slug(remove_account(run(), admin, accounts, door(), outbox(), events, named)) ==
          "last_admin");
    CHECK(events.count() == 0);
}

TEST_CASE_FIXTURE(Overseer, "lock_account: voids the links that were mailed") {
    REQUIRE(forget("ada@example.org"));
    REQUIRE(lock_account(run(), admin, accounts, door(), named));
    CHECK(tables.tickets.empty());
}

}  // namespace asterism::accounts
