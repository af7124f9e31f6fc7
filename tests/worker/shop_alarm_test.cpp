#include "shells/worker/shop_alarm.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "libcore/shop/plan.hpp"
#include "shells/worker/worker.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/worker/memory_queue.hpp"

namespace asterism::worker {
namespace {

using namespace std::chrono_literals;

/// A shop with somebody who wants to be told.
struct Alarms {
    explicit Alarms(std::string mailbox = "ops@example.org") : to(std::move(mailbox)) {}

    AlarmOptions alarms() {
        return {to, "shop@example.org", "Paper & Co", "https://shop.example",
                [this](std::string_view kind) { lines.emplace_back(kind); }};
    }

    WorkerOptions options() {
        WorkerOptions out;
        out.clock = [this] { return now; };
        return out;
    }

    void raise(const std::string& kind) {
        store.write([&](app::Unit& unit) {
            unit.tasks().add({shop::alarm_task, "", kind, kind, now});
            return true;
        });
        worker.run_due(now);
    }

    std::int64_t raised(std::string_view kind) {
        std::int64_t out = 0;
        store.read([&](app::Unit& unit) {
            for (const auto& each : unit.alarms().counts())
                if (each.kind == kind) out = each.raised;
        });
        return out;
    }

    std::size_t mails() const { return store.tables.messages.size(); }

    std::string to;
    Instant now = tests::instant("2026-03-01T12:00:00Z");
    std::vector<std::string> lines;  ///< of the log
    tests::MemoryStore store;
    tests::MemoryQueue queue{store};
    tests::CountingEntropy entropy;
    Worker worker{queue, {alarm_handler(entropy, alarms())}, options()};
};

TEST_CASE("shop alarm: is one line, one count and one mail") {
    Alarms scene;
    scene.raise("sold_out");
    CHECK(scene.lines == std::vector<std::string>{"sold_out"});
    CHECK(scene.raised("sold_out") == 1);
    REQUIRE(scene.mails() == 1);
    const auto& mail = scene.store.tables.messages[0].draft;
    CHECK(mail.to == "ops@example.org");
    CHECK(mail.from == "shop@example.org");
    CHECK(mail.subject == "Paper & Co: the shop needs somebody (sold_out)");
    CHECK(mail.text.find("asterism shop incident list") != mail.text.npos);
    CHECK(mail.text.find("https://shop.example") != mail.text.npos);
}

TEST_CASE("shop alarm: of one kind a mail goes out in ten minutes at most, and all are counted") {
    Alarms scene;
    const auto start = scene.now;
    for (const auto after : {0s, 1s, 599s}) {
        scene.now = start + after;
        scene.raise("sold_out");
    }
    CHECK(scene.lines.size() == 3);
    CHECK(scene.raised("sold_out") == 3);
    CHECK(scene.mails() == 1);
    scene.now = start + 600s;
    scene.raise("sold_out");
    CHECK(scene.raised("sold_out") == 4);
    CHECK(scene.mails() == 2);
}

TEST_CASE("shop alarm: kinds do not keep each other back") {
    Alarms scene;
    scene.raise("sold_out");
    scene.raise("paid_twice");
    scene.raise("order_mail_smtp");
    CHECK(scene.mails() == 3);
    CHECK(scene.store.tables.messages[2].draft.text.find("mail-failure list") != std::string::npos);
}

TEST_CASE("shop alarm: where nobody is to be written to, it is told and counted all the same") {
    Alarms scene("");
    scene.raise("sold_out");
    CHECK(scene.lines.size() == 1);
    CHECK(scene.raised("sold_out") == 1);
    CHECK(scene.mails() == 0);
}

TEST_CASE("shop alarm: one that could not be noted is noted when its turn comes again, once") {
    Alarms scene;
    scene.store.fail_at_commit = 3;  // the task, its lease, the note
    CHECK_THROWS_AS(scene.raise("sold_out"), app::StoreUnavailable);
    CHECK(scene.raised("sold_out") == 0);
    CHECK(scene.mails() == 0);
    scene.now += 61s;
    scene.worker.run_due(scene.now);
    CHECK(scene.raised("sold_out") == 1);
    CHECK(scene.mails() == 1);
}

}  // namespace
}  // namespace asterism::worker
