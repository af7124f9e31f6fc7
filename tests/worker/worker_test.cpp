#include "shells/worker/worker.hpp"

#include <atomic>
#include <chrono>
#include <thread>

#include <doctest/doctest.h>

#include "libcore/mail/use_cases.hpp"
#include "shells/worker/mail_handler.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/memory_store.hpp"
#include "tests/worker/memory_queue.hpp"

namespace asterism::worker {
namespace {

using namespace std::chrono_literals;
using tests::MemoryQueue;
using tests::MemoryStore;

constexpr Instant start = tests::instant("2026-03-01T12:00:00Z");

class FakeTransport : public MailTransport {
public:
    Delivery deliver(const mail::Draft& draft, Instant) override {
        sent.push_back(draft.to);
        if (throws) throw std::runtime_error("broken");
        return answer;
    }

    Delivery answer;
    bool throws = false;
    std::vector<std::string> sent;
};

/// A worker whose time a test sets, over a store in memory.
class Scene {
public:
    void post(std::string to = "alice@example.org") {
        store.write([&](app::Unit& unit) {
            mail::Draft draft;
            draft.to = std::move(to);
            const auto id = unit.messages().add(draft, now);
            unit.tasks().add({mail::send_task, "", "", std::to_string(id.value), now});
            return true;
        });
    }

    WorkerOptions options() {
        WorkerOptions out;
        out.clock = [this] { return now.load(); };
        out.idle = 5ms;
        out.longest_away = 20ms;
        out.failed = [this](std::string_view about, std::string_view what) {
            said += std::string(about) + ": " + std::string(what) + "; ";
        };
        return out;
    }

    Worker worker(bool with_transport = true, bool keep = false) {
        return {
            queue, {mail_handler(store, with_transport ? &transport : nullptr, keep)}, options()};
    }

    const mail::Message& message(std::size_t at = 0) const { return store.tables.messages.at(at); }

