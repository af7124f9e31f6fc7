#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

RegisterAccount form(std::string_view name, std::string_view address,
                     std::string_view secret = right) {
    RegisterAccount input;
    if (!name.empty()) input.handle = handle(name);
    input.email = email(address);
    input.password = password(secret);
    return input;
}

}  // namespace

TEST_CASE("register_account: refuses in the order of its faults") {
    Scene scene;
    scene.policy.reveals_used_email = true;
    scene.settle({.handle = "taken", .email = "used@example.org"});
    auto input = form("a.b", "USED@example.org", "weak");
    input.password_again = password("else");
    CHECK(slug_at(scene.sign_up(input)) == "handle_not_allowed at handle");
    input.handle = handle("admin");
    CHECK(slug_at(scene.sign_up(input)) == "handle_reserved at handle");
    input.handle = handle("Taken");
    CHECK(slug_at(scene.sign_up(input)) == "handle_taken at handle");
    input.handle = handle("bob");
    CHECK(slug_at(scene.sign_up(input)) == "email_taken at email");
    input.email = email("bob@example.org");
    CHECK(slug_at(scene.sign_up(input)) == "passwords_differ at password_again");
    input.password_again = input.password;
    CHECK(slug_at(scene.sign_up(input)) == "weak_password at password");
    CHECK(scene.hasher.hashes == 0);
    input.password = password(right);
    input.password_again = input.password;
    CHECK(slug(scene.sign_up(input)) == "ok");
    CHECK(scene.tables.accounts.size() == 2);
}

TEST_CASE("register_account: the password is not like any name in the form") {
    for (const auto* text : {"Ada_lovelace1!", "Byronesk!1815", "Qwibble!1"}) {
        Scene scene;
        auto input = form("ada_lovelace", "qwibble@example.org", text);
        input.last_name = *PersonName::parse("Byronesk");
        const auto done = scene.sign_up(input);
        CHECK(slug_at(done) == "weak_password at password");
        CHECK(done.error().fields.at(0).fault == &password_too_similar);
        CHECK(scene.tables.accounts.empty());
    }
}

TEST_CASE("register_account: the account writes the language of the browser it was made in") {
    for (const auto& [asked, kept] : {std::pair{std::optional<Language>(), Language::en},
                                      std::pair{std::optional(Language::pt_br), Language::pt_br}}) {
        Scene scene;
        scene.caller.language = asked;
        REQUIRE(scene.sign_up(form("ada", "ada@example.org")));
        CHECK(scene.tables.accounts.at(0).account.language == kept);
    }
}

TEST_CASE("register_account: makes an unverified account and mails its link") {
    Scene scene;
    auto input = form("Ada", "Ada@Example.org");
    input.first_name = *PersonName::parse("Ada");
    const auto done = scene.sign_up(input);
    REQUIRE(done);
    CHECK(done->email == "Ada@Example.org");
    CHECK(done->verification_required);

    const auto& [account, hash] = scene.tables.accounts.at(0);
    CHECK(account.handle == "ada");
    CHECK(account.email == "ada@example.org");
    CHECK(account.email_as_given == "Ada@Example.org");
    CHECK(account.first_name == "Ada");
    CHECK(account.last_name.empty());
    CHECK(account.uid.size() == 36);
    CHECK(account.role == Role::user);
    CHECK(account.active);
    CHECK_FALSE(account.email_verified_at);
    CHECK(account.created_at == scene.now.at);
    CHECK(hash == "new:!zQ4lubeN");
    CHECK(scene.tables.messages.size() == 1);
    CHECK(scene.tables.messages[0].draft.to == "Ada@Example.org");
    CHECK(scene.tables.tasks.size() == 1);
    CHECK(scene.told() == std::vector<std::string>{"registration_success verified=false"});
}

