#include "libcore/audit/chain.hpp"

#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

#include "tests/fakes/instant.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/fakes/slug.hpp"

namespace asterism::audit {
namespace {

using namespace std::chrono_literals;

constexpr Instant eve = tests::instant("2026-02-28T23:00:00Z");

/// Eight rows over two days, sealed.
struct Log {
    Log() {
        for (std::int64_t i = 1; i <= 8; ++i)
            append({RecordId{i + 100}, eve + 20min * i, "login_success", true, AccountId{i}, "ada",
                    "192.0.2.1", "Test/1", "remember_me=true", "r" + std::to_string(i)});
    }

    void append(Entry entry) {
        const auto code = code_of(sealer, entry);
        tip = next(sealer, tip, entry.at, code);
        rows.push_back({std::move(entry), tip.position, code, tip.seal});
    }

    /// What is found when the rows are followed in order of their positions.
    std::optional<Finding> found() {
        std::ranges::stable_sort(rows, {}, &Sealed::position);
        Tip from;
        return follow(sealer, from, rows, tip.position);
    }

    tests::PlainSealer sealer;
    std::vector<Sealed> rows;
    Tip tip;
};

void check(const std::optional<Finding>& finding, Break what, std::int64_t position,
           std::int64_t record) {
    REQUIRE(finding);
    CHECK(finding->what == what);
    CHECK(finding->position == position);
    CHECK(finding->record.value == record);
}

}  // namespace

TEST_CASE_FIXTURE(Log, "chain: follows itself from the first row to the last") {
    Tip from;
    CHECK_FALSE(follow(sealer, from, rows, 8));
    CHECK(from.position == 8);
    CHECK(from.seal == tip.seal);
    CHECK(from.day == tests::instant("2026-03-01T00:00:00Z"));
}

TEST_CASE_FIXTURE(Log, "chain: goes on from any row as from the beginning") {
    Tip from;
    CHECK_FALSE(follow(sealer, from, std::span(rows).first(3), 8));
    CHECK_FALSE(follow(sealer, from, std::span(rows).subspan(3), 8));
    CHECK(from.seal == tip.seal);
}

TEST_CASE("chain: any change of any column of a row is found at that row") {
    using Change = void (*)(Entry&);
    constexpr Change changes[] = {
        [](Entry& e) { e.id.value += 1; }, [](Entry& e) { e.at += 1us; },
        [](Entry& e) { e.type = "login_failed"; }, [](Entry& e) { e.success = false; },
        [](Entry& e) { e.account.reset(); }, [](Entry& e) { e.account = AccountId{9}; },
        [](Entry& e) { e.handle = "bob"; }, [](Entry& e) { e.address = "192.0.2.2"; },
        [](Entry& e) { e.agent += " "; }, [](Entry& e) { e.metadata.clear(); },
        [](Entry& e) { e.request_id = "r"; },
        // what leaves one column and enters the next is a change, too
        [](Entry& e) { e.handle += e.address.substr(0, 1), e.address.erase(0, 1); }};
    for (const auto change : changes)
        for (const std::size_t at : {0U, 3U, 7U}) {
            Log log;
            change(log.rows[at].entry);
            const auto finding = log.found();
            REQUIRE(finding);
            CHECK(finding->what == Break::changed);
            CHECK(finding->position == static_cast<std::int64_t>(at) + 1);
        }
}

TEST_CASE_FIXTURE(Log, "chain: a row whose codes were made without the key is found") {
    rows[2].entry.handle = "bob";
    rows[2].code = std::string(64, '0');
    rows[2].seal = std::string(64, '1');
    check(found(), Break::changed, 3, 103);
}

TEST_CASE_FIXTURE(Log, "chain: a row that is gone is missed, even if the others move up") {
    rows.erase(rows.begin() + 3);
    check(found(), Break::missing, 4, 0);
    for (std::size_t i = 3; i < rows.size(); ++i) --rows[i].position;
    check(found(), Break::missing, 4, 0);
}

TEST_CASE_FIXTURE(Log, "chain: a row that was put in is found, in the middle and behind the end") {
    auto forged = rows[3];
    forged.entry.id = RecordId{999};
    auto pushed = rows;
    for (std::size_t i = 3; i < pushed.size(); ++i) ++pushed[i].position;
    pushed.insert(pushed.begin() + 3, forged);
    Tip from;
    check(follow(sealer, from, pushed, 8), Break::inserted, 4, 999);
    forged.position = 9;
    rows.push_back(forged);
    check(found(), Break::inserted, 9, 999);
}

TEST_CASE_FIXTURE(Log, "chain: rows that changed places are found") {
    std::swap(rows[2].position, rows[5].position);
    check(found(), Break::reordered, 3, 106);
}

TEST_CASE_FIXTURE(Log, "chain: a row that came late does not begin its day again") {
    append({RecordId{200}, eve, "late", true, {}, "", "", "", "", ""});
    append({RecordId{201}, eve + 4h, "next", true, {}, "", "", "", "", ""});
    CHECK_FALSE(found());
    CHECK(tip.day == tests::instant("2026-03-01T00:00:00Z"));
}

TEST_CASE_FIXTURE(Log, "head: is genuine as it was written, and not at another place") {
    Head head{tip, key_mark(sealer), proof_of(sealer, tip)};
    CHECK(genuine(sealer, head));
    --head.tip.position;
    CHECK_FALSE(genuine(sealer, head));
    CHECK(genuine(sealer, {}));
    head.tip = {};
    CHECK_FALSE(genuine(sealer, head));
}

}  // namespace asterism::audit
