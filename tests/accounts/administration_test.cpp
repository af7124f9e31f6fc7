#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

using Told = std::vector<std::string>;

struct Office : Scene {
    Office()
        : root(settle({.handle = "root", .email = "root@example.org", .role = Role::admin})),
          ada(settle()),
          admin{root, Role::admin, {}, caller.site} {}

    Result<AccountView> give(std::string_view name, Role role) {
        return undone_if_refused([&] {
            return set_role(run(), admin, accounts, sessions, {handle(name), role});
        });
    }

    Result<AccountView> lock(std::string_view name) {
        return undone_if_refused(
            [&] { return lock_account(run(), admin, accounts, door(), {handle(name)}); });
    }

    Result<AccountView> unlock(std::string_view name) {
        return undone_if_refused(
            [&] { return unlock_account(run(), admin, accounts, door(), {handle(name)}); });
    }

    static AddAccount form(std::string_view name, std::string_view address) {
        return {handle(name), email(address), password(right), {}};
    }

    AccountId root;
    AccountId ada;
    Actor admin;
};

}  // namespace

TEST_CASE_FIXTURE(Office, "administration: is for admins only, whatever else is wrong") {
    for (const Role role : {Role::user, Role::moderator, Role::staff}) {
        const Actor actor{ada, role};
        CHECK(slug(add(actor, form("x", "x@example.org"))) == "admins_only");
        CHECK(slug(list_accounts(actor, accounts, {.after = {}, .limit = 0})) == "admins_only");
        admin.role = role;
        CHECK(slug(show_account(admin, accounts, {handle("nobody")})) == "admins_only");
        CHECK(slug(give("nobody", Role::admin)) == "admins_only");
        CHECK(slug(lock("nobody")) == "admins_only");
        CHECK(slug(unlock("nobody")) == "admins_only");
    }
    CHECK(hasher.hashes == 0);
    CHECK(told().empty());
}

TEST_CASE_FIXTURE(Office, "administration: an unknown name is named as the fault") {
    CHECK(slug_at(show_account(admin, accounts, {handle("nobody")})) ==
          "unknown_account at handle");
    CHECK(slug_at(give("nobody", Role::user)) == "unknown_account at handle");
    CHECK(slug_at(lock("nobody")) == "unknown_account at handle");
    CHECK(slug_at(unlock("nobody")) == "unknown_account at handle");
}

TEST_CASE_FIXTURE(Office, "add_account: makes a verified account that can sign in") {
    auto input = form("bob", "Bob@Example.org");
    const auto made = add(admin, input);
    REQUIRE(made);
    CHECK(made->email_verified);
    CHECK(made->role == Role::user);
    CHECK(made->id == AccountId{3});
    CHECK(told() == Told{"account_added by=1"});
    CHECK(tables.messages.empty());
    CHECK(slug(sign_in("bob", right)) == "ok");
    input = form("mod", "mod@example.org");
    input.role = Role::moderator;
    CHECK(add(admin, input)->role == Role::moderator);
}

TEST_CASE_FIXTURE(Office, "add_account: refuses in the order of its checks") {
    auto input = form("a.b", "ada@example.org");
    input.password = password("weak");
    CHECK(slug_at(add(admin, input)) == "handle_not_allowed at handle");
    input.handle = handle("ada");
    CHECK(slug_at(add(admin, input)) == "weak_password at password");
    input.password = password(right);
    CHECK(slug_at(add(admin, input)) == "handle_taken at handle");
    input.handle = handle("support");  // reserved, but theirs to give away
    CHECK(slug_at(add(admin, input)) == "email_taken at email");
    input.email = email("support@example.org");
    CHECK(slug(add(admin, input)) == "ok");
    CHECK(tables.accounts.size() == 3);
}

TEST_CASE_FIXTURE(Office, "keep_site_account: there is one, which nobody can sign in to") {
    const auto keep = [&](std::string_view name) {
        return keep_site_account(run(), admin, accounts, {handle(name)});
    };
    const auto made = keep("starview");
    REQUIRE(made);
    CHECK_FALSE(made->has_password);
    CHECK(row(made->id).system);
    CHECK(told() == Told{"site_account_kept by=1"});
    CHECK(keep("starview")->id == made->id);
    CHECK(told().empty());
    CHECK(slug_at(keep("ada")) == "handle_taken at handle");
    CHECK_FALSE(row({1}).system);
}

