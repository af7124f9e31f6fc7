#include "shells/http/forwarded.hpp"

#include <algorithm>

#include "libcore/base/text.hpp"

namespace asterism::http {
namespace {

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }

constexpr bool ends_token(char c) {
    return is_blank(c) || c == ',' || c == ';' || c == '=' || c == '"';
}

/// Reads `name=value` pairs with `;` between them, in elements with `,` between them.
class ForwardedReader {
public:
    explicit ForwardedReader(std::string_view text) : rest_(text) {}

    bool read(std::vector<Hop>& out) {
        out.emplace_back();
        for (;;) {
            std::string name;
            std::string value;
            if (!token(name) || !take('=') || !(take('"') ? quoted(value) : token(value)))
                return false;
            keep(lowered(name), value, out.back());
            blanks();
            if (rest_.empty()) return true;
            if (take(','))
                out.emplace_back();
            else if (!take(';'))
                return false;
            blanks();
        }
    }

private:
    static void keep(std::string_view name, const std::string& value, Hop& hop) {
        if (name == "for") hop.address = read_node(value);
        if (name == "proto") hop.scheme = lowered(value);
        if (name == "host") hop.host = value;
    }

    void blanks() {
        while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
    }

    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    bool token(std::string& out) {
        const auto end = std::ranges::find_if(rest_, ends_token) - rest_.begin();
        out = rest_.substr(0, static_cast<std::size_t>(end));
        rest_.remove_prefix(out.size());
        return !out.empty();
    }

    bool quoted(std::string& out) {
        while (!rest_.empty()) {
            if (take('"')) return true;
            if (take('\\') && rest_.empty()) return false;
            out += rest_.front();
            rest_.remove_prefix(1);
        }
        return false;
    }

    std::string_view rest_;
};

}  // namespace

std::optional<app::IpAddress> read_node(std::string_view text) {
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == text.npos) return std::nullopt;
        const auto behind = text.substr(end + 1);
        if (!behind.empty() && behind.front() != ':') return std::nullopt;
        return app::read_ip(text.substr(1, end - 1));
    }
    const bool port = std::ranges::count(text, ':') == 1;
    return app::read_ip(port ? text.substr(0, text.find(':')) : text);
}

Hops read_forwarded(const Request& request) {
    std::vector<Hop> out;
    for (const Header& field : request.headers)
        if (same_name(field.name, "Forwarded") && !ForwardedReader(field.value).read(out))
            return std::nullopt;
    return out;
}

Hops read_forwarded_for(const Request& request) {
    std::vector<Hop> out;
    for (const Header& field : request.headers) {
        if (!same_name(field.name, "X-Forwarded-For")) continue;
        auto rest = field.value;
        for (;;) {
            const auto comma = std::min(rest.find(','), rest.size());
            out.push_back({read_node(trimmed(rest.substr(0, comma)))});
            if (comma == rest.size()) break;
            rest.remove_prefix(comma + 1);
        }
    }
    return out;
}

}  // namespace asterism::http
