// What the JSON reader accepts is written again and read as the same; no number is infinite, no
// text holds NUL, nothing is nested deeper than it may be.

#include <algorithm>
#include <cmath>
#include <string>

#include <boost/json/value.hpp>

#include "shells/app/json.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace asterism::app {
namespace {

using fuzz::demand;

void inspect(const json::value& value, std::size_t depth) {
    demand(depth <= json_depth, "nesting is bounded");
    if (value.is_double()) demand(std::isfinite(value.get_double()), "numbers are finite");
    if (value.is_string())
        demand(value.get_string().find('\0') == json::string::npos, "no NUL in a text");
    if (value.is_array())
        for (const json::value& item : value.get_array()) inspect(item, depth + 1);
    if (value.is_object())
        for (const auto& [name, item] : value.get_object()) {
            demand(name.find('\0') == json::string_view::npos, "no NUL in a name");
            inspect(item, depth + 1);
        }
}

/// The same value; of numbers how they are kept does not matter, nor the sign of a zero.
bool equal(const json::value& a, const json::value& b) {
    if (a.is_number() && b.is_number()) {
        if (a.kind() == b.kind()) return a == b;
        return a.to_number<double>() == b.to_number<double>();
    }
    if (a.is_array() && b.is_array())
        return std::ranges::equal(a.get_array(), b.get_array(), equal);
    if (!a.is_object() || !b.is_object()) return a == b;
    const auto& ours = a.get_object();
    const auto& theirs = b.get_object();
    return ours.size() == theirs.size() && std::ranges::all_of(ours, [&](const auto& member) {
               const auto* other = theirs.if_contains(member.key());
               return other && equal(member.value(), *other);
           });
}

void check(std::string_view text) {
    const auto read = parse_strict(text);
    if (!read) return;
    inspect(*read, 0);
    std::string written;
    append_json(written, *read);
    const auto again = parse_strict(written);
    demand(static_cast<bool>(again), "what we write can be read");
    demand(equal(*read, *again), "and is the same");
}

}  // namespace
}  // namespace asterism::app

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    asterism::app::check(asterism::fuzz::text_of(data, size));
    return 0;
}
