#include "shells/outside/stand_in/page.hpp"

#include <fmt/format.h>

namespace asterism::outside::stand_in {
namespace {

constexpr std::string_view head = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 30rem; padding: 0 1rem }}
table {{ border-collapse: collapse; width: 100% }}
td {{ border-bottom: 1px solid #ccc; padding: .4rem 0 }}
td:last-child, th:last-child {{ text-align: right }}
label {{ display: block; margin: .6rem 0 }}
input {{ box-sizing: border-box; font: inherit; padding: .4rem; width: 100% }}
button {{ font: inherit; margin: .4rem .4rem 0 0; padding: .5rem 1rem }}
.notice {{ background: #fde8e8; padding: .6rem }}
.play {{ color: #555 }}
</style>
</head>
<body>
<main>
<h1>{}</h1>
)";

constexpr std::string_view tail = "</main>\n</body>\n</html>\n";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    return out;
}

std::string amount(std::int64_t minor, std::string_view currency) {
    std::string code(currency);
    for (char& c : code)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return fmt::format("{}.{:02} {}", minor / 100, minor % 100, escaped(code));
}

std::string opening(std::string_view title) {
    return fmt::format(fmt::runtime(head), escaped(title), escaped(title));
}

std::string field(std::string_view label, std::string_view name, std::string_view value) {
    return fmt::format("<label>{} <input name=\"{}\" value=\"{}\" required></label>\n", label, name,
                       escaped(value));
}

constexpr std::string_view buttons = R"(<p>
<button name="do" value="pay">Pay</button>
<button name="do" value="fail">Pay with a card that is declined</button>
<button name="do" value="bank">Pay by bank: the money comes in two seconds</button>
<button name="do" value="bank_fail">Pay by bank: the money never comes</button>
<button name="do" value="cancel" formnovalidate>Cancel and go back</button>
</p>
</form>
)";

}  // namespace

std::string page_of(const Session& session, std::string_view notice) {
    auto out = opening("Pay " + amount(total_of(session), session.currency));
    out += "<p class=\"play\">This stands in for Stripe: the money is play money.</p>\n";
    if (!notice.empty())
        out += fmt::format("<p class=\"notice\" role=\"alert\">{}</p>\n", escaped(notice));
    out += "<table>\n";
    for (const Line& line : session.lines)
        out += fmt::format("<tr><td>{} × {}</td><td>{}</td></tr>\n", line.quantity,
                           escaped(line.name), amount(line.each * line.quantity, session.currency));
    out += "</table>\n<form method=\"post\">\n";
    out += field("E-mail", "email",
                 session.email.empty() ? "buyer@example.com" : std::string_view(session.email));
    out += field("Name", "name", "Ada Buyer");
    out += field("Street", "line1", "1 Star Street");
    out += field("City", "city", "Flagstaff");
    out += field("State", "state", "AZ");
    out += field("Postal code", "zip", "86001");
    out += field("Country", "country", "US");
    out += buttons;
    return out + std::string(tail);
}

std::string plain_page(std::string_view title, std::string_view text) {
    return opening(title) + fmt::format("<p>{}</p>\n", escaped(text)) + std::string(tail);
}

}  // namespace asterism::outside::stand_in
