#include "libcore/shop/status.hpp"

#include <doctest/doctest.h>

#include "tests/shop/goods.hpp"

namespace asterism::shop {
namespace {

constexpr std::array phases{Phase::accepted,  Phase::in_work,   Phase::packed,  Phase::shipped,
                            Phase::delivered, Phase::cancelled, Phase::refunded};

std::string refused(std::vector<Phase> before, const Status& to, const MoveWords& words = {},
                    bool has_tracking = true) {
    std::vector<StatusEntry> history;
    for (const Phase phase : before)
        history.push_back({"s" + std::to_string(history.size()), phase, noon});
    return slug(move_refusal(history, to, words, has_tracking));
}

const Status working{"manufacturing", "Manufacturing", "", Phase::in_work};
const Status shipping{"shipped", "Shipped", "", Phase::shipped};
const Status refund{"refunded", "Refunded", "", Phase::refunded};

}  // namespace

TEST_CASE("status: every pair of phases, allowed or not") {
    const std::array<std::string_view, 7> table{"xxxx.xx", ".xxx.xx", ".xxx.xx", "...xx.x",
                                                "....x.x", ".....xx", "......x"};
    for (std::size_t from = 0; from < phases.size(); ++from)
        for (std::size_t to = 0; to < phases.size(); ++to)
            CHECK(may_move(phases[from], phases[to]) == (table[from][to] == 'x'));
}

TEST_CASE("status: nothing that was sent is cancelled, and nothing paid back is worked on") {
    for (const Phase sent : {Phase::shipped, Phase::delivered})
        CHECK_FALSE(may_move(sent, Phase::cancelled));
    for (const Phase phase : phases)
        if (phase != Phase::refunded) CHECK_FALSE(may_move(Phase::refunded, phase));
}

TEST_CASE("status: an order goes on, by the shop's own names, and never to one it had") {
    CHECK(refused({Phase::accepted}, working) == "ok");
    const Status engraving{"engraving", "Engraving", "", Phase::in_work};
    CHECK(refused({Phase::accepted, Phase::in_work}, engraving) == "ok");
    const Status again{"s1", "", "", Phase::in_work};
    CHECK(refused({Phase::accepted, Phase::in_work, Phase::packed}, again) == "status_already");
    CHECK(refused({Phase::accepted, Phase::shipped}, working) == "no_such_move");
    auto gone = engraving;
    gone.retired = true;
    CHECK(refused({Phase::accepted}, gone) == "unknown_status");
}

TEST_CASE("status: what is sent has a number where its carrier gives any") {
    CHECK(refused({Phase::packed}, shipping, {"1Z-999", ""}) == "ok");
    CHECK(refused({Phase::packed}, shipping) == "tracking_missing");
    CHECK(refused({Phase::packed}, shipping, {}, false) == "ok");
    CHECK(refused({Phase::packed}, shipping, {"1Z999", ""}, false) == "bad_tracking");
    CHECK(refused({Phase::accepted}, working, {"1Z999", ""}) == "bad_tracking");
    for (const auto* number : {"1Z 999", "<b>", "1&x=2"})
        CHECK(refused({Phase::packed}, shipping, {number, ""}) == "bad_tracking");
    CHECK(refused({Phase::packed}, shipping, {std::string(101, '1'), ""}) == "bad_tracking");
}

TEST_CASE("status: money goes back with a word about it") {
    CHECK(refused({Phase::shipped}, refund) == "refund_note_missing");
    CHECK(refused({Phase::shipped}, refund, {"", "  "}) == "refund_note_missing");
    CHECK(refused({Phase::shipped}, refund, {"", "45.99 on 2 March: damaged"}) == "ok");
    CHECK(refused({Phase::shipped}, refund, {"", std::string(1'001, 'x')}) == "bad_order_note");
    CHECK(refused({Phase::shipped}, refund, {"", "\xff"}) == "bad_order_note");
}

TEST_CASE("status: pieces that were never sent are for sale again, once") {
    CHECK(restocks(Phase::accepted, Phase::cancelled));
    CHECK(restocks(Phase::packed, Phase::cancelled));
    CHECK_FALSE(restocks(Phase::cancelled, Phase::cancelled));
    CHECK_FALSE(restocks(Phase::shipped, Phase::refunded));
    CHECK_FALSE(restocks(Phase::cancelled, Phase::refunded));
}

}  // namespace asterism::shop
