#include "libcore/shop/checkout.hpp"

#include <doctest/doctest.h>

#include "tests/shop/goods.hpp"

namespace asterism::shop {
namespace {

constexpr std::array stages{Stage::open,   Stage::waiting, Stage::ordered,
                            Stage::failed, Stage::expired, Stage::contested};
constexpr std::array all_news{News::none,    News::pending, News::settled, News::contradicted,
                              News::foreign, News::failed,  News::expired};

// The whole table, row by row as `stages`, column by column as `all_news`.
constexpr auto nothing = Deed::nothing;
constexpr std::array<std::array<Turn, 7>, 6> expected{{
    {{{Stage::open, nothing},
      {Stage::waiting, Deed::keep_hold},
      {Stage::ordered, Deed::place_order},
      {Stage::contested, Deed::open_incident},
      {Stage::open, Deed::open_incident},
      {Stage::failed, Deed::give_back},
      {Stage::expired, Deed::give_back}}},
    {{{Stage::waiting, nothing},
      {Stage::waiting, nothing},
      {Stage::ordered, Deed::place_order},
      {Stage::contested, Deed::open_incident},
      {Stage::waiting, Deed::open_incident},
      {Stage::failed, Deed::give_back},
      {Stage::waiting, nothing}}},
    {{{Stage::ordered, nothing},
      {Stage::ordered, nothing},
      {Stage::ordered, nothing},
      {Stage::ordered, nothing},
      {Stage::ordered, Deed::open_incident},
      {Stage::ordered, nothing},
      {Stage::ordered, nothing}}},
    {{{Stage::failed, nothing},
      {Stage::failed, nothing},
      {Stage::ordered, Deed::place_order},
      {Stage::contested, Deed::open_incident},
      {Stage::failed, Deed::open_incident},
      {Stage::failed, Deed::give_back},
      {Stage::failed, nothing}}},
    {{{Stage::expired, nothing},
      {Stage::waiting, Deed::keep_hold},
      {Stage::ordered, Deed::place_order},
      {Stage::contested, Deed::open_incident},
      {Stage::expired, Deed::open_incident},
      {Stage::failed, Deed::give_back},
      {Stage::expired, nothing}}},
    {{{Stage::contested, nothing},
      {Stage::contested, nothing},
      {Stage::contested, nothing},
      {Stage::contested, nothing},
      {Stage::contested, Deed::open_incident},
      {Stage::contested, nothing},
      {Stage::contested, nothing}}},
}};

constexpr bool as_expected() {
    for (std::size_t s = 0; s < stages.size(); ++s)
        for (std::size_t n = 0; n < all_news.size(); ++n)
            if (turn(stages[s], all_news[n]) != expected[s][n]) return false;
    return true;
}

static_assert(as_expected());

/// Two pieces of news, either way round, end at one stage, unless they say of one payment both that
/// it fits and that it does not.
constexpr bool order_matters_not() {
    for (const Stage stage : stages)
        for (const News a : all_news)
            for (const News b : all_news) {
                const bool quarrel = (a == News::settled && b == News::contradicted) ||
                                     (b == News::settled && a == News::contradicted);
                const auto ab = turn(turn(stage, a).stage, b).stage;
                const auto ba = turn(turn(stage, b).stage, a).stage;
                if (!quarrel && ab != ba) return false;
            }
    return true;
}

static_assert(order_matters_not());

/// What is told again changes nothing, since what was given back is held no more; of foreign money
/// it is for the incidents to be told once.
constexpr bool again_is_nothing() {
    for (const Stage stage : stages)
        for (const News news : all_news) {
            const auto again = turn(turn(stage, news).stage, news);
            if (again.stage != turn(stage, news).stage) return false;
            const bool harmless = again.deed == Deed::nothing || again.deed == Deed::give_back;
            if (news != News::foreign && !harmless) return false;
        }
    return true;
}

static_assert(again_is_nothing());

Judgement judge(Signal signal, auto change, Stage stage = Stage::open) {
    const auto frozen = snapshot();
    auto going = checkout(frozen, stage);
    if (stage == Stage::ordered) going.intent = "pi_1";
    auto paid = payment(frozen);
    change(paid);
    return judged(going, frozen, signal, paid);
}

const auto as_it_is = [](Payment&) {};
const auto unpaid = [](Payment& p) { p.state = PaymentState::unpaid; };
const auto elsewhere = [](Payment& p) { p.session = "cs_2"; };

}  // namespace

TEST_CASE("checkout: a signal of money is good news, whoever brings it") {
    for (const Signal signal : {Signal::completed, Signal::async_succeeded, Signal::came_back})
        CHECK(judge(signal, as_it_is) == Judgement{News::settled});
    CHECK(judge(Signal::completed, [](Payment& p) { p.amount -= 1; }) ==
          Judgement{News::contradicted, IncidentKind::wrong_amount});
}

TEST_CASE("checkout: who is through without having paid is waited for") {
    CHECK(judge(Signal::completed, unpaid) == Judgement{News::pending});
    CHECK(judge(Signal::came_back, unpaid) == Judgement{News::none});
    CHECK(judge(Signal::async_succeeded, unpaid) ==
          Judgement{News::contradicted, IncidentKind::not_paid});
}

TEST_CASE("checkout: bad news counts from its own counter alone") {
    CHECK(judge(Signal::async_failed, unpaid) == Judgement{News::failed});
    CHECK(judge(Signal::expired, unpaid) == Judgement{News::expired});
    for (const Signal signal : {Signal::async_failed, Signal::expired})
        CHECK(judge(signal, elsewhere) == Judgement{News::none});
    CHECK(judge(Signal::completed, [](Payment& p) {
              unpaid(p);
              elsewhere(p);
          }) == Judgement{News::none});
}

TEST_CASE("checkout: money from another counter is foreign, and after an order a second payment") {
    CHECK(judge(Signal::completed, elsewhere) ==
          Judgement{News::foreign, IncidentKind::wrong_session});
    CHECK(judge(Signal::completed, elsewhere, Stage::ordered) ==
          Judgement{News::foreign, IncidentKind::paid_twice});
    CHECK(judge(
              Signal::completed, [](Payment& p) { p.intent = "pi_2"; }, Stage::ordered) ==
          Judgement{News::foreign, IncidentKind::paid_twice});
    CHECK(judge(Signal::async_succeeded, as_it_is, Stage::ordered) == Judgement{News::settled});
}

TEST_CASE("checkout: where what was frozen has been altered, no money fits") {
    CHECK(judged(checkout(snapshot()), std::nullopt, Signal::completed, payment(snapshot())) ==
          Judgement{News::contradicted, IncidentKind::altered_snapshot});
}

TEST_CASE("checkout: a counter that was never heard of before may be the right one") {
    auto going = checkout(snapshot());
    going.session.clear();
    CHECK(judged(going, snapshot(), Signal::completed, payment(snapshot(), "cs_7")) ==
          Judgement{News::settled});
}

}  // namespace asterism::shop
