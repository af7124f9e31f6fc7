#include "shells/http/head.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace asterism::http {
namespace {

constexpr bool digit(char c) { return c >= '0' && c <= '9'; }

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr bool alphanumeric(char c) { return digit(c) || (lower(c) >= 'a' && lower(c) <= 'z'); }

constexpr std::array verbs{
    std::pair{std::string_view{"GET"}, Verb::get},
    std::pair{std::string_view{"POST"}, Verb::post},
    std::pair{std::string_view{"PUT"}, Verb::put},
    std::pair{std::string_view{"PATCH"}, Verb::patch},
    std::pair{std::string_view{"DELETE"}, Verb::del},
    std::pair{std::string_view{"HEAD"}, Verb::head},
    std::pair{std::string_view{"OPTIONS"}, Verb::options},
};

bool is_port(std::string_view text) {
    std::uint16_t port = 0;
    const auto* end = text.data() + text.size();
    return text.size() <= 5 && std::ranges::all_of(text, digit) &&
           std::from_chars(text.data(), end, port) == std::from_chars_result{end, {}};
}

/// 1 to 15 digits: enough for a petabyte, and far from overflow.
std::optional<std::size_t> read_length(std::string_view text) {
    std::size_t length = 0;
    if (text.empty() || text.size() > 15 || !std::ranges::all_of(text, digit)) return {};
    std::from_chars(text.data(), text.data() + text.size(), length);
    return length;
}

/// The fields that decide where a request ends, whom it is for and how its body is read.
struct Framing {
    using Value = std::optional<std::string_view>;

    Value host = {};
    Value length = {};
    Value coding = {};
    Value expect = {};
    Value type = {};
    bool repeated = false;

    explicit Framing(const std::vector<Header>& fields) {
        for (const Header& field : fields) {
            switch (field.name.size()) {
                case 4: keep(host, field, "host"); break;
                case 6: keep(expect, field, "expect"); break;
                case 12: keep(type, field, "content-type"); break;
                case 14: keep(length, field, "content-length"); break;
                case 17: keep(coding, field, "transfer-encoding"); break;
                default: break;
            }
        }
    }

private:
    void keep(Value& place, const Header& field, std::string_view name) {
        if (!same_name(field.name, name)) return;
        repeated = repeated || place;
        place = field.value;
    }
};

int refusal_of(const Framing& framing, int version) {
    if (framing.repeated) return 400;
    if (framing.host ? !is_authority(*framing.host) : version == 11) return 400;
    if (!framing.coding) return 0;
    if (framing.length || version == 10) return 400;
    if (same_name(*framing.coding, "chunked")) return 0;
    const bool list = framing.coding->find_first_of(",; \t") != std::string_view::npos;
    return list || framing.coding->empty() ? 400 : 501;
}

/// Origin form, or absolute form (RFC 9112 section 3.2) naming the same host, made origin form.
std::optional<std::string_view> path_of(std::string_view target, Verb verb,
                                        std::optional<std::string_view> host) {
    if (target.starts_with('/')) return target;
    if (target == "*" && verb == Verb::options) return target;
    const std::size_t scheme = target.find("://");
    if (scheme == std::string_view::npos) return {};
    if (!same_name(target.substr(0, scheme), "http") &&
        !same_name(target.substr(0, scheme), "https"))
        return {};
    target.remove_prefix(scheme + 3);
    const std::size_t path = std::min(target.find('/'), target.size());
    if (!host || !same_name(target.substr(0, path), *host)) return {};
    return path == target.size() ? "/" : target.substr(path);
}

}  // namespace

bool is_authority(std::string_view text) {
    const bool literal = text.starts_with('[');
    const std::size_t end = literal ? text.find(']') : std::min(text.find(':'), text.size());
    if (end == std::string_view::npos) return false;
    const auto host = text.substr(literal, end - literal);
    const auto part = [literal](char c) {
        return literal ? digit(c) || c == ':' || c == '.' || (lower(c) >= 'a' && lower(c) <= 'f')
                       : alphanumeric(c) || c == '-' || c == '.' || c == '_';
    };
    if (host.empty() || host.size() > 255 || !std::ranges::all_of(host, part)) return false;
    const auto port = text.substr(end + literal);
    return port.empty() || (port.front() == ':' && is_port(port.substr(1)));
}

HeadScan::State HeadScan::look(std::string_view bytes) {
    for (;;) {
        const std::size_t feed = bytes.find('\n', seen_);
        if (feed == std::string_view::npos) {
            seen_ = bytes.size();
            return State::partial;
        }
        if (feed == line_ || bytes[feed - 1] != '\r') return State::bad;
        const char first = bytes[line_];
        if (first == ' ' || first == '\t') return State::bad;
        const bool empty = feed == line_ + 1;
        line_ = seen_ = feed + 1;
        if (empty) return State::whole;
    }
}

void Head::clear() {
    request.verb = Verb::get;
    request.target = {};
    request.headers.clear();
    request.body = {};
    request.sink = nullptr;
    method = {};
    version = 11;
    keep_alive = true;
    length = 0;
    chunked = false;
    awaits_continue = false;
}

int Head::settle() {
    const auto* known =
        std::ranges::find(verbs, method, [](const auto& verb) { return verb.first; });
    if (known == verbs.end()) return method == "TRACE" || method == "CONNECT" ? 405 : 501;
    request.verb = known->second;

    const Framing framing(request.headers);
    if (const int status = refusal_of(framing, version)) return status;
    const auto path = path_of(request.target, request.verb, framing.host);
    if (!path) return 400;
    request.target = *path;
    chunked = framing.coding.has_value();
    if (framing.length) {
        const auto declared = read_length(*framing.length);
        if (!declared) return 400;
        length = *declared;
    }
    if (framing.expect && version == 11) {
        if (!same_name(*framing.expect, "100-continue")) return 417;
        awaits_continue = chunked || length > 0;
    }
    return 0;
}

int too_big(std::string_view bytes, std::size_t target_limit) {
    const auto line = bytes.substr(0, bytes.find('\r'));
    const auto target = line.substr(std::min(line.find(' '), line.size() - 1) + 1);
    return std::min(target.find(' '), target.size()) > target_limit ? 414 : 431;
}

int bad_version(std::string_view bytes) {
    const auto line = bytes.substr(0, bytes.find('\r'));
    const auto version = line.substr(line.rfind(' ') + 1);
    const bool sound = version.size() == 8 && version.starts_with("HTTP/") && digit(version[5]) &&
                       version[6] == '.' && digit(version[7]);
    return sound && version != "HTTP/1.1" && version != "HTTP/1.0" ? 505 : 400;
}

}  // namespace asterism::http