TEST_CASE("register_account: only the fingerprint of the mailed token is kept") {
    Scene scene;
    REQUIRE(scene.sign_up(form("ada", "ada@example.org")));
    const auto token = scene.mailed_token();
    CHECK(token.size() == 64);
    CHECK(token.find_first_not_of(lower_alphanumerics) == std::string::npos);
    const auto& [ticket, fingerprint] = scene.tables.tickets.at(0);
    CHECK(fingerprint == scene.fingerprint.of(token));
    CHECK(ticket.address == "ada@example.org");
    CHECK(ticket.expires == scene.now.at + 24h);
    CHECK_FALSE(ticket.used);
}

TEST_CASE("register_account: makes up a name that its own rules allow") {
    Scene scene;
    REQUIRE(scene.sign_up(form("", "ada@example.org")));
    const auto& name = scene.tables.accounts.at(0).account.handle;
    CHECK(name.size() == 11);
    CHECK(name.starts_with("user"));
    CHECK(name.find_first_not_of(hex_digits, 4) == std::string::npos);
    CHECK(refusal(handle(name)) == nullptr);
}

TEST_CASE("register_account: a used address is answered like a new one, and its owner mailed") {
    Scene scene;
    const auto owner = scene.settle({.handle = "ada", .email = "Ada@Example.org"});
    const auto fresh = scene.sign_up(form("bob", "Bob@example.org"));
    const int hashes = scene.hasher.hashes;
    const auto tickets = scene.tables.tickets.size();
    scene.told();

    const auto used = scene.sign_up(form("eve", "aDA@example.ORG"));
    REQUIRE(fresh);
    REQUIRE(used);
    CHECK(used->email == "aDA@example.ORG");
    CHECK(used->verification_required == fresh->verification_required);
    CHECK(scene.hasher.hashes == 2 * hashes);  // as long as for a new one
    CHECK(scene.tables.accounts.size() == 2);
    CHECK(scene.tables.tickets.size() == tickets);
    const auto& draft = scene.tables.messages.back().draft;
    CHECK(draft.template_code == "address_in_use");
    CHECK(draft.to == "Ada@Example.org");
    CHECK(scene.trail.events().back().account == owner);
    CHECK(scene.told() == std::vector<std::string>{"registration_refused reason=used_email"});
}

TEST_CASE(
    "register_account: where the policy reveals it, a used address is refused and not mailed") {
    Scene scene;
    scene.policy.reveals_used_email = true;
    scene.settle({.email = "ada@example.org"});
    CHECK(slug_at(scene.sign_up(form("bob", "ADA@example.org"))) == "email_taken at email");
    CHECK(scene.tables.messages.empty());
    CHECK(scene.told().empty());
}

TEST_CASE("register_account: of two that raced for a name or an address, one is refused") {
    for (const bool reveals : {false, true}) {
        CAPTURE(reveals);
        Scene scene;
        scene.policy.reveals_used_email = reveals;
        const auto late = [&](std::string_view name, std::string_view address) {
            return scene.undone_if_refused([&] {
                return register_account(scene.run(), scene.accounts, scene.tickets, scene.outbox(),
                                        {"new:"}, form(name, address));
            });
        };
        REQUIRE(late("ada", "ada@example.org"));
        CHECK(slug_at(late("ada", "bob@example.org")) == "handle_taken at handle");
        CHECK(slug_at(late("bob", "ada@example.org")) == (reveals ? "email_taken at email" : "ok"));
        CHECK(scene.tables.accounts.size() == 1);
    }
}

TEST_CASE("register_account: a refusal leaves no trace") {
    Scene scene;
    scene.settle({.handle = "ada"});
    CHECK(slug(scene.sign_up(form("ada", "bob@example.org"))) == "handle_taken");
    CHECK(scene.tables.messages.empty());
    CHECK(scene.tables.tasks.empty());
    CHECK(scene.tables.tickets.empty());
    CHECK(scene.told().empty());
}

}  // namespace asterism::accounts
