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
        return {"https://shop.example", [this](bool) { return letter; },
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

    std::vector<shop::MailTrouble> troubles() {
        std::vector<shop::MailTrouble> out;
        store.read([&](app::Unit& unit) { out = unit.mail_troubles().open(10); });
        return out;
    }

    const std::vector<mail::Message>& outbox() const { return store.tables.messages; }

    Instant now = shop::noon;
    std::optional<shop::MailTemplate> letter = shop::standard_letter(true, "shop@example.org");
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

TEST_CASE_FIXTURE(Counter, "order mail: one that is asked for again has the same Message-ID") {
    work();
    store.write([&](app::Unit& unit) {
        unit.tasks().add({shop::order_mail_task, "", order_name, order_name + "-" + secret, now});
        return true;
    });
    work();
    REQUIRE(server.tried.size() == 2);
    CHECK(server.tried[0].unique == server.tried[1].unique);
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
