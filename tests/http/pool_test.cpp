#include "shells/http/pool.hpp"

#include <atomic>
#include <future>
#include <latch>
#include <memory>
#include <thread>

#include <doctest/doctest.h>

using namespace asterism::http;

TEST_CASE("pool: runs up to its threads at once, queues up to its limit, and says no to the rest") {
    std::latch running(2);
    std::promise<void> open;
    const std::shared_future<void> gate = open.get_future().share();
    std::atomic<int> done = 0;
    const auto job = [&] {
        running.count_down();
        gate.wait();
        ++done;
    };
    const auto queued = [&] { ++done; };
    {
        Pool pool(2, 3);
        CHECK(pool.try_post(job));
        CHECK(pool.try_post(job));
        running.wait();
        for (int i = 0; i < 3; ++i) CHECK(pool.try_post(queued));
        CHECK_FALSE(pool.try_post(queued));
        std::latch all(1);
        open.set_value();
        while (!pool.try_post([&] { all.count_down(); })) std::this_thread::yield();
        all.wait();
    }
    CHECK(done == 5);
}

TEST_CASE("pool: a queue of none still hands jobs to free threads") {
    Pool pool(1, 0);
    std::latch running(1);
    std::promise<void> open;
    CHECK(pool.try_post([&] {
        running.count_down();
        open.get_future().wait();
    }));
    running.wait();
    CHECK_FALSE(pool.try_post([] {}));
    open.set_value();
}

TEST_CASE("pool: closing waits for what runs and lets go of what waits") {
    const auto held = std::make_shared<int>(0);
    std::atomic<bool> ended = false;
    std::latch running(1);
    std::promise<void> open;
    Pool pool(1, 1);
    CHECK(pool.try_post([&] {
        running.count_down();
        open.get_future().wait();
        ended = true;
    }));
    running.wait();
    CHECK(pool.try_post([held] { ++*held; }));
    std::jthread opener([&] {
        // Dropping the queue comes before waiting: the second job's copy goes while the first runs.
        while (held.use_count() > 1) std::this_thread::yield();
        open.set_value();
    });
    pool.close();
    CHECK(ended);
    CHECK(*held == 0);
    CHECK_FALSE(pool.try_post([] {}));
}
