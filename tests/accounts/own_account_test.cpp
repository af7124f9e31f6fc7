#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

using Told = std::vector<std::string>;

struct Owner : Scene {
    Owner() : ada(settle()) {}

    Result<AccountView> update(const UpdateAccount& input) {
        return undone_if_refused(
            [&] { return update_account(run(), Actor{ada}, accounts, input); });
    }

    Result<AccountView> rename(std::string_view name) {
        UpdateAccount input;
        input.handle = handle(name);
        return update(input);
    }

    AccountId ada;
};

}  // namespace

TEST_CASE_FIXTURE(Owner, "update_account: changes what is given and leaves the rest") {
    UpdateAccount input;
    input.last_name = *PersonName::parse("Lovelace");
    const auto view = update(input);
    REQUIRE(view);
    CHECK(view->last_name == "Lovelace");
    CHECK(view->first_name.empty());
    CHECK(view->handle == "ada");
    input = {};
    input.first_name = *PersonName::parse("Ada");
    REQUIRE(update(input));
    CHECK(row(ada).first_name == "Ada");
    CHECK(row(ada).last_name == "Lovelace");
    CHECK(told() == Told{"account_updated name", "account_updated name"});
}

TEST_CASE_FIXTURE(Owner, "update_account: nothing given is nothing changed") {
    CHECK(slug(update({})) == "ok");
    CHECK(told().empty());
}

TEST_CASE_FIXTURE(Owner, "update_account: a new user name frees the old one") {
    CHECK(rename("Countess")->handle == "countess");
    CHECK(told() == Told{"account_updated handle_before=ada"});
    CHECK(slug(sign_in("ada", right)) == "bad_credentials");
    CHECK(slug(sign_in("countess", right)) == "ok");
    settle({.handle = "ada", .email = "other@example.org"});
}

TEST_CASE_FIXTURE(Owner, "update_account: refuses names that are short, reserved or taken") {
    settle({.handle = "bob", .email = "bob@example.org"});
    CHECK(slug_at(rename("ad")) == "handle_not_allowed at handle");
    CHECK(slug_at(rename("a.da")) == "handle_not_allowed at handle");
    CHECK(slug_at(rename("Me")) == "handle_not_allowed at handle");
    CHECK(slug_at(rename("Admin")) == "handle_reserved at handle");
    CHECK(slug_at(rename("BOB")) == "handle_taken at handle");
    CHECK(row(ada).handle == "ada");
    CHECK(slug(rename("ADA")) == "ok");
    CHECK(slug(rename(std::string(30, 'a'))) == "ok");
    CHECK(slug(rename(std::string(31, 'a'))) == "handle_not_allowed");
}

TEST_CASE_FIXTURE(Owner, "update_account: keeps a language in its own spelling") {
    UpdateAccount input;
    input.language = "PT-br";
    CHECK(update(input)->language == Language::pt_br);
    CHECK(row(ada).language == Language::pt_br);
    input.language = "tlh";
    CHECK(slug_at(update(input)) == "unknown_language at language");
    CHECK(row(ada).language == Language::pt_br);
}

TEST_CASE_FIXTURE(Owner, "update_account: of several changes, all happen or none") {
    UpdateAccount input;
    input.first_name = *PersonName::parse("Ada");
    input.handle = handle("admin");
    CHECK(slug(update(input)) == "handle_reserved");
    CHECK(row(ada).first_name.empty());
}

}  // namespace asterism::accounts
