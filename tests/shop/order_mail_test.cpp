#include "libcore/shop/order_mail.hpp"

#include <doctest/doctest.h>

#include "libcore/shop/plan.hpp"
#include "tests/shop/goods.hpp"

namespace asterism::shop {
namespace {

OrderRecord record(const Snapshot& frozen = snapshot()) {
    const OrderDraw drawn{{"ORD-abc123def4", "Abcdefghijklmnopqrstu1"}, "print"};
    return plan_order(checkout(frozen), frozen, payment(frozen), drawn, {"accepted", "", ""}, noon)
        .record;
}

const MailTemplate confirmation{
    "FpGyZy6kld9R2XTjqvBQN", "StartUpWebApp.com Order Confirmation",
    "Hi {recipient_first_name}!{line_break}{order_information}{line_break}{product_information}"
    "{line_break}{shipping_information}{short_line_break}{discount_information}{line_break}"
    "{order_total_information}{line_break}{shipping_address_information}{line_break}"
    "{billing_address_information}{line_break}{payment_information}{line_break}"
    "{ENVIRONMENT_DOMAIN}/terms-of-sale?em_cd={em_cd}&pr_cd={pr_cd}&i={identifier}"
    "&t={prosepct_email_unsubscribe_str}",
    "shop@example.org"};

const MailSetting setting{"https://shop.example", "ORD-abc123def4-Abcdefghijklmnopqrstu1",
                          "FpGyZy6kld9R2XTjqvBQN", "Pr0", "tok"};

using Values = std::vector<std::pair<std::string_view, std::string>>;

}  // namespace

TEST_CASE("order_mail: says what was bought, what it cost, and where it goes") {
    const auto composed = compose_order_mail(record(), confirmation, setting);
    REQUIRE(composed.draft);
    CHECK_FALSE(composed.failure);
    CHECK(composed.draft->to == "Ada@Example.org");
    CHECK(composed.draft->from == "shop@example.org");
    CHECK(composed.draft->unique == "order.ORD-abc123def4");
    CHECK(composed.draft->message_class == mail::Class::transactional);
    CHECK(composed.draft->text ==
          "Hi Ada King Lovelace!\n\n"
          "Order identifier: ORD-abc123def4\n"
          "https://shop.example/account/order?identifier=ORD-abc123def4-Abcdefghijklmnopqrstu1\n\n"
          "Paper Clips, Left sided, Silver, Medium, $3.50 each, quantity: 3, subtotal: $10.50\n"
          "Paper Clips, Left sided, Silver, Medium, $14.99 each, quantity: 2, subtotal: $29.98\n\n"
          "USPS Retail Ground\nWELCOME10: 10% off\n\n"
          "Item subtotal: $40.48\nItem discount: ($4.05)\nShipping: $9.56\nOrder total: $45.99\n\n"
          "Ada King Lovelace\n1 Main St\nSpringfield IL 62701\nUS\n\n"
          "Ada King Lovelace\n1 Main St\nSpringfield IL 62701\nUS\n\n"
          "Ada@Example.org\ncard\nAda King Lovelace\n\n"
          "https://shop.example/terms-of-sale?em_cd=FpGyZy6kld9R2XTjqvBQN&pr_cd=Pr0"
          "&i=ORD-abc123def4-Abcdefghijklmnopqrstu1&t=tok");
}

TEST_CASE("order_mail: a code that took nothing off says so, and none is none") {
    auto some = record();
    some.codes[0].counts = false;
    CHECK(discount_block(some) == "WELCOME10 (not applied): 10% off");
    some.codes[0].amount = 1'250;
    CHECK(discount_block(some) == "WELCOME10 (not applied): 12.50% off");
    some.codes.clear();
    CHECK(discount_block(some) == "None");
    some.order.totals.item_discount = usd(0);
    CHECK(total_block(some).find("discount") == std::string::npos);
    some.order.totals.shipping_discount = usd(956);
    CHECK(total_block(some).find("Shipping discount: ($9.56)") != std::string::npos);
}

TEST_CASE("order_mail: what fails is named as the operators know it") {
    CHECK(compose_order_mail(record(), {}, setting).failure == MailFailure::template_lookup);
    auto faulty = confirmation;
    faulty.text = "Hi {nobody_knows}";
    CHECK(compose_order_mail(record(), faulty, setting).failure == MailFailure::formatting);
    faulty = confirmation;
    faulty.subject = "{";
    CHECK(compose_order_mail(record(), faulty, setting).failure == MailFailure::formatting);
    auto nowhere = record();
    nowhere.contact.email.clear();
    CHECK(compose_order_mail(nowhere, confirmation, setting).failure == MailFailure::smtp);
    CHECK(phase_of(MailFailure::template_lookup) == "phase_3");
    CHECK(phase_of(MailFailure::formatting) == "phase_4");
    CHECK(phase_of(MailFailure::cart_deletion) == "phase_5");
    CHECK(phase_of(MailFailure::smtp) == "phase_6");
    CHECK(phase_of(MailFailure::emailsent_logging) == "phase_6");
}

TEST_CASE("order_mail: an account's template names the member's code, a guest's the prospect's") {
    auto members = confirmation;
    members.text = "{mb_cd}";
    CHECK(compose_order_mail(record(), members, setting).failure == MailFailure::formatting);
    auto of_account = record();
    of_account.order.owner = {{5}, ""};
    CHECK(compose_order_mail(of_account, members, setting).draft->text == "Pr0");
}

TEST_CASE("order_mail: what strangers told cannot add a header, nor fill a hole") {
    auto sly = record();
    sly.payment.card_name = "{identifier}";
    auto greeting = confirmation;
    greeting.text = "Hi {recipient_first_name}";
    greeting.subject = "For {recipient_first_name}\r\nBcc: x@example.org";
    const auto composed = compose_order_mail(sly, greeting, setting);
    CHECK(composed.draft->text == "Hi {identifier}");
    CHECK(composed.draft->subject == "For {identifier}  Bcc: x@example.org");
}

TEST_CASE("order_mail: holes are filled, braces doubled stand for themselves") {
    const Values values{{"a", "1"}, {"b", ""}};
    CHECK(filled("{a}-{b}-{a}", values) == "1--1");
    CHECK(filled("{{a}} {{{a}}}", values) == "{a} {1}");
    CHECK(filled("", values) == "");
    for (const auto* bad : {"{", "}", "{c}", "{a", "a}", "{}", "{{a}", "{a{b}}"})
        CHECK_FALSE(filled(bad, values));
}

TEST_CASE("order_mail: amounts are grouped by thousands") {
    CHECK(dollars(usd(5)) == "$0.05");
    CHECK(dollars(usd(99'999)) == "$999.99");
    CHECK(dollars(usd(123'450)) == "$1,234.50");
    CHECK(dollars(usd(123'456'789'00)) == "$123,456,789.00");
    CHECK(dollars(usd(-123'450)) == "-$1,234.50");
    CHECK(dollars({100'000, Currency::eur}) == "€1,000.00");
}

}  // namespace asterism::shop
