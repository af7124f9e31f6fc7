#include "libcore/shop/mail_trouble.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "libcore/shop/order_letter.hpp"
#include "tests/fakes/memory_trouble.hpp"
#include "tests/shop/scene.hpp"

namespace asterism::shop {
namespace {

struct Desk : Scene {
    Actor sue{settle("sue", Role::staff), Role::staff};
    Actor eve{settle("eve")};
    tests::MemoryMailTroubles troubles{tables, calls};
    tests::MemoryAlarms alarms{tables, calls};
};

std::string text_in(const OrderRecord& record, const MailTemplate& letter) {
    return compose_order_mail(record, letter,
                              {"https://shop.example", "ORD-abc123def4-s", "", "", ""})
        .draft->text;
}

}  // namespace

TEST_CASE_FIXTURE(Desk, "mail trouble: the same of an order is one, with how often it came") {
    const auto later = now.at + std::chrono::minutes(5);
    note_mail_trouble(troubles, tasks, "ORD-a", MailFailure::smtp, "no\nanswer", now.at);
    note_mail_trouble(troubles, tasks, "ORD-a", MailFailure::smtp, "slow", later);
    note_mail_trouble(troubles, tasks, "ORD-a", MailFailure::formatting, "x", later);
    const auto list = list_order_mail_failures(sue, troubles, {})->items;
    REQUIRE(list.size() == 2);
    CHECK(list[0].times == 2);
    CHECK(list[0].error == "slow");
    CHECK(list[0].first_at == now.at);
    CHECK(list[0].last_at == later);
    CHECK(list[0].phase == "phase_6");
    CHECK(list[1].phase == "phase_4");
    CHECK(tasks_waiting() == std::vector<std::string>{"shop.alarm", "shop.alarm"});
}

TEST_CASE_FIXTURE(Desk, "settle_order_mail_failure: by the staff, once, with a word, in the log") {
    note_mail_trouble(troubles, tasks, "ORD-a", MailFailure::smtp, "no answer", now.at);
    const auto id = list_order_mail_failures(sue, troubles, {})->items.at(0).id;
    trail.clear();
    CHECK(slug(list_order_mail_failures(eve, troubles, {})) == "merchants_only");
    CHECK(slug(list_order_mail_failures(sue, troubles, {0})) == "bad_order_page");
    CHECK(slug(list_order_mail_failures(sue, troubles, {201})) == "bad_order_page");
    CHECK(slug(settle_order_mail_failure(run(), eve, troubles, {id, "x"})) == "merchants_only");
    CHECK(slug(settle_order_mail_failure(run(), sue, troubles, {id, " "})) ==
          "incident_note_missing");
    CHECK(slug(settle_order_mail_failure(run(), sue, troubles, {{99}, "x"})) ==
          "unknown_mail_failure");
    CHECK(settle_order_mail_failure(run(), sue, troubles, {id, "called him"}));
    CHECK(slug(settle_order_mail_failure(run(), sue, troubles, {id, "again"})) ==
          "unknown_mail_failure");
    CHECK(list_order_mail_failures(sue, troubles, {})->items.empty());
    CHECK(told() == std::vector<std::string>{"order_mail_failure_settled"});
}

TEST_CASE_FIXTURE(Desk, "list_alarms: counts, for the staff") {
    alarms.raise("sold_out", now.at);
    alarms.raise("sold_out", now.at);
    CHECK(slug(list_alarms(eve, alarms, {})) == "merchants_only");
    const auto list = list_alarms(sue, alarms, {})->items;
    REQUIRE(list.size() == 1);
    CHECK(list[0].raised == 2);
    CHECK(list[0].mails == 0);
}

TEST_CASE("order letter: the house's own names only what there is, for both kinds of buyers") {
    const auto frozen = snapshot();
    for (const bool guest : {false, true}) {
        auto record = plan_order(checkout(frozen), frozen, payment(frozen),
                                 {{"ORD-abc123def4", "x"}, "print"}, {"accepted", "", ""}, noon)
                          .record;
        if (!guest) record.order.owner = {{7}, ""};
        const auto made =
            compose_order_mail(record, standard_letter(guest, "shop@example.org"),
                               {"https://shop.example", "ORD-abc123def4", "", "", ""});
        REQUIRE(made.draft);
        CHECK(made.draft->from == "shop@example.org");
        CHECK((made.draft->text.find("Keep this mail") != std::string::npos) == guest);
    }
}

TEST_CASE("order letter: says the same in every language, and amounts alike") {
    auto frozen = snapshot();
    frozen.codes[0].counts = false;
    const auto record = plan_order(checkout(frozen), frozen, payment(frozen),
                                   {{"ORD-abc123def4", "x"}, "print"}, {"accepted", "", ""}, noon)
                            .record;
    const auto english = standard_letter(true, "shop@example.org");
    std::set<std::string> subjects;
    for (const auto& [language, tag] : names(Language{})) {
        CAPTURE(tag);
        const auto made =
            compose_order_mail(record, standard_letter(true, "shop@example.org", language),
                               {"https://shop.example", "ORD-abc123def4-s", "", "", ""});
        REQUIRE(made.draft);
        const auto& text = made.draft->text;
        CHECK(text.find_first_of("{}") == text.npos);
        for (const auto* told : {"https://shop.example/account/order?identifier=ORD-abc123def4-s\n",
                                 "$10.50\n", "$3.50", "($4.05)\n", "$45.99\n",
                                 "https://shop.example/terms-of-sale\n", "Ada King Lovelace"})
            CHECK(text.find(told) != text.npos);
        CHECK(made.draft->template_code == english.code);
        subjects.insert(made.draft->subject);
        CHECK(std::ranges::count(text, '\n') == std::ranges::count(text_in(record, english), '\n'));
    }
    CHECK(subjects.size() == names(Language{}).size());
}

TEST_CASE("order letter: in German, whole") {
    const auto frozen = snapshot();
    const auto record = plan_order(checkout(frozen), frozen, payment(frozen),
                                   {{"ORD-abc123def4", "x"}, "print"}, {"accepted", "", ""}, noon)
                            .record;
    CHECK(text_in(record, standard_letter(true, "shop@example.org", Language::de)) ==
          "Hallo Ada King Lovelace,\n\n"
          "vielen Dank für Ihre Bestellung. Das haben wir notiert:\n\n"
          "BESTELLUNG\nBestellnummer: ORD-abc123def4\n"
          "https://shop.example/account/order?identifier=ORD-abc123def4-s\n\n"
          "ARTIKEL\n"
          "Paper Clips, Left sided, Silver, Medium, je $3.50, Menge: 3, Zwischensumme: $10.50\n"
          "Paper Clips, Left sided, Silver, Medium, je $14.99, Menge: 2, Zwischensumme: $29.98\n\n"
          "VERSANDART\nUSPS Retail Ground\n\n"
          "RABATTCODES\nWELCOME10: 10% off\n\n"
          "SUMME\nZwischensumme der Artikel: $40.48\nRabatt auf Artikel: ($4.05)\n"
          "Versand: $9.56\nGesamtbetrag: $45.99\n\n"
          "LIEFERADRESSE\nAda King Lovelace\n1 Main St\nSpringfield IL 62701\nUS\n\n"
          "RECHNUNGSADRESSE\nAda King Lovelace\n1 Main St\nSpringfield IL 62701\nUS\n\n"
          "ZAHLUNG\nAda@Example.org\ncard\nAda King Lovelace\n\n"
          "Wenn nicht Sie das bestellt haben, antworten Sie bitte auf diese E-Mail.\n\n"
          "Wir schreiben Ihnen wieder, wenn es Neues zu Ihrer Bestellung gibt.\n\n"
          "Vielen Dank für Ihren Einkauf!\n\n"
          "Sie haben unseren Verkaufsbedingungen zugestimmt: "
          "https://shop.example/terms-of-sale\n\n"
          "Bewahren Sie diese E-Mail auf: Wer ihren Link hat, kann die Bestellung sehen.\n");
}

TEST_CASE("order letter: a file is a subject, an empty line and a text") {
    const auto read = read_letter("Your order \r\n\r\nHi {recipient_first_name}\n", true, "a@b.c");
    REQUIRE(read);
    CHECK(read->subject == "Your order");
    CHECK(read->text == "Hi {recipient_first_name}\n");
    CHECK(read->code == standard_letter(true, "").code);
    CHECK(read->code != standard_letter(false, "").code);
    for (const auto* file : {"", "Only a subject", "Subject\n", "\n\ntext", "Sub\xFF\n\ntext"})
        CHECK_FALSE(read_letter(file, true, "a@b.c"));
}

}  // namespace asterism::shop
