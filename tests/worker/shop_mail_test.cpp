#include "shells/worker/shop_mail.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/mail/use_cases.hpp"
#include "libcore/shop/order_letter.hpp"
#include "shells/worker/worker.hpp"
#include "tests/shop/goods.hpp"
#include "tests/worker/memory_queue.hpp"

namespace asterism::worker {
namespace {

using namespace std::chrono_literals;
using shop::MailFailure;

const std::string order_name = "ORD-abc123def4";
const std::string secret = "Abcdefghijklmnopqrstu1";

class Server : public MailTransport {
public:
    Delivery deliver(const mail::Draft& draft, Instant) override {
        tried.push_back(draft);
        return answer;
    }

    Delivery answer;
    std::vector<mail::Draft> tried;
};

/// A guest's order that was just made, and a worker that confirms it.
struct Counter {
    Counter() {
        store.write([&](app::Unit& unit) {
            const auto frozen = shop::snapshot();
            const shop::OrderDraw drawn{{order_name, secret}, "print"};
            auto plan = shop::plan_order(shop::checkout(frozen), frozen, shop::payment(frozen),
                                         drawn, {"accepted", "", ""}, now);
            unit.orders().add(plan);
            unit.tasks().add(plan.mail);
            return true;
        });
    }

    OrderMailOptions mails() {
        return {"https://shop.example",
                [this](bool, Language language) {
                    wished.push_back(language);
                    if (letter && speaks)
                        return std::optional(shop::standard_letter(true, letter->from, language));
                    return letter;
                },
                [this](const OrderMailTrouble& trouble) {
                    lines.push_back(std::string(trouble.order) + " " + std::string(trouble.email) +
                                    " " + std::string(trouble.error));
                }};
    }

    WorkerOptions options() {
        WorkerOptions out;
        out.clock = [this] { return now; };
        return out;
    }

    /// Does what is due, and what became due by that.
    void work() {
        while (worker.run_due(now) > 0) {
        }
    }

    /// Has that mail of the order written.
    void post(const std::string& errand) {
        store.write([&](app::Unit& unit) {
            unit.tasks().add({shop::order_mail_task, "", order_name, errand, now});
            return true;
        });
    }

    std::vector<shop::MailTrouble> troubles() {
        std::vector<shop::MailTrouble> out;
        store.read([&](app::Unit& unit) { out = unit.mail_troubles().open(10); });
        return out;
    }

    const std::vector<mail::Message>& outbox() const { return store.tables.messages; }

