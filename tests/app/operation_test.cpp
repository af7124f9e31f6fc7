#include "shells/app/operation.hpp"

#include <set>

#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <doctest/doctest.h>

#include "libcore/catalogue.hpp"
#include "tests/app/stand.hpp"

namespace asterism::app {
namespace {

json::value parsed(const std::string& text) {
    const auto value = parse_strict(text);
    REQUIRE(value);
    return *value;
}

}  // namespace

TEST_CASE("operations: are the catalogue's use cases, one by one and in its order") {
    const auto all = operations();
    std::size_t at = 0;
    for (const auto module : catalogue)
        for (const Entry& entry : module) {
            REQUIRE(at < all.size());
            const Operation& operation = all[at++];
            CHECK(operation.name == entry.name);
            CHECK(operation.summary == entry.summary);
            CHECK(operation.needs_actor == entry.needs_actor);
            CHECK(operation.hashes == entry.hashes);
            CHECK(operation.asks_outside == entry.asks_outside);
            for (const Field& field : operation.input()) CHECK(entry.has_field(field.name));
            CHECK(&use_case_named(entry.name) == &entry);
        }
    CHECK(at == all.size());
}

TEST_CASE("operations: have names of their own and are found by them") {
    std::set<std::string_view> names;
    for (const Operation& operation : operations()) {
        CHECK(names.insert(operation.name).second);
        CHECK(find_operation(operation.name) == &operation);
        CHECK_FALSE(operation.summary.empty());
    }
    CHECK(find_operation("no_such_thing") == nullptr);
    CHECK(find_operation("") == nullptr);
}

TEST_CASE("operations: every field has a meaning, and no view shows a hash") {
    for (const Operation& operation : operations()) {
        CAPTURE(operation.name);
        for (const Field& field : operation.input()) CHECK_FALSE(field.about.empty());
        const auto view = operation.output();
        CHECK(view.at("type") == "object");
        CHECK(view.at("additionalProperties") == false);
        for (const auto& [name, schema] : view.at("properties").get_object()) {
            // Whether there is one may be told; a yes or no cannot be a hash.
            if (schema.at("type") != "boolean") CHECK(name.find("password") == name.npos);
            CHECK(name.find("hash") == json::string_view::npos);
            CHECK_FALSE(schema.at("description").get_string().empty());
        }
    }
}

TEST_CASE_FIXTURE(Stand, "operation: strangers learn that they must sign in, and nothing more") {
    for (const Operation& operation : operations())
        if (operation.needs_actor) {
            CAPTURE(operation.name);
            CHECK(slug(ask(operation.name, R"({"nonsense":1})")) == "sign_in_required");
        }
    CHECK(store.reads + store.writes == 0);
}

TEST_CASE_FIXTURE(Stand, "operation: an input out of shape never reaches the store") {
    CHECK(slug_at(ask("log_in", R"({"identifier":"ada"})")) == "missing_field at password");
    CHECK(slug_at(ask("log_in", R"({"identifier":1,"password":"x"})")) ==
          "bad_field at identifier");
    CHECK(slug_at(ask("list_accounts", "{}")) == "sign_in_required");
    for (const std::string field : {"role", "is_staff", "email_verified", "user_id"}) {
        const std::string text(sign_up_ada);
        const auto input = text.substr(0, text.size() - 1) + ",\"" + field + "\":true}";
        CHECK(slug_at(ask("register_account", input)) == "unknown_field at " + field);
    }
    CHECK(slug(ask("log_in", "[]")) == "bad_field");
    CHECK(store.reads + store.writes == 0);
    CHECK(answer.text.empty());
}

TEST_CASE_FIXTURE(Stand, "operation: shows the token where no cookie carries it") {
    settle("ada");
    REQUIRE(ask("log_in", log_in_right));
    const auto view = parsed(answer.text);
    REQUIRE(answer.opened);
    CHECK(std::string_view(view.at("token").as_string()) == answer.opened->token);
    CHECK(view.at("account").at("handle") == "ada");
    CHECK(view.as_object().if_contains("opened") == nullptr);
}

TEST_CASE_FIXTURE(Stand, "operation: hides the token where a cookie carries it") {
    settle("ada");
    cookies = true;
    REQUIRE(ask("log_in", log_in_right));
    REQUIRE(answer.opened);
    CHECK(parsed(answer.text).at("token").is_null());
    CHECK(answer.text.find(answer.opened->token) == std::string::npos);
    actor = Actor{AccountId{1}, Role::user, answer.opened->session, SiteId{1}};
    REQUIRE(
        ask("change_password", R"({"current_password":"Nebul4Qz!","new_password":"An0ther!!"})"));
    REQUIRE(answer.opened);
    CHECK(answer.text == R"({"sessions_ended":0})");
}

TEST_CASE_FIXTURE(Stand, "operation: no secret that was given or made is in the store") {
    REQUIRE(ask("register_account", sign_up_ada));
    settle("bob");
    REQUIRE(ask("log_in", R"({"identifier":"bob","password":"Nebul4Qz!"})"));
    for (const auto& row : store.tables.sessions) {
        CHECK(row.fingerprint == fingerprint.of(answer.opened->token));
        CHECK(row.fingerprint.find(answer.opened->token) == std::string::npos);
    }
    for (const auto& row : store.tables.accounts) CHECK(row.password_hash != "Nebul4Qz!");
    for (const auto& record : audit()) {
        CHECK(record.event.metadata.find("Nebul4Qz!") == std::string::npos);
        CHECK(record.event.metadata.find(answer.opened->token) == std::string::npos);
    }
}

TEST_CASE_FIXTURE(Stand, "operation: a store that is away is a refusal with a time to come back") {
    store.down = true;
    for (const std::string name : {"session_status", "log_in", "register_account"}) {
        CAPTURE(name);
        const auto input = name == "log_in"           ? log_in_right
                           : name == "session_status" ? std::string_view("{}")
                                                      : sign_up_ada;
        const auto refused = ask(name, input);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().fault == &store_unavailable);
        CHECK(refused.error().retry_after == std::chrono::seconds{2});
        CHECK(answer.text.empty());
    }
}

TEST_CASE_FIXTURE(Stand, "operation: a full hash pool is a refusal, and the try stays counted") {
    settle("ada");
    hasher.on_call = [] { throw Busy("full"); };
    const auto refused = ask("log_in", log_in_right);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == &busy);
    CHECK(refused.error().retry_after == std::chrono::seconds{1});
    CHECK(store.tables.lockouts.size() == 1);
    CHECK(store.tables.sessions.empty());
}

TEST_CASE("guarded: lets through what is no trouble of the world's") {
    CHECK(slug(guarded([]() -> Result<Done> { return Done{}; })) == "ok");
    CHECK(slug(guarded([]() -> Result<Done> { return busy; })) == "busy");
    CHECK_THROWS_AS((void)guarded([]() -> Result<Done> { throw std::logic_error("bug"); }),
                    std::logic_error);
}

}  // namespace asterism::app
