#include "shells/outside/django_hash.hpp"

#include <array>
#include <charconv>
#include <crypt.h>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "shells/outside/base64.hpp"

namespace asterism::outside {
namespace {

constexpr std::uint32_t most_iterations = 2'000'000;
constexpr std::uint32_t most_rounds = 14;
constexpr std::uint64_t most_scrypt_bytes = std::uint64_t{128} << 20U;
constexpr std::uint64_t most_scrypt_work = std::uint64_t{1} << 21U;
constexpr std::size_t bcrypt_bytes = 72;

using Fields = std::vector<std::string_view>;

Fields split(std::string_view text) {
    Fields out;
    for (auto end = text.find('$'); end != text.npos; end = text.find('$')) {
        out.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    out.push_back(text);
    return out;
}

std::optional<std::uint32_t> number(std::string_view digits) {
    std::uint32_t out = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stop, ec] = std::from_chars(digits.data(), end, out);
    if (ec != std::errc{} || stop != end || digits.front() == '0') return std::nullopt;
    return out;
}

/// The tag in padded base64.
std::optional<std::string> tag_of(std::string_view text) {
    if (text.size() % 4 != 0 || text.size() > 88) return std::nullopt;
    for (int padding = 0; padding < 2 && text.ends_with('='); ++padding) text.remove_suffix(1);
    auto out = from_bare_base64(text);
    if (!out || out->size() < 16 || out->size() > 64) return std::nullopt;
    return out;
}

bool is_salt(std::string_view text) { return !text.empty() && text.size() <= 64; }

Verdict compare(std::string_view found, std::string_view stored) {
    const bool same = found.size() == stored.size() &&
                      ::CRYPTO_memcmp(found.data(), stored.data(), found.size()) == 0;
    return same ? Verdict::matches : Verdict::differs;
}

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

Verdict look_at_pbkdf2(const Fields& fields, std::string_view password) {
    if (fields.size() != 4 || !is_salt(fields[2])) return Verdict::malformed;
    const auto iterations = number(fields[1]);
    const auto tag = tag_of(fields[3]);
    if (!iterations || !tag) return Verdict::malformed;
    if (*iterations > most_iterations) return Verdict::absurd;
    std::string found(tag->size(), '\0');
    if (::PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), raw(fields[2]),
                            static_cast<int>(fields[2].size()), static_cast<int>(*iterations),
                            ::EVP_sha256(), static_cast<int>(found.size()), raw(found)) != 1)
        throw std::runtime_error("OpenSSL could not compute PBKDF2");
    return compare(found, *tag);
}

Verdict look_at_scrypt(const Fields& fields, std::string_view password) {
    if (fields.size() != 6 || !is_salt(fields[2])) return Verdict::malformed;
    const auto n = number(fields[1]);
    const auto r = number(fields[3]);
    const auto p = number(fields[4]);
    const auto tag = tag_of(fields[5]);
    if (!n || !r || !p || !tag || *n < 2 || (*n & (*n - 1)) != 0) return Verdict::malformed;
    // Each within 32 bits, so that the second product is looked at only when the first is small.
    const auto blocks = std::uint64_t{*n} * *r;
    if (blocks > most_scrypt_bytes / 128 || *p > most_scrypt_work / blocks) return Verdict::absurd;
    std::string found(tag->size(), '\0');
    if (::EVP_PBE_scrypt(password.data(), password.size(), raw(fields[2]), fields[2].size(), *n, *r,
                         *p, 2 * most_scrypt_bytes, raw(found), found.size()) != 1)
        throw std::runtime_error("OpenSSL could not compute scrypt");
    return compare(found, *tag);
}

/// `fields` of `bcrypt$$2b$12$<22 of salt, 31 of tag>`.
Verdict look_at_bcrypt(const Fields& fields, std::string_view password) {
    if (fields.size() != 5 || !fields[1].empty() || fields[4].size() != 53)
        return Verdict::malformed;
    const auto kind = fields[2];
    const auto rounds = fields[3];
    if ((kind != "2a" && kind != "2b" && kind != "2y") || rounds.size() != 2)
        return Verdict::malformed;
    const auto cost = number(rounds.front() == '0' ? rounds.substr(1) : rounds);
    if (!cost || *cost < 4 || *cost > 31) return Verdict::malformed;
    if (*cost > most_rounds) return Verdict::absurd;

    const std::string phrase(password.substr(0, bcrypt_bytes));
    const auto stored =
        "$" + std::string(kind) + "$" + std::string(rounds) + "$" + std::string(fields[4]);
    const auto scratch = std::make_unique<crypt_data>();  // 32 KiB, too much for a stack
    const char* found = ::crypt_r(phrase.c_str(), stored.c_str(), scratch.get());
    if (!found || found[0] == '*') return Verdict::malformed;
    const auto verdict = compare(found, stored);
    ::OPENSSL_cleanse(scratch.get(), sizeof(crypt_data));
    return verdict;
}

/// What bcrypt_sha256 gives bcrypt: the digest in hexadecimal, which is no longer than 72 bytes.
std::string sha256_hex(std::string_view text) {
    std::array<unsigned char, 32> digest{};
    if (::EVP_Digest(text.data(), text.size(), digest.data(), nullptr, ::EVP_sha256(), nullptr) !=
        1)
        throw std::runtime_error("OpenSSL could not compute SHA-256");
    std::string out;
    for (const unsigned byte : digest)
        for (const auto half : {byte >> 4U, byte & 15U}) out += "0123456789abcdef"[half];
    return out;
}

}  // namespace

Verdict look_at_django_hash(std::string_view hash, std::string_view password) {
    if (hash.size() > 256) return Verdict::malformed;
    const auto fields = split(hash);
    if (fields[0] == "pbkdf2_sha256") return look_at_pbkdf2(fields, password);
    if (fields[0] == "scrypt") return look_at_scrypt(fields, password);
    if (fields[0] == "bcrypt") return look_at_bcrypt(fields, password);
    if (fields[0] == "bcrypt_sha256") return look_at_bcrypt(fields, sha256_hex(password));
    return Verdict::malformed;
}

}  // namespace asterism::outside