    Instant now = shop::noon;
    std::optional<shop::MailTemplate> letter = shop::standard_letter(true, "shop@example.org");
    bool speaks = false;  ///< other languages than the letter's
    std::vector<Language> wished;
    std::vector<std::string> lines;
    Server server;
    tests::MemoryStore store;
    tests::MemoryQueue queue{store};
    tests::CountingEntropy entropy;
    Worker worker{queue,
                  {order_mail_handler(store, entropy, mails()),
                   mail_handler(store, &server, false, order_mail_ear(store, mails()))},
                  options()};
};

TEST_CASE_FIXTURE(Counter, "order mail: goes to the buyer, with the way to the order in it") {
    work();
    REQUIRE(server.tried.size() == 1);
    const auto& sent = server.tried[0];
    CHECK(sent.to == "Ada@Example.org");
    CHECK(sent.from == "shop@example.org");
    CHECK(sent.subject == "Order confirmation from https://shop.example");
    CHECK(sent.text.find("https://shop.example/account/order?identifier=" + order_name + "-" +
                         secret) != sent.text.npos);
    CHECK(sent.text.find("Order total: $45.99") != sent.text.npos);
    CHECK(sent.unique == "order." + order_name);
    CHECK(outbox().at(0).state == mail::State::sent);
    CHECK(troubles().empty());
    CHECK(lines.empty());
}

TEST_CASE_FIXTURE(Counter,
                  "order mail: a guest becomes somebody the shop knows, and mails nothing else") {
    work();
    REQUIRE(store.tables.contacts.size() == 1);
    const auto& known = store.tables.contacts[0];
    CHECK(known.email == "ada@example.org");
    CHECK(known.email_as_given == "Ada@Example.org");
    CHECK(known.first_name == "Ada");
    CHECK(known.opted_out_at);
    CHECK(known.code.size() == 20);
    CHECK(known.secret.size() == 43);
    CHECK(known.origin.find(order_name) != std::string::npos);
}

TEST_CASE_FIXTURE(Counter,
                  "order mail: the buyer is known though there is no text to write to him") {
    letter.reset();
    worker.run_due(now);
    now += 60s;
    worker.run_due(now);
    REQUIRE(store.tables.contacts.size() == 1);
    CHECK(store.tables.contacts[0].email == "ada@example.org");
}

TEST_CASE_FIXTURE(Counter, "order mail: one whose task runs again has the same Message-ID") {
    work();
    post(order_name + "-" + secret);
    work();
    REQUIRE(server.tried.size() == 2);
    CHECK(server.tried[0].unique == server.tried[1].unique);
}

TEST_CASE_FIXTURE(Counter, "order mail: one that the staff asked for has a Message-ID of its own") {
    work();
    const auto other = std::string(22, 'z');
    server.answer = {Delivered::not_yet, "no answer"};
    post(order_name + "-" + other + " a1");
    work();
    REQUIRE(troubles().size() == 1);
    CHECK(troubles()[0].order == order_name);
    server.answer = {};
    now += 1min;
    work();
    CHECK(troubles().empty());
    post(order_name + "-" + other + " b2");
    work();
    REQUIRE(server.tried.size() == 4);
    CHECK(server.tried[0].unique == "order." + order_name);
    CHECK(server.tried[1].unique == "order." + order_name + ".a1");
    CHECK(server.tried[2].unique == server.tried[1].unique);  // the same mail, tried again
    CHECK(server.tried[3].unique == "order." + order_name + ".b2");
    CHECK(server.tried[3].text.find("?identifier=" + order_name + "-" + other + "\n") !=
          std::string::npos);
}

TEST_CASE_FIXTURE(Counter, "order mail: a guest's is in what he asked for when he went to pay") {
    speaks = true;
    work();
    REQUIRE(server.tried.size() == 1);
    CHECK(wished == std::vector{Language::en});  // he did not say
    store.tables.shop.orders.at(0).record.contact.language = Language::de;
    post(order_name + "-" + secret);
    work();
    CHECK(wished == std::vector{Language::en, Language::de});
    REQUIRE(server.tried.size() == 2);
    CHECK(server.tried[1].subject == "Bestellbestätigung von https://shop.example");
    CHECK(server.tried[1].text.find("Gesamtbetrag: $45.99\n") != std::string::npos);
}

TEST_CASE_FIXTURE(Counter, "order mail: an account's is in what its owner reads now") {
    AccountId ada;
    store.write([&](app::Unit& unit) {
        accounts::Account account;
        account.handle = "ada";
        account.email = "ada@example.org";
        account.language = Language::ja;
        ada = *unit.accounts().add({account, ""});
        return true;
    });
    const auto record = [this]() -> shop::OrderRecord& {
        return store.tables.shop.orders.at(0).record;
    };
    record().contact.language = Language::de;
    record().order.owner = {ada, ""};
    work();
    post(order_name);
    store.write([&](app::Unit& unit) {
        unit.accounts().set_language(ada, Language::ko);
        return true;
    });
    work();
    record().order.owner = {{99}, ""};  // who is gone
    post(order_name);
    work();
    CHECK(wished == std::vector{Language::ja, Language::ko, Language::de});
}

TEST_CASE_FIXTURE(Counter, "order mail: without a text it is written down, told, and tried again") {
    letter.reset();
    worker.run_due(now);
    CHECK(outbox().empty());
    REQUIRE(troubles().size() == 1);
    CHECK(troubles()[0].kind == MailFailure::template_lookup);
    CHECK(troubles()[0].order == order_name);
    CHECK(lines == std::vector<std::string>{order_name + " Ada@Example.org the shop has no text "
                                                         "for this mail"});
    now += 60s;
    worker.run_due(now);
    CHECK(troubles().at(0).times == 2);
    letter = shop::standard_letter(true, "shop@example.org");
    now += 10min;
    work();
    CHECK(server.tried.size() == 1);
    CHECK(troubles().empty());
}

TEST_CASE_FIXTURE(Counter, "order mail: a text that names what there is not is a failure") {
    letter->text = "Dear {nobody}";
    worker.run_due(now);
    REQUIRE(troubles().size() == 1);
    CHECK(troubles()[0].kind == MailFailure::formatting);
}

TEST_CASE_FIXTURE(Counter, "order mail: each failure raises one alarm of its kind") {
    letter.reset();
    worker.run_due(now);
    std::vector<std::string> alarms;
    for (const auto& task : store.tables.tasks)
        if (task.kind == shop::alarm_task) alarms.push_back(task.payload);
    CHECK(alarms == std::vector<std::string>{"order_mail_template_lookup"});
}

TEST_CASE_FIXTURE(Counter, "order mail: a server that is away is written down until it is back") {
    server.answer = {Delivered::not_yet, "no answer"};
    work();
    CHECK(server.tried.size() == 1);
    REQUIRE(troubles().size() == 1);
    CHECK(troubles()[0].kind == MailFailure::smtp);
    CHECK(troubles()[0].error == "no answer");
    CHECK(lines.size() == 1);
    now += 1min;
    work();
    CHECK(troubles().at(0).times == 2);
    server.answer = {};
    now += 5min;
    work();
    CHECK(troubles().empty());
    CHECK(server.tried.size() == 3);
    CHECK(outbox().size() == 1);
    for (const auto& tried : server.tried) CHECK(tried.unique == server.tried[0].unique);
}

TEST_CASE_FIXTURE(Counter, "order mail: other mails' failures are none of the shop's") {
    store.write([&](app::Unit& unit) {
        mail::Draft draft;
        draft.to = "bob@example.org";
        draft.unique = "abc";
        const auto id = unit.messages().add(draft, now);
        unit.tasks().add({mail::send_task, "", "", std::to_string(id.value), now});
        return true;
    });
    letter.reset();
    server.answer = {Delivered::never, "no such box"};
    worker.run_due(now);
    for (const auto& each : troubles()) CHECK(each.kind != MailFailure::smtp);
}

}  // namespace
}  // namespace asterism::worker