    std::atomic<Instant> now = start;
    MemoryStore store;
    MemoryQueue queue{store};
    FakeTransport transport;
    std::string said;
};

TEST_CASE("worker: a posted mail is sent once and recorded") {
    Scene scene;
    scene.post();
    auto worker = scene.worker();
    CHECK(worker.run_due(start) == 1);
    CHECK(scene.message().state == mail::State::sent);
    CHECK(scene.message().attempts == 1);
    CHECK(worker.run_due(start + 24h) == 0);
    CHECK(scene.transport.sent.size() == 1);
    CHECK(scene.queue.waiting() == 0);
}

TEST_CASE("worker: what is not due waits") {
    Scene scene;
    scene.now = start + 1h;
    scene.post();
    scene.now = start;
    auto worker = scene.worker();
    CHECK(worker.run_due(start) == 0);
    CHECK(worker.run_due(start + 1h) == 1);
}

TEST_CASE("worker: without a mail server a mail is kept in dev and waits otherwise") {
    Scene dev;
    dev.post();
    CHECK(dev.worker(false, true).run_due(start) == 1);
    CHECK(dev.message().state == mail::State::kept);

    Scene production;
    production.post();
    CHECK(production.worker(false, false).run_due(start) == 1);
    CHECK(production.message().state == mail::State::queued);
    CHECK(production.message().last_error == "no mail server is configured");
}

TEST_CASE("worker: a mail is tried six times, ever later, and then buried") {
    Scene scene;
    scene.transport.answer = {Delivered::not_yet, "451 busy"};
    scene.post();
    auto worker = scene.worker();
    for (const auto wait : {0s, 60s, 300s, 1800s, 7200s, 28800s}) {
        CHECK(scene.message().state == mail::State::queued);
        scene.now = scene.now.load() + wait - 1us;
        if (wait > 0s) CHECK(worker.run_due(scene.now) == 0);
        scene.now = scene.now.load() + 1us;
        CHECK(worker.run_due(scene.now) == 1);
    }
    CHECK(scene.message().state == mail::State::failed);
    CHECK(scene.message().attempts == 6);
    CHECK(scene.message().last_error == "451 busy");
    CHECK(scene.queue.buried() == 1);
    CHECK(worker.run_due(start + 1000h) == 0);
}

TEST_CASE("worker: a message that is refused for good is buried at once") {
    Scene scene;
    scene.transport.answer = {Delivered::never, "550 no such user"};
    scene.post();
    auto worker = scene.worker();
    CHECK(worker.run_due(start) == 1);
    CHECK(scene.message().state == mail::State::failed);
    CHECK(scene.queue.buried() == 1);
}

TEST_CASE("worker: a handler that throws fails its task and no other") {
    Scene scene;
    scene.post();
    scene.post("bob@example.org");
    scene.transport.throws = true;
    auto worker = scene.worker();
    CHECK(worker.run_due(start) == 2);
    CHECK(scene.queue.waiting() == 2);
    CHECK(scene.said.find("mail.send: broken") != std::string::npos);
    scene.transport.throws = false;
    CHECK(worker.run_due(start + 60s) == 2);
    CHECK(scene.message(0).state == mail::State::sent);
    CHECK(scene.message(1).state == mail::State::sent);
}

TEST_CASE("worker: a task that nobody can do is buried") {
    for (const auto& hopeless : {std::pair{"no.such.kind", "1"}, std::pair{"mail.send", "x"},
                                 std::pair{"mail.send", "77"}, std::pair{"mail.send", "-1"}}) {
        Scene scene;
        scene.store.write([&](app::Unit& unit) {
            unit.tasks().add({hopeless.first, "", "", hopeless.second, start});
            return true;
        });
        CHECK(scene.worker().run_due(start) == 1);
        CHECK(scene.queue.buried() == 1);
    }
}

TEST_CASE("worker: a mail that was recorded before its task was finished is not sent again") {
    Scene scene;
    scene.post();
    scene.store.tables.messages[0].state = mail::State::sent;
    CHECK(scene.worker().run_due(start) == 1);
    CHECK(scene.transport.sent.empty());
    CHECK(scene.queue.waiting() == 0);
}

TEST_CASE("worker: what is leased comes back when the lease has ended") {
    Scene scene;
    scene.post();
    CHECK(scene.queue.lease(start, 60s, 16).size() == 1);
    auto worker = scene.worker();
    CHECK(worker.run_due(start + 59s) == 0);
    scene.now = start + 60s;
    CHECK(worker.run_due(start + 60s) == 1);
}

TEST_CASE("worker: begins no task that could outlive its lease") {
    Scene scene;
    scene.post();
    scene.post();
    auto worker = scene.worker();
    scene.now = start + 31s;  // the clock goes on while the first was being leased
    CHECK(worker.run_due(start) == 0);
    CHECK(scene.transport.sent.empty());
}

TEST_CASE("worker: a store that is away is waited for") {
    Scene scene;
    scene.post();
    scene.store.down = true;
    auto worker = scene.worker();
    CHECK_THROWS_AS(worker.run_due(start), app::StoreUnavailable);
    scene.store.down = false;
    scene.now = start + 61s;
    CHECK(worker.run_due(scene.now) == 1);
}

TEST_CASE("worker: works by itself, is nudged, and stops") {
    Scene scene;
    auto options = scene.options();
    options.idle = 1h;
    scene.post();
    std::atomic<int> done = 0;
    Worker worker(scene.queue,
                  {{mail::send_task,
                    {},
                    [&](const app::LeasedTask&, Instant) {
                        ++done;
                        return Outcome{};
                    }}},
                  options);
    worker.start();
    const auto until = [&](int count) {
        const auto deadline = std::chrono::steady_clock::now() + 10s;
        while (done < count && std::chrono::steady_clock::now() < deadline)
            std::this_thread::sleep_for(1ms);
        return done == count;
    };
    CHECK(until(1));
    worker.stop();
    scene.post();
    Worker next(scene.queue,
                {{mail::send_task,
                  {},
                  [&](const app::LeasedTask&, Instant) {
                      ++done;
                      return Outcome{};
                  }}},
                options);
    next.start();
    next.nudge();
    CHECK(until(2));
    next.stop();
    next.stop();
}

}  // namespace
}  // namespace asterism::worker
