#include "shells/outside/mime.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>

#include <fmt/format.h>

#include "shells/outside/base64.hpp"

namespace asterism::outside {
namespace {

constexpr std::size_t line_length = 76;  // RFC 2045 section 6.7 rule 5
constexpr std::size_t word_bytes = 39;   // 52 digits of base64: a word of 64, behind "Subject: "

bool printable(char c) { return c >= ' ' && c <= '~'; }

/// An addr-spec that needs no quoting, so that it stays one address wherever it is put.
const std::string& checked_address(const std::string& address) {
    const auto at = address.find('@');
    const bool one_at = at != std::string::npos && at == address.rfind('@');
    const bool plain = std::ranges::all_of(address, [](char c) {
        return c > ' ' && c <= '~' &&
               std::string_view("<>()[],;:\\\"").find(c) == std::string_view::npos;
    });
    if (!one_at || !plain || at == 0 || at + 1 == address.size() || address.size() > 254)
        throw std::invalid_argument("this is no address that mail can be sent to or from");
    return address;
}

/// What may stand left of the @ in Message-ID: words with single dots between (RFC 5322 dot-atom).
const std::string& checked_unique(const std::string& unique) {
    const bool plain = std::ranges::all_of(unique, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '.';
    });
    const bool words = !unique.starts_with('.') && !unique.ends_with('.') &&
                       unique.find("..") == std::string::npos;
    if (!plain || !words || unique.empty() || unique.size() > 64)
        throw std::invalid_argument("this message has no name of its own");
    return unique;
}

/// RFC 5322 section 3.3. Not by strftime, whose names depend on the locale.
std::string date_text(Instant at) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto midnight = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(midnight);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - midnight));
    return fmt::format(
        "{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000",
        days[std::chrono::weekday(midnight).c_encoding()], static_cast<unsigned>(date.day()),
        months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
        time.hours().count(), time.minutes().count(), time.seconds().count());
}

/// How many bytes of `text` make a word without cutting a code point in two.
std::size_t word_end(std::string_view text) {
    if (text.size() <= word_bytes) return text.size();
    auto end = word_bytes;
    while (end > word_bytes - 4 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return end;
}

/// A mailbox of RFC 5322 section 3.4: the name quoted, or as encoded words where it must be.
std::string mailbox(std::string_view name, const std::string& address) {
    if (name.empty()) return "<" + address + ">";
    const auto words = header_text(name);
    if (words.starts_with("=?")) return words + "\r\n <" + address + ">";
    std::string quoted;
    for (const char c : words) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return "\"" + quoted + "\" <" + address + ">";
}

void append_part(std::string& out, std::string_view boundary, std::string_view type,
                 std::string_view body) {
    out += fmt::format(
        "--{}\r\nContent-Type: {}; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
        boundary, type);
    out += quoted_printable(body);
    out += "\r\n";
}

}  // namespace

std::string header_text(std::string_view utf8) {
    std::string line(utf8);
    std::ranges::replace_if(
        line, [](unsigned char c) { return c < ' ' || c == 0x7F; }, ' ');
    const bool plain = line.size() <= 66 && std::ranges::all_of(line, printable) &&
                       line.find("=?") == std::string::npos;
    if (plain) return line;
    std::string out;
    for (std::string_view rest = line; !rest.empty();) {
        const auto end = word_end(rest);
        if (!out.empty()) out += "\r\n ";
        out += "=?UTF-8?B?" + to_base64(rest.substr(0, end)) + "?=";
        rest.remove_prefix(end);
    }
    return out;
}

std::string quoted_printable(std::string_view text) {
    std::string out;
    std::size_t column = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto next = i + 1 < text.size() ? text[i + 1] : '\n';
        if (c == '\r' && next == '\n' && i + 1 < text.size()) continue;
        if (c == '\n') {
            out += "\r\n";
            column = 0;
            continue;
        }
        const bool blank = c == ' ' || c == '\t';
        const bool bare = blank ? next != '\n' && next != '\r' : printable(c) && c != '=';
        const std::size_t width = bare ? 1 : 3;
        if (column + width >= line_length) {
            out += "=\r\n";
            column = 0;
        }
        out += bare ? std::string(1, c) : fmt::format("={:02X}", static_cast<unsigned char>(c));
        column += width;
    }
    return out;
}

std::string mime_message(const mail::Draft& draft, Instant date, std::string_view sender) {
    const auto& from = checked_address(draft.from);
    const auto& unique = checked_unique(draft.unique);
    const auto boundary = "=_" + unique;  // no quoted-printable text holds "=_"
    std::string out =
        fmt::format("Date: {}\r\nFrom: {}\r\nTo: <{}>\r\nMessage-ID: <{}@{}>\r\nSubject: {}\r\n",
                    date_text(date), mailbox(sender, from), checked_address(draft.to), unique,
                    from.substr(from.find('@') + 1), header_text(draft.subject));
    out += fmt::format("Reply-To: <{}>\r\n", from);
    out += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n";
    out +=
        fmt::format("Content-Type: multipart/alternative;\r\n boundary=\"{}\"\r\n\r\n", boundary);
    append_part(out, boundary, "text/plain", draft.text);
    if (!draft.html.empty()) append_part(out, boundary, "text/html", draft.html);
    out += fmt::format("--{}--\r\n", boundary);
    return out;
}

}  // namespace asterism::outside
