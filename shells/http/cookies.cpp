#include "shells/http/cookies.hpp"

#include <algorithm>

#include "libcore/base/text.hpp"
#include "shells/http/routes.hpp"
#include "shells/http/target.hpp"

namespace asterism::http {
namespace {

void append_attributes(std::string& out, const CookieStyle& style, std::string_view name) {
    out += "; Path=/; SameSite=Lax";
    if (name != style.csrf)
        out += "; HttpOnly";
    else if (!style.domain.empty())
        out.append("; Domain=").append(style.domain);
    if (style.secure) out += "; Secure";
}

/// Django's alphabet for masks: small letters, capitals, digits.
constexpr std::string_view mask_alphabet =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

constexpr std::size_t csrf_length = 32;

std::string unmasked(std::string_view sent) {
    const auto half = sent.size() / 2;
    const auto size = mask_alphabet.size();
    std::string out;
    for (std::size_t i = 0; i < half; ++i) {
        const auto mask = mask_alphabet.find(sent[i]);
        const auto cipher = mask_alphabet.find(sent[half + i]);
        if (mask == mask_alphabet.npos || cipher == mask_alphabet.npos) return {};
        out += mask_alphabet[(cipher + size - mask) % size];
    }
    return out;
}

}  // namespace

bool same_secret(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned differ = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        differ |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return differ == 0;
}

std::optional<std::string_view> cookie(const Request& request, std::string_view name) {
    std::optional<std::string_view> found;
    for (const Header& field : request.headers) {
        if (field.name.size() != 6 || lowered(field.name) != "cookie") continue;
        auto rest = field.value;
        while (!rest.empty()) {
            const auto part = rest.substr(0, rest.find(';'));
            rest.remove_prefix(std::min(rest.size(), part.size() + 1));
            const auto pair = trimmed(part);
            const auto equals = pair.find('=');
            if (equals == pair.npos || pair.substr(0, equals) != name) continue;
            if (found) return std::nullopt;  // two of a kind: one of them was planted
            found = pair.substr(equals + 1);
        }
    }
    if (found && found->empty()) return std::nullopt;
    return found;
}

void set_cookie(Response& response, const CookieStyle& style, std::string_view name,
                std::string_view value, std::optional<std::chrono::seconds> max_age) {
    auto line = std::string(name);
    line.append(1, '=').append(value);
    if (max_age) line += "; Max-Age=" + std::to_string(max_age->count());
    append_attributes(line, style, name);
    response.headers.emplace_back("Set-Cookie", std::move(line));
}

void expire_cookie(Response& response, const CookieStyle& style, std::string_view name) {
    auto line = std::string(name) + "=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
    append_attributes(line, style, name);
    response.headers.emplace_back("Set-Cookie", std::move(line));
}

std::string csrf_token(const app::Signer& signer, SessionId session) {
    const auto proof = signer.sign("csrf:" + std::to_string(session.value));
    std::string out;
    for (const char c : proof)
        out += alphanumerics[static_cast<unsigned char>(c) % alphanumerics.size()];
    return out;
}

std::string fresh_csrf_token(Entropy& entropy) {
    return random_text(entropy, alphanumerics, csrf_length);
}

bool is_csrf_token(std::string_view text) {
    return text.size() == csrf_length && text.find_first_not_of(alphanumerics) == text.npos;
}

std::string csrf_token_of(const Request& request) {
    if (const auto field = request.header("X-CSRFToken"); !field.empty()) return std::string(field);
    if (!lowered(request.header("Content-Type")).starts_with("application/x-www-form-urlencoded"))
        return {};
    const auto pairs = read_pairs(request.body);
    if (!pairs) return {};
    std::string last;  // as all of a form is read
    for (const auto& [name, value] : *pairs)
        if (name == "csrfmiddlewaretoken") last = value;
    return last;
}

void hand_cookie(Response& response, const RequestFacts& facts, const Keepsake& kept) {
    std::string line(kept.name);
    line.append(1, '=').append(kept.value);
    line += kept.value.empty() ? std::string("; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT")
                               : "; Max-Age=" + std::to_string(kept.life.count());
    line += "; Path=/; SameSite=Lax";
    if (!facts.cookie_domain.empty()) line.append("; Domain=").append(facts.cookie_domain);
    if (!kept.readable) line += "; HttpOnly";
    if (facts.secure_cookies) line += "; Secure";
    response.headers.emplace_back("Set-Cookie", std::move(line));
}

bool csrf_matches(std::string_view token, std::string_view sent) {
    return sent.size() == 64 ? same_secret(token, unmasked(sent)) : same_secret(token, sent);
}

}  // namespace asterism::http
