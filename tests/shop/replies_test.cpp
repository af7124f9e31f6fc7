#include <doctest/doctest.h>

#include "libcore/shop/cart_upkeep.hpp"
#include "tests/fakes/memory_replies.hpp"
#include "tests/shop/scene.hpp"

namespace asterism::shop {
namespace {

using namespace std::chrono_literals;

struct Asking : Scene {
    tests::MemoryReplies replies{shop, calls};

    /// "now", the status it was answered with before, or why not.
    std::string ask(const std::string& request = "request", const std::string& key = "key") {
        const auto asked = ask_once(now, replies, {key, request});
        if (!asked) return std::string(asked.error().fault->slug);
        return asked->before ? std::to_string(asked->before->status) + asked->before->body : "now";
    }

    void answer(int status, const std::string& body = "") {
        REQUIRE(answer_once(replies, {"key", {status, body}}));
    }
};

}  // namespace

TEST_CASE_FIXTURE(Asking, "ask_once: is answered once, and then as it was") {
    CHECK(ask() == "now");
    CHECK(ask() == "idempotency_key_in_use");
    answer(201, " made");
    for (int times = 0; times < 3; ++times) CHECK(ask() == "201 made");
    CHECK(ask("request", "another key") == "now");
}

TEST_CASE_FIXTURE(Asking, "ask_once: a key is good for one request") {
    CHECK(ask() == "now");
    CHECK(ask("another") == "idempotency_key_reused");
    answer(201);
    CHECK(ask("another") == "idempotency_key_reused");
    CHECK(ask() == "201");
}

TEST_CASE_FIXTURE(Asking, "ask_once: a refusal is kept, a failure is not") {
    CHECK(ask() == "now");
    answer(409, " sold out");
    CHECK(ask() == "409 sold out");
    now.at += reply_life;
    CHECK(ask() == "now");
    answer(503);
    CHECK(ask() == "now");
    answer(500);
    CHECK(shop.replies.empty());
}

TEST_CASE_FIXTURE(Asking, "ask_once: whoever stopped answering is not waited for without end") {
    CHECK(ask() == "now");
    now.at += longest_answering - 1us;
    CHECK(ask() == "idempotency_key_in_use");
    now.at += 1us;
    CHECK(ask() == "now");
    CHECK(ask() == "idempotency_key_in_use");
    now.at += longest_answering;
    CHECK(ask("another") == "idempotency_key_reused");
}

TEST_CASE_FIXTURE(Asking, "ask_once: after a day a key is as good as new") {
    CHECK(ask() == "now");
    answer(201);
    now.at += reply_life - 1us;
    CHECK(ask() == "201");
    now.at += 1us;
    CHECK(ask("another") == "now");
    CHECK(ask() == "idempotency_key_reused");
}

TEST_CASE_FIXTURE(Asking, "purge_replies: takes those of more than a day ago alone") {
    const auto purge = [&](Role role) {
        return purge_replies(now, Actor{{99}, role}, replies, {});
    };
    CHECK(ask() == "now");
    now.at += 1us;
    CHECK(ask("request", "another key") == "now");
    now.at = noon + std::chrono::days{1} + 1us;
    CHECK(slug(purge(Role::staff)) == "admins_only");
    CHECK(purge(Role::admin)->count == 1);
    CHECK(shop.replies.size() == 1);
}

}  // namespace asterism::shop
