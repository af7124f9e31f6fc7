#include "libcore/mail/use_cases.hpp"

#include <doctest/doctest.h>

#include "tests/fakes/instant.hpp"
#include "tests/fakes/memory_mail.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::mail {
namespace {

struct Box {
    MessageId send(std::string_view to) {
        Draft draft;
        draft.to = to;
        draft.subject = "S";
        return post({messages, tasks}, entropy, now, draft);
    }

    tests::Tables tables;
    tests::Calls calls;
    tests::MemoryMessages messages{tables, calls};
    tests::MemoryTasks tasks{tables, calls};
    tests::CountingEntropy entropy;
    Now now{tests::instant("2026-03-01T12:00:00Z")};
};

}  // namespace

TEST_CASE_FIXTURE(Box, "post: writes the message and the task that delivers it") {
    const auto id = send("Ada@Example.org");
    const auto message = messages.find(id);
    REQUIRE(message);
    CHECK(message->draft.to == "Ada@Example.org");
    CHECK(message->state == State::queued);
    CHECK(message->created_at == now.at);
    CHECK(message->attempts == 0);
    REQUIRE(tables.tasks.size() == 1);
    const auto& task = tables.tasks[0];
    CHECK(task.kind == "mail.send");
    CHECK(task.payload == std::to_string(id.value));
    CHECK(task.due == now.at);
    CHECK(task.key.empty());
}

TEST_CASE_FIXTURE(Box, "post: one lane per address, whatever its case") {
    send("Ada@Example.org");
    send("ada@example.org");
    send("bob@example.org");
    REQUIRE(tables.tasks.size() == 3);
    CHECK(tables.tasks[0].lane == "mail:ada@example.org");
    CHECK(tables.tasks[1].lane == tables.tasks[0].lane);
    CHECK(tables.tasks[2].lane != tables.tasks[0].lane);
}

TEST_CASE_FIXTURE(Box, "post: a draft that has a name of its own keeps it, each time") {
    for (int times = 0; times < 2; ++times) {
        Draft draft;
        draft.to = "ada@example.org";
        draft.unique = "order.ORD-abc123def4";
        post({messages, tasks}, entropy, now, draft);
    }
    CHECK(tables.messages[0].draft.unique == "order.ORD-abc123def4");
    CHECK(tables.messages[1].draft.unique == "order.ORD-abc123def4");
}

TEST_CASE_FIXTURE(Box, "post: every message has a name of its own for its Message-ID") {
    send("ada@example.org");
    send("ada@example.org");
    const auto& first = tables.messages[0].draft.unique;
    CHECK(first.size() == 32);
    CHECK(first.find_first_not_of(lower_alphanumerics) == std::string::npos);
    CHECK(first != tables.messages[1].draft.unique);
}

TEST_CASE_FIXTURE(Box, "read_outbox: the newest first, twenty unless told otherwise") {
    for (int i = 0; i < 25; ++i) send("a" + std::to_string(i) + "@example.org");
    messages.record({25}, State::failed, "550 no");
    const auto shown = read_outbox(messages, {});
    REQUIRE(shown);
    REQUIRE(shown->items.size() == 20);
    CHECK(shown->items[0].to == "a24@example.org");
    CHECK(shown->items[0].state == State::failed);
    CHECK(shown->items[0].attempts == 1);
    CHECK(shown->items[0].last_error == "550 no");
    CHECK(shown->items[19].to == "a5@example.org");
    CHECK(read_outbox(messages, {1})->items.size() == 1);
    CHECK(read_outbox(messages, {200})->items.size() == 25);
}

TEST_CASE_FIXTURE(Box, "read_outbox: limits from 1 to 200") {
    for (const std::int64_t limit : {0, -1, 201})
        CHECK(tests::slug_at(read_outbox(messages, {limit})) == "bad_outbox_limit at limit");
    CHECK(read_outbox(messages, {1})->items.empty());
}

}  // namespace asterism::mail
