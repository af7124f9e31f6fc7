// Lines of Cookie fields: a reference that splits plainly finds the same value, and what was found
// is found again when it is sent alone. Forms and queries, and masked tokens, beside it.

#include <optional>
#include <string>
#include <vector>

#include "shells/http/cookies.hpp"
#include "shells/http/target.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace asterism::http {
namespace {

using fuzz::demand;

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n\f\v");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n\f\v") - first + 1);
}

/// Every value of that name, in all the lines.
std::vector<std::string> values(const std::vector<std::string_view>& lines, std::string_view name) {
    std::vector<std::string> out;
    for (std::string_view line : lines) {
        for (;;) {
            const auto end = line.find(';');
            const auto pair = trim(line.substr(0, end));
            const auto equals = pair.find('=');
            if (equals != pair.npos && pair.substr(0, equals) == name)
                out.emplace_back(pair.substr(equals + 1));
            if (end == line.npos) break;
            line.remove_prefix(end + 1);
        }
    }
    return out;
}

Request request_of(const std::vector<std::string_view>& lines) {
    Request request;
    for (const auto line : lines) request.headers.push_back({"cOOkie", line});
    return request;
}

void check(std::string_view text) {
    std::vector<std::string_view> lines;
    for (auto rest = text;;) {
        const auto end = rest.find('\n');
        lines.push_back(rest.substr(0, end));
        if (end == rest.npos) break;
        rest.remove_prefix(end + 1);
    }
    const auto request = request_of(lines);
    for (const std::string_view name : {"sessionid", "csrftoken", "__Host-sessionid"}) {
        const auto found = cookie(request, name);
        const auto expected = values(lines, name);
        const bool one = expected.size() == 1 && !expected.front().empty();
        demand(found.has_value() == one, "one of a kind, or none");
        if (!found) continue;
        demand(*found == expected.front(), "the reference's value");
        const auto again = std::string(name) + "=" + std::string(*found);
        demand(cookie(request_of({again}), name) == found, "found again");
        if (csrf_matches("abcdefghijklmnopqrstuvwxyzABCDEF", *found))
            demand(found->size() == 32 || found->size() == 64, "a token has two forms");
    }
    if (const auto pairs = read_pairs(text)) {
        std::string printed;
        for (const auto& [name, value] : *pairs)
            printed += (printed.empty() ? "" : "&") + encoded(name) + "=" + encoded(value);
        demand(read_pairs(printed) == pairs, "pairs survive being printed");
    }
}

}  // namespace
}  // namespace asterism::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    asterism::http::check(asterism::fuzz::text_of(data, size));
    return 0;
}
