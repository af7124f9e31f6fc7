#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/accounts/policy.hpp"
#include "libcore/base/email.hpp"
#include "libcore/base/text.hpp"

namespace asterism::python {

/// Where links in mails begin. Kept without a slash at its end.
struct BaseUrlRule {
    static constexpr Fault fault{"invalid_base_url", Kind::invalid,
                                 "A base URL begins with http:// or https:// and has no blanks."};
    static constexpr std::size_t longest = 500;

    static std::string normal(std::string_view raw) {
        const auto last = raw.find_last_not_of('/');
        return std::string(raw.substr(0, last == raw.npos ? 0 : last + 1));
    }

    static bool accepts(std::string_view text) {
        for (const char c : text)
            if (c <= ' ' || c == 127) return false;
        return text.starts_with("http://") || text.starts_with("https://");
    }
};

enum class Preset : std::uint8_t { classic, starview, asvs5 };

constexpr auto names(Preset) {
    using Name = std::pair<Preset, std::string_view>;
    return std::array{Name{Preset::classic, "classic"}, Name{Preset::starview, "starview"},
                      Name{Preset::asvs5, "asvs5"}};
}

/// What a library may be told about its site. What is not given is as in a new installation: a
/// library reads no asterism.toml.
struct Rules {
    std::optional<PersonName> site_name;
    std::optional<Text<BaseUrlRule>> base_url;
    std::optional<Email> mail_from;
    std::optional<Preset> passwords;

    static constexpr void fields(auto&& see) {
        see("site_name", &Rules::site_name, "What the site calls itself, in mails.");
        see("base_url", &Rules::base_url, "Where links in mails begin.");
        see("mail_from", &Rules::mail_from, "Where mails come from.");
        see("passwords", &Rules::passwords, "What is asked of a password; classic if not given.");
    }
};

accounts::Policy policy_of(const Rules& rules);

}  // namespace asterism::python
