// The failure matrix of the shop's contract (§10), row by row, for guests and for accounts, on both
// databases: what the caller and the page are told, what the database holds, and what the operators
// hear of it, which is one line in the log, one more in the list of alarms, and one mail of a kind
// in ten minutes. When all is well again each payment has its one order, and each order its mail.

#include <doctest/doctest.h>

#include "tests/matrix/plays.hpp"

namespace asterism::matrix {
namespace {

using namespace std::chrono_literals;

/// Once more, when there was a mail already that is not ten minutes old, and when it is.
void check_rest(Shop& shop, const Play& play, const Alarms& before) {
    const auto start = shop.now;
    const auto again = [&](std::chrono::seconds after, const Alarm& expected) {
        shop.now = start + after;
        shop.mend();
        shop.work();
        play.act(shop);
        shop.work();
        CHECK(told(shop.alarms() - before) == told(Alarms{{std::string(play.alarm), expected}}));
    };
    again(599s, {2, 2, 1});
    again(600s, {3, 3, 2});
}

void check_healed(Shop& shop, const Rows& before, const Alarms& alarms) {
    shop.mend();
    shop.catch_up();
    shop.catch_up();
    const auto rows = shop.rows() - before;
    CHECK(rows.troubles == 0);
    CHECK(rows.mails == rows.orders);
    CHECK(shop.count("SELECT count(*) FROM shop_checkout WHERE stage = 'ordered'") ==
          shop.rows().orders);
    CHECK(told(shop.alarms()) == told(alarms));  // it is no news that all is well
}

void check(Shop& shop, const Play& play) {
    CAPTURE(play.row);
    CAPTURE(play.what);
    shop.now += 1h;
    const auto rows = shop.rows();
    const auto alarms = shop.alarms();
    play.act(shop);
    shop.work();
    CHECK(told(shop.rows() - rows) == told(play.after));
    Alarms expected;
    if (!play.alarm.empty()) expected[std::string(play.alarm)] = {1, 1, 1};
    CHECK(told(shop.alarms() - alarms) == told(expected));
    if (!play.alarm.empty()) check_rest(shop, play, alarms);
    check_healed(shop, rows, shop.alarms());
}

template <class Kind, bool Members>
struct Side {
    using Database = Kind;
    static constexpr bool members = Members;
};

}  // namespace

TEST_CASE_TEMPLATE("matrix: every row has its state, its answers, and its alarm or none", Which,
                   Side<store::testing::SqliteDatabase, false>,
                   Side<store::testing::SqliteDatabase, true>,
                   Side<store::testing::PostgresDatabase, false>,
                   Side<store::testing::PostgresDatabase, true>) {
    Shop shop(std::make_unique<typename Which::Database>(), Which::members);
    int row = 0;
    for (const Play& play : plays()) {
        CHECK(play.row >= row);
        CHECK(play.row <= row + 1);
        row = play.row;
        check(shop, play);
    }
    CHECK(row == 21);
    shop.now += 2h;
    CHECK(shop.let_go());
    CHECK(shop.count("SELECT count(*) FROM shop_sku WHERE stock_held <> 0") == 0);
}

}  // namespace asterism::matrix
