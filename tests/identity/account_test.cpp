#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include "tests/identity/meeting.hpp"

namespace asterism::http::testing {
namespace {

using enum Verb;

TEST_CASE_FIXTURE(Meeting,
                  "identities: an account with that address and a password is not opened") {
    account("alice");
    club.email = "Alice@Example.org";
    const auto refused = visit();
    CHECK(refused.status == 409);
    CHECK(code_of(refused) == "log_in_first");
    CHECK(told() == "login_failed auth_method=club reason=used_email");
    CHECK_FALSE(is_signed_in());
    CHECK(header_of(visit_starview(), "Location") == "/social-account-exists");
    CHECK(store.tables.identities.empty());
}

TEST_CASE_FIXTURE(Meeting, "identities: a squatter of an address gets nothing from its owner") {
    ask(post, "/v1/accounts",
        R"({"handle":"squatter","email":"vera@club.example","password":"Galaxy.Curve7"})");
    CHECK(code_of(visit()) == "log_in_first");
    CHECK(store.tables.identities.empty());
    CHECK(ask(post, "/v1/sessions",
              R"({"identifier":"vera@club.example","password":"Galaxy.Curve7"})")
              .status == 403);
    CHECK(store.tables.sessions.empty());
}

/// Leaves an account without a password whose address is proved.
void leave_account(Meeting& site, bool verified = true) {
    site.guild.email = "vera@club.example";
    site.guild.email_verified = verified;
    const auto begun = site.ask(post, "/v1/identity-flows", R"({"provider":"guild"})");
    const auto location = std::string(body_of(begun).at("location").as_string());
    site.ask(get, site.guild.consent(location));
    site.jar.clear();
}

TEST_CASE_FIXTURE(Meeting, "identities: proved addresses meet only where the surface lets them") {
    leave_account(*this);
    CHECK(code_of(visit()) == "log_in_first");
    CHECK(header_of(visit_starview(), "Location") == "/");
    CHECK(is_signed_in());
    CHECK(store.tables.accounts.size() == 1);
    CHECK(store.tables.identities.size() == 2);
}

TEST_CASE_FIXTURE(Meeting, "identities: an address that one side did not prove does not meet") {
    leave_account(*this);
    club.email_verified = false;
    CHECK(header_of(visit_starview(), "Location") == "/social-account-exists");
    Meeting other;
    leave_account(other, false);
    CHECK(header_of(other.visit_starview(), "Location") == "/social-account-exists");
    CHECK(other.store.tables.identities.size() == 1);
}

TEST_CASE_FIXTURE(Meeting, "identities: an address nobody vouches for is proved by mail first") {
    club.email_verified = false;
    const auto back = visit("login", "/sky");
    CHECK(body_of(back).at("outcome").as_string() == "verification_required");
    CHECK_FALSE(is_signed_in());
    CHECK(code_of(visit()) == "email_not_verified");
    CHECK(header_of(visit_starview(), "Location") == "/verify-email");
    CHECK(ask(get, "/accounts/confirm-email/" + mailed_token() + "/").status == 302);
    CHECK(visit().status == 200);
    CHECK(is_signed_in());
}

TEST_CASE_FIXTURE(Meeting, "identities: without an address there is no new account") {
    club.email.clear();
    CHECK(code_of(visit()) == "identity_without_email");
    CHECK(store.tables.accounts.empty());
}

TEST_CASE_FIXTURE(Meeting, "identities: a locked account gets the answer that any failure gets") {
    visit();
    store.tables.accounts.at(0).account.active = false;
    jar.clear();
    const auto locked = visit();
    CHECK(locked.status == 400);
    CHECK(code_of(locked) == "identity_refused");
    CHECK(told() == "login_failed auth_method=club reason=inactive");
    CHECK(header_of(visit_starview(), "Location") == "/login?error=oauth_error");
}

TEST_CASE_FIXTURE(Meeting, "identities: no password opens an account that has none") {
    visit();
    jar.clear();
    const auto wrong = ask(post, "/v1/sessions",
                           R"({"identifier":"vera@club.example","password":"Galaxy.Curve7"})");
    const auto nobody = ask(post, "/v1/sessions",
                            R"({"identifier":"nobody@club.example","password":"Galaxy.Curve7"})");
    CHECK(wrong.status == 401);
    CHECK(code_of(wrong) == code_of(nobody));
    CHECK(hasher.hashes == 2);  // and it takes as long
}

TEST_CASE_FIXTURE(Meeting, "identities: connect to the signed-in account, are listed and let go") {
    account("alice");
    sign_in("alice");
    CHECK(body_of(visit("connect")).at("outcome").as_string() == "connected");
    CHECK(told() == "identity_connected auth_method=club");
    CHECK(visit("connect").status == 200);  // once more changes nothing
    const auto listed = body_of(ask(get, "/v1/accounts/me/identities")).at("items").as_array();
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].at("provider_name").as_string() == "Star Club");
    CHECK(listed[0].at("subject").as_string() == club.subject);
    const auto socials = body_of(ask(get, "/api/users/me/social-accounts/"));
    CHECK(socials.at("count").as_int64() == 1);
    const auto& first = socials.at("social_accounts").at(0).as_object();
    for (const auto* name : {"id", "provider", "provider_name", "email", "connected_at", "uid"})
        CHECK(first.contains(name));
    const auto away = ask(
        del, "/api/users/me/disconnect-social/" + std::to_string(first.at("id").as_int64()) + "/");
    CHECK(away.status == 200);
    CHECK(body_of(away).at("provider").as_string() == "club");
    CHECK(told() == "identity_disconnected auth_method=club");
    CHECK(ask(del, "/v1/accounts/me/identities/1").status == 404);
}

