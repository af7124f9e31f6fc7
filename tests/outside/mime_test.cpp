#include "shells/outside/mime.hpp"

#include <stdexcept>

#include <doctest/doctest.h>

#include "libcore/shop/order_mail.hpp"

namespace asterism::outside {
namespace {

constexpr Instant moment =
    std::chrono::sys_days(std::chrono::year(2026) / 3 / 1) + std::chrono::hours(9);

mail::Draft draft() {
    mail::Draft out;
    out.to = "alice@example.org";
    out.from = "noreply@stars.example";
    out.subject = "Welcome";
    out.text = "Hello\n.\nhttps://stars.example/?a=b\n";
    out.html = "<p>Hello</p>\n";
    out.unique = "abc123";
    return out;
}

bool has(const std::string& message, std::string_view part) {
    return message.find(part) != std::string::npos;
}

std::size_t longest_line(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find("\r\n"), text.size());
        longest = std::max(longest, end);
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return longest;
}

TEST_CASE("mime: says who, to whom, when and that nobody need answer") {
    const auto message = mime_message(draft(), moment);
    CHECK(has(message, "Date: Sun, 01 Mar 2026 09:00:00 +0000\r\n"));
    CHECK(has(message, "From: <noreply@stars.example>\r\n"));
    CHECK(has(message, "Reply-To: <noreply@stars.example>\r\n"));
    CHECK(has(message, "To: <alice@example.org>\r\n"));
    CHECK(has(message, "Message-ID: <abc123@stars.example>\r\n"));
    CHECK(has(message, "Subject: Welcome\r\n"));
    CHECK(has(message, "Auto-Submitted: auto-generated\r\n"));
    CHECK(has(message, "Content-Type: multipart/alternative;\r\n boundary=\"=_abc123\"\r\n\r\n"));
    CHECK(has(message, "\r\nHello\r\n.\r\nhttps://stars.example/?a=3Db\r\n"));
    CHECK(message.find("text/plain") < message.find("text/html"));
    CHECK(message.ends_with("--=_abc123--\r\n"));
}

TEST_CASE("mime: comes under a name, whatever the name is made of") {
    const auto from = [](std::string_view name) {
        const auto message = mime_message(draft(), moment, name);
        const auto start = message.find("From: ") + 6;
        return message.substr(start, message.find("\r\nTo: ") - start);
    };
    CHECK(from("Asterism") == "\"Asterism\" <noreply@stars.example>");
    CHECK(from("Stars, Inc. \"<x@y.example>\" \\") ==
          "\"Stars, Inc. \\\"<x@y.example>\\\" \\\\\" <noreply@stars.example>");
    CHECK(from("Grüße") == "=?UTF-8?B?R3LDvMOfZQ==?=\r\n <noreply@stars.example>");
    CHECK(from("a\r\nBcc: eve@example.org") ==
          "\"a  Bcc: eve@example.org\" <noreply@stars.example>");
}

TEST_CASE("mime: the same message at every try has the same bytes") {
    CHECK(mime_message(draft(), moment) == mime_message(draft(), moment));
}

TEST_CASE("mime: every line ends with CR LF and stays ASCII") {
    auto mail = draft();
    mail.text = "Sternenhimmel über Zürich ☄\nlone \r return\r\n" + std::string(500, 'x') + "\n \n";
    const auto message = mime_message(mail, moment);
    for (std::size_t i = 0; i < message.size(); ++i) {
        CHECK(static_cast<unsigned char>(message[i]) < 0x80);
        if (message[i] == '\n') CHECK(message[i - 1] == '\r');
        if (message[i] == '\r') CHECK(message[i + 1] == '\n');
    }
    CHECK(has(message, "=C3=BCber"));
    CHECK(has(message, "=0D return\r\n"));
    CHECK(has(message, "\r\n=20\r\n"));
    CHECK(longest_line(message) <= 78);
}

TEST_CASE("mime: a body's lines are at most 76 long, wherever they break") {
    for (std::size_t length = 60; length < 160; ++length)
        for (const auto* letter : {"x", "=", "ü"}) {
            std::string text;
            while (text.size() < length) text += letter;
            CHECK(longest_line(quoted_printable(text)) <= 76);
        }
}

TEST_CASE("mime: a subject beyond ASCII is made of encoded words that cut no character") {
    CHECK(header_text("Grüße") == "=?UTF-8?B?R3LDvMOfZQ==?=");
    std::string subject;
    for (int i = 0; i < 40; ++i) subject += "☄";
    const auto folded = header_text(subject);
    CHECK(longest_line("Subject: " + folded) <= 76);  // RFC 2047 section 2
    CHECK(has(folded, "?=\r\n =?UTF-8?B?"));
    // 13 three-byte characters make a word of 52 digits, so each word is whole by itself.
    CHECK(folded.find("?=\r\n") == std::string_view("=?UTF-8?B?").size() + 52);
}

TEST_CASE("mime: no field can begin a header of its own") {
    auto mail = draft();
    mail.subject = "Hello\r\nBcc: eve@example.org";
    const auto message = mime_message(mail, moment);
    CHECK(has(message, "Subject: Hello  Bcc: eve@example.org\r\n"));
    CHECK_FALSE(has(message, "\nBcc:"));
    CHECK(header_text("=?UTF-8?Q?=0D=0ABcc:?=").starts_with("=?UTF-8?B?"));

    for (const auto* address :
         {"a@b.example\r\nBcc: eve@example.org", "a@b.example, eve@example.org", "", "a", "@b",
          "a@", "a@b@c", "<a@b.example>", "a b@c.example", "\"a\"@b.example"}) {
        auto to = draft();
        to.to = address;
        CHECK_THROWS_AS(mime_message(to, moment), std::invalid_argument);
        auto from = draft();
        from.from = address;
        CHECK_THROWS_AS(mime_message(from, moment), std::invalid_argument);
    }
    for (const auto* name : {"x>\r\nBcc: eve@example.org", "", ".a", "a.", "a..b", "a b", "a@b"}) {
        auto unique = draft();
        unique.unique = name;
        CHECK_THROWS_AS(mime_message(unique, moment), std::invalid_argument);
    }
}

TEST_CASE("mime: the mail that confirms an order has a name that can be sent") {
    shop::OrderRecord record;
    record.order.identifier = "ORD-9daqmgxbp1";
    record.contact.email = "ada@example.org";
    const shop::MailTemplate words{"order", "Your order", "{order_information}",
                                   "shop@stars.example"};
    const auto composed = shop::compose_order_mail(
        record, words, {"https://stars.example", "ORD-9daqmgxbp1", "", "", ""});
    REQUIRE(composed.draft);
    CHECK(has(mime_message(*composed.draft, moment),
              "\r\nMessage-ID: <order.ORD-9daqmgxbp1@stars.example>\r\n"));
}

}  // namespace
}  // namespace asterism::outside
