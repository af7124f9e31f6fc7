#include <chrono>

#include <doctest/doctest.h>

#include "tests/store/databases.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {
namespace {

using namespace std::chrono_literals;
using crm::Contact;
using crm::ContactId;

Contact contact(std::string code, AccountId account = {}) {
    Contact out;
    out.account = account;
    if (!account) out.email = code + "@example.org";
    out.email_as_given = account ? "" : code + "@Example.org";
    out.secret = "secret-" + code;
    out.code = std::move(code);
    out.first_seen = noon;
    return out;
}

std::optional<ContactId> put(Engine& engine, const Contact& row) {
    return written<std::optional<ContactId>>(
        engine, [&](app::Unit& unit) { return unit.contacts().add(row); });
}

TEST_CASE_TEMPLATE("contacts: one of each account, and of each stranger's address", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto own = put(engine, contact("own", ada));
    REQUIRE(own);
    CHECK_FALSE(put(engine, contact("again", ada)));
    REQUIRE(put(engine, contact("eve")));
    auto same = contact("other");
    same.email = "eve@example.org";
    CHECK_FALSE(put(engine, same));
    // An account's address may be a stranger's of before.
    auto former = contact("former");
    former.email = "ada@example.org";
    CHECK(put(engine, former));
    engine.read([&](app::Unit& unit) {
        CHECK(unit.contacts().of(ada)->id == *own);
        CHECK(unit.contacts().of(ada)->email.empty());
        CHECK(unit.contacts().of_stranger("eve@example.org")->email_as_given == "eve@Example.org");
        CHECK(unit.contacts().of_secret("secret-own")->code == "own");
        CHECK_FALSE(unit.contacts().of_secret("secret-none"));
        CHECK_FALSE(unit.contacts().of({99}));
    });
}

TEST_CASE_TEMPLATE("contacts: a stranger's names are taken over once, and nothing else", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    REQUIRE(put(engine, contact("eve")));
    for (const auto* name : {"", "Eve", "Mallory"}) {
        auto same = contact("other");
        same.email = "eve@example.org";
        same.first_name = name;
        same.last_name = *name ? "Moneypenny" : "";
        CHECK_FALSE(put(engine, same));
    }
    engine.read([&](app::Unit& unit) {
        const auto eve = unit.contacts().of_stranger("eve@example.org").value();
        CHECK(eve.first_name == "Eve");
        CHECK(eve.last_name == "Moneypenny");
        CHECK(eve.code == "eve");
        CHECK(eve.secret == "secret-eve");
        CHECK_FALSE(eve.opted_out_at);
    });
}

TEST_CASE_TEMPLATE("contacts: keep what mail is wanted and why not", Kind, SqliteDatabase,
                   PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto id = put(engine, contact("eve")).value();
    engine.write([&](app::Unit& unit) {
        auto& contacts = unit.contacts();
        CHECK_FALSE(contacts.consents(id, "newsletter"));
        contacts.consent(id, "newsletter", true, "test", noon);
        CHECK(contacts.consents(id, "newsletter"));
        contacts.consent(id, "newsletter", false, "test", noon + 1h);
        CHECK_FALSE(contacts.consents(id, "newsletter"));
        contacts.opt(id, noon + 1h, "new-secret");
        CHECK(contacts.hold(id)->opted_out_at == noon + 1h);
        CHECK_FALSE(contacts.of_secret("secret-eve"));
        contacts.opt(id, std::nullopt, "newer");
        CHECK_FALSE(contacts.of_secret("newer")->opted_out_at);
        contacts.explain(id, {false, false, false, true, "Enough."}, noon);
        contacts.explain(id, {false, true, false, false, ""}, noon);
        const auto why = contacts.explanations(id);
        REQUIRE(why.size() == 2);
        CHECK(why[0].spam);
        CHECK(why[0].other == "Enough.");
        CHECK(why[1].never_signed_up);
        CHECK_FALSE(contacts.hold({99}));
        return true;
    });
}

TEST_CASE_TEMPLATE("contacts: what a stranger wrote is the account's once it is known to be him",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto id = put(engine, contact("ada")).value();
    engine.write([&](app::Unit& unit) {
        auto& contacts = unit.contacts();
        contacts.inquire({id, {}, "Ada", "ada@example.org", "Hello?", noon});
        CHECK(contacts.inquiries(ada).empty());
        contacts.convert("ada@example.org", ada, noon + 1h);
        contacts.convert("ada@example.org", ada, noon + 2h);
        contacts.convert("nobody@example.org", ada, noon);
        REQUIRE(contacts.inquiries(ada).size() == 1);
        CHECK(contacts.inquiries(ada)[0].message == "Hello?");
        CHECK(contacts.hold(id)->converted_at == noon + 1h);
        CHECK(contacts.hold(id)->opted_out_at == noon + 1h);
        return true;
    });
}

TEST_CASE_TEMPLATE("contacts: go with their account", Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto id = put(engine, contact("own", ada)).value();
    engine.write([&](app::Unit& unit) {
        unit.contacts().consent(id, "newsletter", true, "test", noon);
        unit.contacts().explain(id, {false, false, false, false, "x"}, noon);
        unit.contacts().inquire({{}, ada, "Ada", "ada@example.org", "Hello?", noon});
        unit.terms().agree(ada, 1, noon);
        telemetry::ClientEvent event;
        event.account = ada;
        event.visitor = "v";
        event.url = "/";
        event.address = "192.0.2.7";
        event.at = noon;
        unit.client_events().add(event);
        return true;
    });
    engine.write([&](app::Unit& unit) {
        unit.client_events().forget(ada);
        unit.accounts().remove(ada);
        return true;
    });
    engine.read([&](app::Unit& unit) {
        CHECK_FALSE(unit.contacts().of(ada));
        CHECK_FALSE(unit.contacts().of_secret("secret-own"));
        CHECK(unit.contacts().inquiries(ada).empty());
        CHECK_FALSE(unit.terms().agreed(ada, 1));
        const auto events = unit.client_events().latest(5);
        REQUIRE(events.size() == 1);
        CHECK(events[0].url == "/");
        CHECK_FALSE(events[0].account);
        CHECK(events[0].visitor.empty());
        CHECK(events[0].address.empty());
    });
}

TEST_CASE_TEMPLATE("terms: a version is newer than all before, and agreed to once", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    engine.write([&](app::Unit& unit) {
        auto& terms = unit.terms();
        CHECK(terms.newest()->version == 1);  // comes with the schema
        CHECK_FALSE(terms.publish({1, "again", noon}));
        CHECK(terms.publish({5, "new", noon}));
        CHECK_FALSE(terms.publish({4, "old", noon}));
        CHECK(terms.newest()->version == 5);
        CHECK(terms.newest()->note == "new");
        CHECK(terms.has(1));
        CHECK_FALSE(terms.has(4));
        CHECK_FALSE(terms.last_agreed(ada));
        CHECK(terms.agree(ada, 1, noon));
        CHECK_FALSE(terms.agree(ada, 1, noon + 1h));
        CHECK(terms.agree(ada, 5, noon + 2h));
        CHECK(terms.agreed(ada, 1));
        CHECK(terms.last_agreed(ada) == noon + 2h);
        return true;
    });
}

TEST_CASE_TEMPLATE("client events: an account that is not there is nobody, and the old ones go",
                   Kind, SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto event = [](AccountId account, Instant at) {
        telemetry::ClientEvent out;
        out.kind = telemetry::ClientEventKind::link;
        out.account = account;
        out.url = "/\xC3\xA9";
        out.campaign = "em";
        out.at = at;
        return out;
    };
    engine.write([&](app::Unit& unit) {
        unit.client_events().add(event(ada, noon));
        unit.client_events().add(event({99}, noon + 1h));
        unit.client_events().add(event({}, noon + 2h));
        const auto all = unit.client_events().latest(9);
        REQUIRE(all.size() == 3);
        CHECK_FALSE(all[1].account);
        CHECK(all[2].account == ada);
        CHECK(all[2].url == "/\xC3\xA9");
        CHECK(all[2].kind == telemetry::ClientEventKind::link);
        CHECK_FALSE(all[2].width);
        CHECK(unit.client_events().drop_before(noon + 2h, 1) == 1);
        CHECK(unit.client_events().drop_before(noon + 1h, 9) == 0);
        CHECK(unit.client_events().latest(9).size() == 2);
        return true;
    });
}

}  // namespace
}  // namespace asterism::store::testing