TEST_CASE_FIXTURE(Office, "keep_site_account: one that an older house forgot to mark is marked") {
    Account old;
    old.handle = "starview";
    old.email = "system@example.org";
    old.has_password = false;
    const auto id = *accounts.add({old, {}});
    CHECK(keep_site_account(run(), admin, accounts, {handle("starview")})->id == id);
    CHECK(row(id).system);
    CHECK(slug(keep_site_account(run(), {id, Role::staff}, accounts, {handle("starview")})) ==
          "admins_only");
}

TEST_CASE_FIXTURE(Office, "list_accounts: walks all pages in order, each account once") {
    for (int i = 0; i < 5; ++i)
        settle({.handle = "p" + std::to_string(i), .email = "p" + std::to_string(i) + "@x.org"});
    std::vector<std::int64_t> seen;
    std::optional<AccountId> after;
    int pages = 0;
    do {
        const auto page = list_accounts(admin, accounts, {after, 3});
        REQUIRE(page);
        for (const auto& view : page->items) seen.push_back(view.id.value);
        after = page->next;
    } while (++pages < 9 && after);
    CHECK(pages == 3);
    CHECK(seen == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7});
}

TEST_CASE_FIXTURE(Office, "list_accounts: a page that ends the list has no next") {
    CHECK_FALSE(list_accounts(admin, accounts, {{}, 2})->next);
    CHECK(list_accounts(admin, accounts, {{}, 1})->next == root);
    CHECK(list_accounts(admin, accounts, {AccountId{99}, {}})->items.empty());
    CHECK(list_accounts(admin, accounts, {{}, {}})->items.size() == 2);
    CHECK(slug_at(list_accounts(admin, accounts, {{}, 0})) == "bad_page_size at limit");
    CHECK(slug_at(list_accounts(admin, accounts, {{}, 201})) == "bad_page_size at limit");
    CHECK(slug(list_accounts(admin, accounts, {{}, 200})) == "ok");
}

TEST_CASE_FIXTURE(Office, "set_role: a new role ends the sessions of the old one") {
    const auto token = *sign_in("ada", right)->token;
    told();
    CHECK(give("ada", Role::user)->role == Role::user);
    CHECK(told().empty());
    CHECK(slug(resume(token)) == "ok");
    CHECK(give("ada", Role::staff)->role == Role::staff);
    CHECK(told() == Told{"role_changed by=1"});
    CHECK(slug(resume(token)) == "bad_credentials");
    CHECK(row(ada).role == Role::staff);
}

TEST_CASE_FIXTURE(Office, "administration: the last active admin keeps role and access") {
    settle({.handle = "gone", .email = "gone@x.org", .role = Role::admin, .active = false});
    CHECK(slug(give("root", Role::staff)) == "last_admin");
    CHECK(slug(lock("root")) == "last_admin");
    CHECK(slug(give("root", Role::admin)) == "ok");
    CHECK(slug(give("gone", Role::user)) == "ok");
    CHECK(row(root).active);
    REQUIRE(give("ada", Role::admin));
    CHECK(slug(lock("root")) == "ok");
    CHECK(slug(give("ada", Role::user)) == "last_admin");
    CHECK(slug(give("root", Role::user)) == "ok");
}

TEST_CASE_FIXTURE(Office, "lock_account: keeps out at once, until it is unlocked") {
    const auto token = *sign_in("ada", right)->token;
    for (int i = 0; i < 5; ++i) (void)sign_in("ada", wrong);
    told();
    CHECK_FALSE(lock("ada")->active);
    CHECK(slug(resume(token)) == "bad_credentials");
    CHECK(tables.sessions[0].end_reason == "account_locked");
    CHECK(unlock("ada")->active);
    CHECK(told() == Told{"account_locked by=1", "account_unlocked by=1"});
    CHECK(slug(resume(token)) == "bad_credentials");
    CHECK(slug(sign_in("ada", right)) == "ok");  // the failed tries are forgiven, too
}

}  // namespace asterism::accounts
