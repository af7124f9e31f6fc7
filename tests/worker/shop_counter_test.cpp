#include "shells/worker/shop_counter.hpp"

#include <doctest/doctest.h>

#include "libcore/shop/check_out.hpp"
#include "libcore/shop/faults.hpp"
#include "shells/worker/worker.hpp"
#include "tests/fakes/instant.hpp"
#include "tests/fakes/memory_orders.hpp"
#include "tests/worker/memory_queue.hpp"

namespace asterism::worker {
namespace {

using namespace std::chrono_literals;

struct Till {
    explicit Till(bool has_payments = true)
        : worker(queue, {close_counter_handler(has_payments ? &payments : nullptr)}, options()) {
        store.write([&](app::Unit& unit) {
            unit.tasks().add({shop::close_counter_task, "", "cs_1", "cs_1", now});
            return true;
        });
    }

    WorkerOptions options() {
        WorkerOptions out;
        out.clock = [this] { return now; };
        return out;
    }

    Instant now = tests::instant("2026-03-01T12:00:00Z");
    tests::PlainPayments payments;
    tests::MemoryStore store;
    tests::MemoryQueue queue{store};
    Worker worker;
};

TEST_CASE("shop counter: is closed once") {
    Till till;
    CHECK(till.worker.run_due(till.now) == 1);
    CHECK(till.payments.closed == std::vector<std::string>{"cs_1"});
    CHECK(till.queue.waiting() == 0);
    CHECK(till.queue.buried() == 0);
}

TEST_CASE("shop counter: whoever takes the money is asked again when he was away") {
    Till till;
    till.payments.trouble = &shop::payments_away;
    till.worker.run_due(till.now);
    CHECK(till.queue.waiting() == 1);
    till.payments.trouble = nullptr;
    till.now += 5s;
    till.worker.run_due(till.now);
    CHECK(till.payments.closed.size() == 1);
    CHECK(till.queue.waiting() == 0);
}

TEST_CASE("shop counter: a refusal is not asked for again") {
    Till till;
    till.payments.trouble = &shop::payments_refused;
    till.worker.run_due(till.now);
    CHECK(till.queue.buried() == 1);
}

TEST_CASE("shop counter: where nobody takes money there is none to close") {
    Till till(false);
    till.worker.run_due(till.now);
    CHECK(till.queue.buried() == 1);
}

}  // namespace
}  // namespace asterism::worker
