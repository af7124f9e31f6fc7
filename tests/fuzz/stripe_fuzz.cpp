// Signed calls: a first line that is the header, with @ where the right signature of the moment
// that it names belongs, then the body. A reference that reads the header plainly, with an HMAC of
// its own, agrees about whose call it is; what is signed is news, or passed over, or unreadable.

#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "shells/outside/digest.hpp"
#include "shells/outside/stripe_event.hpp"
#include "shells/outside/stripe_signature.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace asterism::outside {
namespace {

using fuzz::demand;

constexpr std::int64_t now_seconds = 1'795'780'800;
constexpr Instant now{std::chrono::seconds{now_seconds}};
const std::string secret = "whsec_of_the_fuzzer";

/// RFC 2104 spelled out over the plain hash.
std::string reference_hmac(std::string key, const std::string& text) {
    key.resize(64, '\0');
    std::string inner = key;
    std::string outer = key;
    for (char& c : inner) c = static_cast<char>(c ^ 0x36);
    for (char& c : outer) c = static_cast<char>(c ^ 0x5c);
    return in_hex(sha256(outer + sha256(inner + text)));
}

std::vector<std::string> parts_of(const std::string& header) {
    std::vector<std::string> out(1);
    for (const char c : header)
        if (c == ',')
            out.emplace_back();
        else
            out.back() += c;
    return out;
}

std::optional<std::string> only_moment(const std::vector<std::string>& parts) {
    std::optional<std::string> out;
    for (const auto& part : parts) {
        if (!part.starts_with("t=")) continue;
        if (out) return std::nullopt;
        out = part.substr(2);
    }
    return out;
}

bool reference(const std::string& header, const std::string& body) {
    const auto parts = parts_of(header);
    const auto moment = only_moment(parts);
    if (header.size() > 4'096 || !moment || moment->empty() || moment->size() > 12) return false;
    std::int64_t seconds = 0;
    for (const char c : *moment) {
        if (c < '0' || c > '9') return false;
        seconds = seconds * 10 + (c - '0');
    }
    if (seconds < now_seconds - 300 || seconds > now_seconds + 300) return false;
    const auto right = "v1=" + reference_hmac(secret, *moment + "." + body);
    int signatures = 0;
    bool signed_right = false;
    for (const auto& part : parts) {
        if (!part.starts_with("v1=")) continue;
        ++signatures;
        signed_right = signed_right || part == right;
    }
    return signatures <= 16 && signed_right;
}

void check(std::string_view text) {
    const auto end = text.find('\n');
    std::string header(text.substr(0, end));
    const std::string body(end == text.npos ? std::string_view() : text.substr(end + 1));
    const auto moment = only_moment(parts_of(header)).value_or("");
    const auto right = reference_hmac(secret, moment + "." + body);
    for (auto at = header.find('@'); at != header.npos && header.size() < 8'192;
         at = header.find('@', at + right.size()))
        header.replace(at, 1, right);

    const std::vector<std::string> secrets{secret};
    const bool believed = is_signed_by(secrets, header, body, now);
    demand(believed == reference(header, body), "the reference's verdict");
    const auto call = StripeCalls(secrets).read(body, header, now);
    demand(believed == (call.verdict != app::CallVerdict::not_signed), "one verdict");
    demand(call.news.has_value() == (call.verdict == app::CallVerdict::news), "news are news");
    if (call.news) demand(!call.news->payment.session.empty(), "news are of a session");
    demand(is_signed_by(secrets, signed_header(secret, body, now), body, now), "ours is good");
}

}  // namespace
}  // namespace asterism::outside

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    asterism::outside::check(asterism::fuzz::text_of(data, size));
    return 0;
}
