#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace asterism::http {

/// A request target, decoded once. Path segments never hold a slash, a dot segment, a backslash,
/// NUL or anything but UTF-8; a target that would is none.
struct Target {
    std::string path;                             ///< decoded
    std::string_view query;                       ///< as sent
    std::vector<std::string_view> segments = {};  ///< of `path`; the last is empty after a slash
    std::vector<std::size_t> starts = {};         ///< where they begin, for `read_target`
};

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Reads the path and splits it into `out`, reusing its memory; absolute-form and asterisk-form
/// are refused.
bool read_target(std::string_view raw, Target& out);

/// application/x-www-form-urlencoded, as in queries and forms; none if it is not well-formed UTF-8.
std::optional<Pairs> read_pairs(std::string_view raw);

/// Percent-encodes all but unreserved characters (RFC 3986 section 2.3).
std::string encoded(std::string_view text);

}  // namespace asterism::http
