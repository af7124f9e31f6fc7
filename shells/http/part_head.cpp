#include <algorithm>
#include <array>
#include <utility>

#include "libcore/base/text.hpp"
#include "shells/http/multipart.hpp"

namespace asterism::http {
namespace {

constexpr std::size_t boundary_limit = 70;
constexpr std::size_t name_limit = 64;

constexpr bool alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// RFC 9110 section 5.6.2.
constexpr bool token_char(char c) {
    return alphanumeric(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

/// RFC 2046 section 5.1.1.
constexpr bool boundary_char(char c) {
    return alphanumeric(c) || std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, token_char);
}

/// `; name=value` by and by, where a value may be quoted. Stops at what is none.
class Parameters {
public:
    explicit Parameters(std::string_view text) : text_(text) {}

    /// False at the end, and at what is malformed; `sound` tells which.
    bool next() {
        text_ = trimmed(text_);
        if (text_.empty()) return false;
        sound = false;
        if (text_.front() != ';') return false;
        text_ = trimmed(text_.substr(1));
        const auto equals = text_.find('=');
        if (equals == std::string_view::npos || !is_token(text_.substr(0, equals))) return false;
        name = lowered(text_.substr(0, equals));
        text_.remove_prefix(equals + 1);
        return sound = text_.starts_with('"') ? quoted() : plain();
    }

    std::string name;
    std::string value;
    bool sound = true;

private:
    bool plain() {
        const auto* end = std::ranges::find_if_not(text_, token_char);
        value.assign(text_.begin(), end);
        text_.remove_prefix(value.size());
        return !value.empty();
    }

    /// A backslash stands before a quote or itself; before anything else browsers mean it as such.
    bool quoted() {
        value.clear();
        for (std::size_t i = 1; i < text_.size(); ++i) {
            if (text_[i] == '"') {
                text_.remove_prefix(i + 1);
                return true;
            }
            const bool escapes = text_[i] == '\\' && i + 1 < text_.size() &&
                                 (text_[i + 1] == '"' || text_[i + 1] == '\\');
            value += text_[escapes ? ++i : i];
        }
        return false;
    }

    std::string_view text_;
};

struct Field {
    std::string name;
    std::string_view value;
};

/// One line of a head: no folding, no control characters.
std::optional<Field> read_field(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return std::nullopt;
    const auto control = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    };
    if (std::ranges::any_of(line, control) || !is_plain_utf8(line)) return std::nullopt;
    return Field{lowered(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
}

bool read_disposition(std::string_view value, PartHead& head) {
    const auto end = std::min(value.find(';'), value.size());
    if (lowered(trimmed(value.substr(0, end))) != "form-data") return false;
    // RFC 7578 forbids `filename*`; some send it beside the other, or alone.
    std::optional<std::string> name;
    std::optional<std::string> encoded;
    const auto keep = [](std::optional<std::string>& place, std::string& found) {
        if (place) return false;
        place = std::move(found);
        return true;
    };
    Parameters each(value.substr(end));
    while (each.next()) {
        if (each.name == "name" && !keep(name, each.value)) return false;
        if (each.name == "filename" && !keep(head.file, each.value)) return false;
        if (each.name == "filename*" && !keep(encoded, each.value)) return false;
    }
    if (!head.file) head.file = std::move(encoded);
    head.name = name.value_or("");
    return each.sound && !head.name.empty() && head.name.size() <= name_limit;
}

}  // namespace

std::optional<std::string> boundary_of(std::string_view content_type) {
    const auto end = std::min(content_type.find(';'), content_type.size());
    if (lowered(trimmed(content_type.substr(0, end))) != "multipart/form-data") return std::nullopt;
    std::optional<std::string> out;
    Parameters each(content_type.substr(end));
    while (each.next()) {
        if (each.name != "boundary") continue;
        if (out) return std::nullopt;
        out = each.value;
    }
    const bool legal = each.sound && out && !out->empty() && out->size() <= boundary_limit &&
                       out->back() != ' ' && std::ranges::all_of(*out, boundary_char);
    return legal ? out : std::nullopt;
}

std::optional<PartHead> read_part_head(std::string_view lines) {
    PartHead head;
    std::array<bool, 3> seen{};
    while (!lines.empty()) {
        const auto end = lines.find("\r\n");
        if (end == std::string_view::npos) return std::nullopt;
        const auto field = read_field(lines.substr(0, end));
        if (!field) return std::nullopt;
        lines.remove_prefix(end + 2);
        const auto first = [&](std::size_t which) { return !std::exchange(seen.at(which), true); };
        if (field->name == "content-disposition") {
            if (!first(0) || !read_disposition(field->value, head)) return std::nullopt;
        } else if (field->name == "content-type") {
            head.type = lowered(trimmed(field->value.substr(0, field->value.find(';'))));
            if (!first(1) || head.type.starts_with("multipart/")) return std::nullopt;
        } else if (field->name == "content-transfer-encoding") {
            const auto coding = lowered(field->value);
            if (!first(2) || (coding != "7bit" && coding != "8bit" && coding != "binary"))
                return std::nullopt;
        }
    }
    if (!seen[0]) return std::nullopt;
    return head;
}

}  // namespace asterism::http
