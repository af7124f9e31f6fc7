#include "libcore/crm/joining.hpp"

#include <doctest/doctest.h>

#include "libcore/crm/contacts.hpp"
#include "libcore/crm/preferences.hpp"
#include "tests/accounts/scene.hpp"
#include "tests/fakes/memory_crm.hpp"

namespace asterism::crm {
namespace {

using namespace std::chrono_literals;
using tests::slug;
using tests::slug_at;

struct Lobby : accounts::Scene {
    Lobby() { policy = accounts::startupwebapp(policy, "http://localhost:8080"); }

    Hall hall() { return {accounts, door(), terms, contacts, outbox()}; }

    static JoinSite form(std::string handle = "veracooper") {
        JoinSite out;
        out.email = handle + "@Example.org";
        out.handle = std::move(handle);
        out.first_name = "Vera";
        out.last_name = "Rubin";
        out.password = out.password_again = "Galaxy.Curve7";
        out.newsletter = true;
        return out;
    }

    /// All three stages; `meanwhile` happens after the hash was computed.
    template <class Meanwhile>
    Result<accounts::SignedIn> join(const JoinSite& input, Meanwhile meanwhile) {
        const auto vetted = vet_joining(policy, accounts, input);
        if (!vetted) return vetted.error();
        const auto hash = hash_joining(hasher, *vetted, input);
        meanwhile();
        return undone_if_refused([&] { return join_site(run(), {}, hall(), hash, input); });
    }

    Result<accounts::SignedIn> join(const JoinSite& input = form()) {
        return join(input, [] {});
    }

    Actor actor() { return {join()->account.id, Role::user, {1}, {1}}; }

    tests::MemoryTerms terms{tables, calls};
    tests::MemoryContacts contacts{tables, calls};
};

TEST_CASE_FIXTURE(Lobby, "joining: opens a session, agrees to the terms, and makes a contact") {
    const auto in = join();
    REQUIRE(in);
    CHECK(resume(*in->token));
    CHECK(in->account.handle == "veracooper");
    CHECK_FALSE(in->account.email_verified);
    CHECK(terms.agreed(in->account.id, 1));
    const auto contact = contacts.of(in->account.id);
    REQUIRE(contact);
    CHECK(contact->code.size() == 20);
    CHECK(contacts.consents(contact->id, newsletter));
    CHECK(mails() == std::vector<std::string>{"joined veracooper@Example.org"});
}

TEST_CASE_FIXTURE(Lobby, "joining: only where nobody has to prove an address first") {
    policy.admits_unverified = false;
    CHECK(slug(join()) == "email_not_verified");
    CHECK(tables.accounts.empty());
}

TEST_CASE_FIXTURE(Lobby, "joining: of two who are after one name, the later is told by field") {
    auto same_name = form();
    same_name.email = "other@example.org";
    const auto late = join(same_name, [&] { REQUIRE(join()); });
    CHECK(slug_at(late) == "form_invalid at handle");
    CHECK(tables.accounts.size() == 1);
    CHECK(contacts.of({2}) == std::nullopt);
    auto same_address = form("somebody");
    same_address.email = "VERACOOPER@example.org";
    CHECK(slug_at(join(same_address)) == "form_invalid at email");
}

TEST_CASE_FIXTURE(Lobby, "details: a new address is as unproved as the first one was") {
    const auto who = actor();
    const auto token = mailed_token("code=");
    REQUIRE(prove_address(run(), who, hall(), events, {token}));
    CHECK(row(who.account).email_verified_at);
    (void)mails();
    const auto done = update_details(run(), who, hall(), {"Vera", "Cooper", "new@example.org"});
    REQUIRE(done);
    CHECK(done->verification_required);
    CHECK_FALSE(row(who.account).email_verified_at);
    CHECK(row(who.account).last_name == "Cooper");
    CHECK(mails() == std::vector<std::string>{"address_changed veracooper@Example.org",
                                              "address_changed new@example.org"});
    const auto names = update_details(run(), who, hall(), {"Vera", "Rubin", "NEW@example.org"});
    REQUIRE(names);
    CHECK_FALSE(names->verification_required);
    CHECK(mails().empty());
    policy.admits_unverified = false;
    CHECK(slug_at(update_details(run(), who, hall(), {"Vera", "Rubin", "x@example.org"})) ==
          "address_needs_proof at email");
}

TEST_CASE_FIXTURE(Lobby, "preferences: newsletter and no mail at all exclude each other") {
    const auto who = actor();
    SetPreferences both;
    both.newsletter = both.opted_out = true;
    CHECK(slug(set_preferences(run(), who, contacts, both)) == "contradictory_wishes");
    const auto before = contacts.of(who.account)->secret;
    SetPreferences out;
    out.opted_out = true;
    out.other = std::string(5'001, 'x');
    CHECK(slug_at(set_preferences(run(), who, contacts, out)) == "field_too_long at other");
    out.other = "Enough.";
    REQUIRE(set_preferences(run(), who, contacts, out));
    const auto contact = *contacts.of(who.account);
    CHECK(contact.opted_out_at == now.at);
    CHECK(contact.secret != before);
    REQUIRE(set_preferences(run(), who, contacts, out));
    CHECK(contacts.of(who.account)->secret == contact.secret);
    CHECK(contacts.explanations(contact.id).size() == 2);
}

TEST_CASE_FIXTURE(Lobby, "unsubscribing: by link, once with a new token, or often with the same") {
    const auto who = actor();
    const auto secret = contacts.of(who.account)->secret;
    CHECK(look_up_unsubscribing(accounts, contacts, {secret})->email == "vera******@Example.org");
    CHECK(slug(look_up_unsubscribing(accounts, contacts, {"x"})) == "unknown_contact");
    REQUIRE(unsubscribe(run(), accounts, contacts, {secret}));
    REQUIRE(unsubscribe(run(), accounts, contacts, {secret}));
    CHECK_FALSE(show_preferences(who, contacts, {})->newsletter);
    CHECK(show_preferences(who, contacts, {})->opted_out);
    CHECK(slug(confirm_unsubscribing(run(), accounts, contacts, {secret})) == "opted_out_already");
    contacts.opt(contacts.of(who.account)->id, std::nullopt, secret);
    const auto done = confirm_unsubscribing(run(), accounts, contacts, {secret});
    REQUIRE(done);
    CHECK(slug(look_up_unsubscribing(accounts, contacts, {secret})) == "unknown_contact");
    CHECK(slug(look_up_unsubscribing(accounts, contacts, {done->next_token})) ==
          "opted_out_already");
}

}  // namespace
}  // namespace asterism::crm
