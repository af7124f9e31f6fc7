#include "shells/http/signed_cookie.hpp"

#include <chrono>

#include "libcore/base/entropy.hpp"
#include "shells/http/cookies.hpp"

namespace asterism::http {
namespace {

/// 32 letters and digits: 190 bits.
std::string proof_of(const app::Signer& signer, std::string_view cookie, std::string_view text) {
    std::string out;
    for (const char c : signer.sign("cookie:" + std::string(cookie) + ":" + std::string(text)))
        out += alphanumerics[static_cast<unsigned char>(c) % alphanumerics.size()];
    return out;
}

}  // namespace

std::string signed_value(const app::Signer& signer, std::string_view cookie, std::string_view value,
                         Instant at) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    auto out = std::string(value) + ":" + std::to_string(seconds);
    const auto proof = proof_of(signer, cookie, out);
    return out.append(1, ':').append(proof);
}

std::optional<std::string_view> proved_value(const app::Signer& signer, std::string_view cookie,
                                             std::string_view text) {
    const auto end = text.rfind(':');
    if (end == text.npos) return std::nullopt;
    const auto said = text.substr(0, end);
    if (!same_secret(proof_of(signer, cookie, said), text.substr(end + 1))) return std::nullopt;
    return said.substr(0, said.rfind(':'));
}

}  // namespace asterism::http