TEST_CASE_FIXTURE(Meeting, "identities: connecting is refused where somebody else has it") {
    visit();
    jar.clear();
    account("alice");
    account("bob");
    sign_in("alice");
    CHECK(code_of(visit("connect")) == "identity_taken");
    CHECK(header_of(visit_starview("process=connect"), "Location") ==
          "/profile?error=social_already_connected");
    club.subject = "another";
    club.email = "bob@example.org";
    CHECK(code_of(visit("connect")) == "identity_email_conflict");
    CHECK(header_of(visit_starview("process=connect"), "Location") ==
          "/profile?error=email_conflict");
    club.email = "alice@example.org";  // one's own address is no conflict
    CHECK(header_of(visit_starview("process=connect"), "Location") ==
          "/profile?social_connected=true");
}

TEST_CASE_FIXTURE(Meeting, "identities: connecting needs the same account at both ends") {
    account("alice");
    account("bob");
    CHECK(ask(post, "/v1/identity-flows", R"({"provider":"club","process":"connect"})").status ==
          401);
    sign_in("alice");
    const auto way = set_out("connect");
    const auto flow = jar.at("identityflow");
    jar.clear();
    sign_in("bob");
    jar["identityflow"] = flow;
    CHECK(code_of(ask(get, way)) == "flow_void");
    CHECK(told() == "identity_refused auth_method=club reason=other_account");
    CHECK(store.tables.identities.empty());
}

TEST_CASE_FIXTURE(Meeting, "identities: changing them needs a recent proof") {
    account("alice");
    sign_in("alice");
    CHECK(visit("connect").status == 200);
    wait(std::chrono::minutes{15} - std::chrono::seconds{1});
    ask(get, "/v1/accounts/me");
    CHECK_FALSE(set_out("connect").empty());
    wait(std::chrono::seconds{1});
    CHECK(set_out("connect").empty());
    CHECK(code_of(ask(del, "/v1/accounts/me/identities/1")) == "reauthentication_required");
    CHECK(header_of(ask(get, "/accounts/club/login/?process=connect"), "Location") ==
          "/login?reauth=required");
    CHECK(store.tables.identities.size() == 1);
}

TEST_CASE_FIXTURE(Meeting, "identities: the last way to sign in stays") {
    visit();
    const auto last = ask(del, "/v1/accounts/me/identities/1");
    CHECK(last.status == 409);
    CHECK(code_of(last) == "last_way_in");
    CHECK(ask(del, "/api/users/me/disconnect-social/1/").status == 400);
    CHECK(ask(del, "/api/users/me/disconnect-social/9/").status == 404);
    store.tables.identities.push_back({{2}, {1}, "gone", "https://gone.example", "1", "", "", now});
    CHECK(code_of(ask(del, "/v1/accounts/me/identities/1")) == "last_way_in");
    store.tables.identities.back().provider = "guild";
    CHECK(ask(del, "/v1/accounts/me/identities/1").status == 200);
}

TEST_CASE_FIXTURE(Meeting, "identities: somebody else's cannot be let go, nor seen") {
    visit();
    jar.clear();
    account("alice");
    sign_in("alice");
    CHECK(ask(del, "/v1/accounts/me/identities/1").status == 404);
    CHECK(body_of(ask(get, "/v1/accounts/me/identities")).at("items").as_array().empty());
    jar.clear();
    CHECK(ask(get, "/v1/accounts/me/identities").status == 401);
}

TEST_CASE_FIXTURE(Meeting, "identities: their addresses count as used where the surface says so") {
    account("alice");
    sign_in("alice");
    CHECK(visit("connect").status == 200);
    jar.clear();
    const auto refused = ask(post, "/api/auth/register/",
                             R"({"email":"Vera@club.example","first_name":"V","last_name":"R",)"
                             R"("password1":"Galaxy!Curve1","password2":"Galaxy!Curve1"})");
    CHECK(refused.status == 400);
    CHECK(body_of(refused).at("errors").as_object().contains("email"));
    CHECK(ask(post, "/v1/accounts",
              R"({"handle":"vera","email":"vera@club.example","password":"Galaxy.Curve7"})")
              .status == 201);
}

}  // namespace
}  // namespace asterism::http::testing
