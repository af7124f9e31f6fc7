#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/rate.hpp"

namespace asterism::cli {

/// What a setting's text must look like.
enum class Takes : std::uint8_t {
    text,      ///< one line
    word,      ///< one of those in `range`, "a|b|c"
    number,    ///< within `range`, "1-64"
    duration,  ///< 30s, 15m, 24h, 14d
    rate,      ///< so many in so long, 5/1m
    list,      ///< texts, with commas between
    origins,   ///< scheme://host[:port], with commas between
    ranges,    ///< IP addresses and ranges of them, with commas between
    address,   ///< host:port
    url,       ///< http:// or https://, a host, a path perhaps
    email
};

/// One row of the table that everything is read off: keys of TOML files, names in the environment,
/// flags, `config show` and the README's table.
struct Setting {
    std::string_view key;
    Takes takes;
    std::string_view fallback;
    std::string_view about;
    std::string_view range = {};
    bool secret = false;          ///< no flag, masked when shown, may lie in a file of its own
    std::string_view alias = {};  ///< names in the environment that others use for it

    /// A key with NAME in it is a pattern: one setting for every name that somebody gives.
    bool is_pattern() const { return key.find(".NAME.") != std::string_view::npos; }
};

std::span<const Setting> all_settings();

/// The row of that key, or the pattern that it is one of: a name is 1 to 32 of a-z 0-9 - _.
const Setting* find_setting(std::string_view key);

/// The key that a name in the environment stands for where the setting is a pattern, or empty.
std::string key_from_environment(const Setting& pattern, std::string_view name);

/// ASTERISM_MAIL__SMTP__HOST for mail.smtp.host.
std::string environment_name(std::string_view key);
/// --mail-smtp-host for mail.smtp.host.
std::string flag_name(std::string_view key);

/// What is wrong with the text, worded to follow the key's name; empty if nothing is.
std::string fault_of(const Setting& setting, std::string_view text);

/// "30m" as seconds: a number and one of s, m, h, d, w.
std::optional<std::chrono::seconds> read_duration(std::string_view text);

/// "5/1m": from 1 to a million in a time.
std::optional<Rate> read_rate(std::string_view text);

struct HostPort {
    std::string host;  ///< without the brackets of an IPv6 address
    std::uint16_t port = 0;
};

/// "127.0.0.1:8000", "[::1]:8000" or "localhost:8000".
std::optional<HostPort> read_address(std::string_view text);

/// Whether only this machine can reach it.
bool is_loopback(std::string_view host);

std::vector<std::string> split_list(std::string_view text);

}  // namespace asterism::cli
