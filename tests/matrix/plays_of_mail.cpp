#include <doctest/doctest.h>

#include "tests/matrix/plays.hpp"

namespace asterism::matrix {
namespace {

/// The order stands, whatever is told to whom, before anything is done about its mail.
void check_ordered(Shop& shop) {
    const auto session = shop.at_counter();
    const auto order = order_in(shop.complete(shop.money(session)));
    CHECK(order.starts_with("ORD-"));
    const auto said = shop.come_back(session);
    CHECK(text_at(said, "/checkout_session_success") == "success");
    CHECK(text_at(said, "/order_identifier") == order);
}

/// The same; and what is done about the mail leaves one line, which says whose it is.
void check_line(Shop& shop, const std::string& type, const std::string& phase) {
    const std::string line =
        "[ORDER_EMAIL_FAILURE] an order's mail failed"
        " code=shop.order_mail_failure type=" +
        type + " phase=" + phase;
    const auto whose = shop.members ? "account=yes" : "account=no";
    const auto before = shop.lines(line);
    const auto told = shop.lines(whose);
    check_ordered(shop);
    shop.work();
    CHECK(shop.lines(line) == before + 1);
    CHECK(shop.lines(whose) == told + 1);
}

}  // namespace

void no_letter(Shop& shop) {
    shop.letter("");
    check_line(shop, "template_lookup", "phase_3");
}

void letter_with_a_hole(Shop& shop) {
    shop.letter("Thank you\n\nDear {nobody}\n");
    check_line(shop, "formatting", "phase_4");
}

void server_is_away(Shop& shop) {
    shop.server.answer = {worker::Delivered::not_yet, "no answer"};
    check_line(shop, "smtp", "phase_6");
}

void sent_and_not_noted(Shop& shop) {
    shop.forbid("UPDATE", "mail_message");
    check_line(shop, "emailsent_logging", "phase_6");
}

void failed_and_not_noted(Shop& shop) {
    shop.forbid("INSERT", "shop_mail_trouble");
    shop.server.answer = {worker::Delivered::not_yet, "no answer"};
    check_line(shop, "smtp", "phase_6");
}

void program_dies(Shop& shop) {
    check_ordered(shop);
    // It had just taken up the task.
    CHECK(shop.queue.lease(shop.now, std::chrono::seconds{60}, 16).size() == 1);
}

}  // namespace asterism::matrix
