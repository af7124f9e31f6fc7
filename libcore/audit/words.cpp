#include "libcore/audit/words.hpp"

#include <algorithm>

#include "libcore/base/entropy.hpp"
#include "libcore/base/text.hpp"

namespace asterism::audit {
namespace {

void append(std::string& out, std::string_view name, std::string_view value) {
    if (!out.empty()) out += ' ';
    out.append(name).append(1, '=');
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > ' ' && byte != '%' && byte != 0x7F)
            out += c;
        else
            ((out += '%') += hex_digits[byte >> 4U]) += hex_digits[byte & 15U];
    }
}

std::string decoded(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto high = i + 2 < value.size() ? hex_digits.find(value[i + 1]) : std::string::npos;
        const auto low = i + 2 < value.size() ? hex_digits.find(value[i + 2]) : std::string::npos;
        if (value[i] != '%' || high == std::string::npos || low == std::string::npos) {
            out += value[i];
            continue;
        }
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

std::string in_words(const Resource& resource) {
    if (resource.method.empty()) return std::string(resource.pattern);
    return std::string(resource.method) + ' ' + std::string(resource.pattern);
}

}  // namespace

std::string words(std::initializer_list<std::pair<std::string_view, std::string_view>> all) {
    std::string out;
    for (const auto& [name, value] : all) append(out, name, value);
    return out;
}

std::string words(const std::vector<Word>& all) {
    std::string out;
    for (const Word& word : all) append(out, word.name, word.value);
    return out;
}

std::vector<Word> read_words(std::string_view text) {
    std::vector<Word> out;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (word.empty()) continue;
        const auto equals = word.find('=');
        const auto value = equals == word.npos ? std::string_view{} : word.substr(equals + 1);
        out.push_back({std::string(word.substr(0, equals)), decoded(value)});
    }
    return out;
}

Event denied(const std::optional<Actor>& actor, const Resource& resource, std::string_view reason) {
    const bool known = actor && actor->account;
    return {"permission_denied", false, known ? std::optional(actor->account) : std::nullopt,
            known ? "" : std::string(anonymous),
            words({{"resource", in_words(resource)}, {"status_code", "403"}, {"reason", reason}})};
}

Event not_signed_in(const Resource& resource) {
    return {"login_failed", false, std::nullopt, std::string(anonymous),
            words({{"reason", "invalid_credentials"},
                   {"endpoint", in_words(resource)},
                   {"status_code", "401"}})};
}

Event too_many(const std::optional<Actor>& actor, const Resource& resource,
               std::string_view limit) {
    const bool known = actor && actor->account;
    return {"rate_limited", false, known ? std::optional(actor->account) : std::nullopt,
            known ? "" : std::string(anonymous),
            words({{"resource", in_words(resource)}, {"status_code", "429"}, {"limit", limit}})};
}

std::string name_code(const Sealer& sealer, std::string_view name) {
    return "~" + sealer.seal("name\n" + lowered(trimmed(name))).substr(0, 16);
}

}  // namespace asterism::audit
