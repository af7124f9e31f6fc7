#include "libcore/shop/check_out.hpp"

#include <doctest/doctest.h>

#include "libcore/shop/faults.hpp"
#include "tests/shop/scene.hpp"

namespace asterism::shop {
namespace {

using std::chrono::minutes;

}  // namespace

TEST_CASE_FIXTURE(Scene, "check_out: holds the pieces and opens a counter for the frozen lines") {
    REQUIRE(add(1, 3));
    REQUIRE(add(7, 2));
    REQUIRE(enter("WELCOME10"));
    const auto paying = pay();
    REQUIRE(paying);
    CHECK(paying->session == "cs_1");
    CHECK(paying->url == "https://pay.example/cs_1");
    CHECK(clips() == Supply{10, 3});
    const auto& asked = payments.requests.at(0);
    CHECK(asked.reference == shop.checkouts.at(0).reference);
    CHECK(asked.reference.size() == 22);
    CHECK(asked.expires == noon + policy.hold);
    std::int64_t sum = 0;
    for (const Charge& charge : asked.charges) sum += charge.quantity * charge.each.minor;
    CHECK(sum == 4'599);  // by the usual way, since none was chosen
}

TEST_CASE_FIXTURE(Scene,
                  "check_out: is refused for the first of its faults, and then holds nothing") {
    policy.visitors_that_check_out = "somebody";
    CHECK(slug(pay()) == "checkout_not_allowed");
    policy.visitors_that_check_out = "*";
    CHECK(slug(pay()) == "no_cart");
    REQUIRE(add(1, 11));
    CHECK(slug(pay()) == "not_enough_left");
    shop.methods.clear();
    CHECK(slug(pay()) == "no_shipping_method");
    CHECK(clips() == Supply{10, 0});
    CHECK(shop.checkouts.empty());
    CHECK(payments.requests.empty());
}

TEST_CASE_FIXTURE(Scene, "check_out: who may is said by handle, or by what the cookie holds") {
    actor = Actor{settle("ada")};
    REQUIRE(add(1, 1));
    policy.accounts_that_check_out = "bob";
    CHECK(slug(pay()) == "checkout_not_allowed");
    policy.accounts_that_check_out = "bob,ada";
    CHECK(may_check_out(actor, accounts, policy, {})->allowed);
    REQUIRE(pay());
    CHECK(payments.requests.at(0).email == "ada@example.org");
    policy.visitors_that_check_out = std::nullopt;
    CHECK_FALSE(may_check_out({}, accounts, policy, {"any"})->allowed);
}

TEST_CASE_FIXTURE(Scene, "check_out: the same cart again goes to the same counter and holds once") {
    REQUIRE(add(1, 10));
    CHECK(pay()->session == "cs_1");
    now.at += minutes(30);
    CHECK(pay()->session == "cs_1");
    CHECK(clips() == Supply{10, 10});
    CHECK(shop.checkouts.size() == 1);
    CHECK(payments.requests.size() == 1);
}

TEST_CASE_FIXTURE(
    Scene, "check_out: a cart that has changed gets a counter of its own, the old one closes") {
    REQUIRE(add(1, 4));
    REQUIRE(enter("ONCE10"));
    REQUIRE(pay());
    CHECK(single_use() == Supply{1, 1});
    REQUIRE(add(1, 6));
    CHECK(pay()->session == "cs_2");
    CHECK(clips() == Supply{10, 10});
    CHECK(single_use() == Supply{1, 1});
    CHECK(shop.checkouts.at(0).stage == Stage::expired);
    CHECK_FALSE(shop.checkouts.at(0).holding);
    CHECK(tasks_waiting() == std::vector<std::string>{"shop.close_counter"});
    CHECK(tables.tasks.at(0).payload == "cs_1");
}

TEST_CASE_FIXTURE(Scene, "check_out: notes what the buyer reads: as his account says, or he") {
    const auto noted = [&] { return opened(fingerprint, shop.checkouts.back().frozen)->language; };
    caller.language = Language::ja;
    REQUIRE(add(1, 1));
    REQUIRE(pay());
    CHECK(noted() == Language::ja);
    caller.language.reset();
    CHECK(pay()->session == "cs_1");  // that is no other cart
    REQUIRE(add(1, 1));
    REQUIRE(pay());
    CHECK_FALSE(noted());
    const auto ada = settle("ada");
    accounts.set_language(ada, Language::fr);
    actor = Actor{ada};
    REQUIRE(add(7, 1));
    REQUIRE(pay());
    CHECK(noted() == Language::fr);
    const auto name = *hear(Signal::completed, money("cs_3"))->order;
    CHECK(orders.find(name)->record.contact.language == Language::fr);
}

TEST_CASE_FIXTURE(Scene, "check_out: a hold that nobody was told a counter of is soon given back") {
    REQUIRE(add(1, 10));
    payments.trouble = &payments_away;  // or the machine stopped
    CHECK_FALSE(pay());
    payments.trouble = nullptr;
    now.at += minutes(5) - std::chrono::seconds(1);
    CHECK(let_go_overdue(run(), checkouts, holds, {})->count == 0);
    now.at += std::chrono::seconds(1);
    CHECK(let_go_overdue(run(), checkouts, holds, {})->count == 1);
    CHECK(clips() == Supply{10, 0});
    CHECK(pay()->session == "cs_1");
    now.at += policy.hold + minutes(10) - std::chrono::seconds(1);  // this one has its whole time
    CHECK(let_go_overdue(run(), checkouts, holds, {})->count == 0);
    CHECK(clips() == Supply{10, 10});
}

TEST_CASE_FIXTURE(Scene, "check_out: who asks again in time keeps the hold for as long again") {
    REQUIRE(add(1, 4));
    payments.trouble = &payments_away;
    CHECK_FALSE(pay());
    now.at += minutes(4);
    CHECK_FALSE(pay());
    now.at += minutes(4);
    CHECK(let_go_overdue(run(), checkouts, holds, {})->count == 0);
    payments.trouble = nullptr;
    REQUIRE(pay());
    CHECK(shop.checkouts.size() == 1);
    CHECK(payments.requests.at(0).expires == noon + policy.hold);
    CHECK(shop.checkouts[0].hold_until == noon + policy.hold + minutes(10));
}

TEST_CASE_FIXTURE(Scene, "check_out: where the hold has gone, nobody is told of the counter") {
    const auto late = [&](auto meanwhile) {
        REQUIRE(add(1, 2));
        const CheckOut input{{}, visitor};
        const auto frozen = begin_check_out(run(), actor, gate(), shelves(), policy, input);
        const auto counter = ask_for_counter(payments, *frozen, input);
        REQUIRE(counter);
        meanwhile();
        trail.clear();
        CHECK(slug(check_out(run(), checkouts, *counter, input)) == "checkout_lapsed");
        REQUIRE(trail.owed().size() == 1);
        CHECK(trail.owed()[0].kind == close_counter_task);
        CHECK(trail.owed()[0].payload == counter->counter.session);
    };
    late([&] {
        now.at += minutes(5);
        REQUIRE(let_go_overdue(run(), checkouts, holds, {})->count == 1);
    });
    late([&] {
        REQUIRE(add(1, 1));  // in another window, where he goes to pay at once
        REQUIRE(pay());
    });
    CHECK(clips() == Supply{10, 5});
}

TEST_CASE_FIXTURE(Scene, "check_out: near the end of a counter's time another is opened") {
    REQUIRE(add(1, 4));
    REQUIRE(pay());
    now.at += policy.hold;
    CHECK(pay()->session == "cs_2");
    CHECK(clips() == Supply{10, 4});
}

TEST_CASE_FIXTURE(Scene,
                  "check_out: where the money's takers are away the same try goes on later") {
    REQUIRE(add(1, 4));
    payments.trouble = &payments_away;
    CHECK(slug(pay()) == "payments_away");
    CHECK(clips() == Supply{10, 4});
    CHECK(shop.checkouts.at(0).session.empty());
    payments.trouble = nullptr;
    CHECK(pay()->session == "cs_1");
    CHECK(clips() == Supply{10, 4});
    CHECK(shop.checkouts.size() == 1);
}

TEST_CASE_FIXTURE(Scene,
                  "check_out: a counter is never asked for with less than half an hour left") {
    REQUIRE(add(1, 4));
    payments.trouble = &payments_away;
    CHECK_FALSE(pay());
    payments.trouble = nullptr;
    now.at += policy.hold - minutes(30) + std::chrono::seconds(1);
    CHECK(pay());
    CHECK(payments.requests.at(0).expires == now.at + policy.hold);
    CHECK(shop.checkouts.size() == 2);
    CHECK(clips() == Supply{10, 4});
    CHECK(tasks_waiting().empty());  // the first never had a counter that would have to be closed
}

TEST_CASE_FIXTURE(Scene,
                  "check_out: a later price or an edit of the cart does not reach what is frozen") {
    REQUIRE(add(1, 3));
    REQUIRE(pay());
    shop.products[0].skus[0].prices.push_back({usd(1), noon});
    REQUIRE(add(7, 5));
    CHECK(money("cs_1").amount == 3 * 350 + 956);
}

TEST_CASE_FIXTURE(Scene,
                  "check_out: of fifty buyers of ten pieces ten get to pay, of one code one") {
    int paying = 0;
    for (int buyer = 0; buyer < 50; ++buyer) {
        visitor.reset();
        draw_order_identifier(entropy);  // these dice come round, and would draw a buyer again
        REQUIRE(add(1, 1));
        if (pay()) ++paying;
    }
    CHECK(paying == 10);
    CHECK(clips() == Supply{10, 10});
    int with_code = 0;
    std::string refusal;
    for (int buyer = 0; buyer < 5; ++buyer) {
        visitor.reset();
        REQUIRE(add(7, 1));
        if (!enter("ONCE10")) continue;  // held already
        if (pay()) ++with_code;
    }
    CHECK(with_code == 1);
}

TEST_CASE_FIXTURE(Scene,
                  "check_out: a code that somebody else holds is refused, not charged in full") {
    REQUIRE(add(7, 1));
    REQUIRE(enter("ONCE10"));
    const auto first = visitor;
    visitor.reset();
    REQUIRE(add(7, 1));
    REQUIRE(enter("ONCE10"));
    REQUIRE(pay());
    visitor = first;
    CHECK(slug(pay()) == "code_used_up");
}

TEST_CASE_FIXTURE(Scene, "let_go_overdue: gives back what was not paid in time, once") {
    REQUIRE(add(1, 4));
    REQUIRE(pay());
    now.at += policy.hold + minutes(10) - std::chrono::seconds(1);
    CHECK(let_go_overdue(run(), checkouts, holds, {})->count == 0);
    now.at += std::chrono::seconds(1);
    CHECK(let_go_overdue(run(), checkouts, holds, {})->count == 1);
    CHECK(clips() == Supply{10, 0});
    CHECK(shop.checkouts.at(0).stage == Stage::expired);
    CHECK(let_go_overdue(run(), checkouts, holds, {})->count == 0);
}

TEST_CASE_FIXTURE(Scene,
                  "forget_unpaid: what nobody paid for is gone after its weeks, no order is") {
    REQUIRE(add(1, 4));
    REQUIRE(pay());
    now.at += policy.hold + minutes(10);
    REQUIRE(let_go_overdue(run(), checkouts, holds, {})->count == 1);
    REQUIRE(add(1, 1));
    REQUIRE(pay());
    REQUIRE(hear(Signal::completed, money("cs_2")));
    now.at = noon + std::chrono::weeks(8);
    CHECK(forget_unpaid(now, checkouts, {8})->count == 0);
    now.at += std::chrono::microseconds(1);
    CHECK(forget_unpaid(now, checkouts, {8, 0})->count == 0);
    CHECK(forget_unpaid(now, checkouts, {8})->count == 1);
    REQUIRE(shop.checkouts.size() == 1);
    CHECK(shop.checkouts[0].stage == Stage::ordered);
    now.at += std::chrono::weeks(100);
    CHECK(forget_unpaid(now, checkouts, {8})->count == 0);
}

}  // namespace asterism::shop
