#include "libcore/places/markup.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "libcore/base/text.hpp"

namespace asterism::places {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool starts_tag(std::string_view text, std::size_t at) {
    if (text[at] != '<' || at + 1 >= text.size()) return false;
    const char c = text[at + 1];
    return is_letter(c) || c == '/' || c == '!' || c == '?';
}

/// Where what begins with this tag ends: a comment, an element that is no text, or the tag itself.
std::size_t end_of_tag(std::string_view text, const std::string& low, std::size_t at) {
    const auto past = [&](std::string_view mark, std::size_t from) {
        const auto found = low.find(mark, from);
        return found == low.npos ? text.size() : found + mark.size();
    };
    const auto rest = std::string_view(low).substr(at);
    if (rest.starts_with("<!--")) return past("-->", at + 4);
    if (rest.starts_with("<script")) return past(">", std::max(at, past("</script", at) - 1));
    if (rest.starts_with("<style")) return past(">", std::max(at, past("</style", at) - 1));
    return past(">", at);
}

std::string without_tags(std::string_view text) {
    const auto low = lowered(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (starts_tag(text, at)) {
            at = end_of_tag(text, low, at);
        } else {
            out += text[at++];
        }
    }
    return out;
}

struct Tag {
    std::string_view name;  ///< empty: none that may stay
    bool closes = false;
};

/// What a tag in small letters says, from its `<` to its `>`.
Tag tag_of(std::string_view text) {
    constexpr std::array<std::string_view, 12> kept{"b", "i",  "u",  "em", "strong",     "br",
                                                    "p", "ul", "ol", "li", "blockquote", "code"};
    Tag tag;
    if (!text.ends_with('>')) return tag;
    text.remove_prefix(1);
    tag.closes = text.starts_with('/');
    if (tag.closes) text.remove_prefix(1);
    const auto end = std::ranges::find_if_not(text, is_letter) - text.begin();
    const auto name = text.substr(0, static_cast<std::size_t>(end));
    const char after = text[name.size()];
    const bool whole = after == '>' || after == '/' || after == ' ' || after == '\n' ||
                       after == '\t' || after == '\r' || after == '\f';
    const auto found = std::ranges::find(kept, name);
    if (whole && found != kept.end()) tag.name = *found;
    return tag;
}

/// Whether an ampersand begins what a page reads as one character.
bool starts_escape(std::string_view rest) {
    rest.remove_prefix(1);
    const bool number = rest.starts_with('#');
    if (number) rest.remove_prefix(1);
    const bool hex = number && (rest.starts_with('x') || rest.starts_with('X'));
    if (hex) rest.remove_prefix(1);
    const auto fits = [&](char c) {
        if (hex) return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        return is_digit(c) || (!number && is_letter(c));
    };
    const auto end = std::ranges::find_if_not(rest, fits);
    return end != rest.begin() && end != rest.end() && *end == ';' &&
           (number || is_letter(rest.front()));
}

void append_escaped(std::string& out, std::string_view rest) {
    switch (rest.front()) {
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '&': out += starts_escape(rest) ? "&" : "&amp;"; break;
        default: out += rest.front();
    }
}

/// Writes the tags that stay, and closes what was left open.
class Tags {
public:
    explicit Tags(std::string& out) : out_(out) {}

    void take(const Tag& tag) {
        if (tag.name == "br") {
            if (!tag.closes) write("<", tag.name);
        } else if (!tag.closes) {
            write("<", open_.emplace_back(tag.name));
        } else if (const auto at = std::ranges::find(open_.rbegin(), open_.rend(), tag.name);
                   at != open_.rend()) {
            close(static_cast<std::size_t>(open_.rend() - at) - 1);
        }
    }

    /// All but the outermost so many.
    void close(std::size_t left) {
        for (; open_.size() > left; open_.pop_back()) write("</", open_.back());
    }

private:
    void write(std::string_view before, std::string_view name) {
        out_.append(before).append(name).append(1, '>');
    }

    std::string& out_;
    std::vector<std::string_view> open_;
};

struct Blanks {
    unsigned first;
    unsigned last;
};

/// Spaces of all kinds, and what takes no room at all.
constexpr std::array blanks{Blanks{0x00, 0x20},     Blanks{0x7F, 0xA0},     Blanks{0xAD, 0xAD},
                            Blanks{0x034F, 0x034F}, Blanks{0x061C, 0x061C}, Blanks{0x115F, 0x1160},
                            Blanks{0x1680, 0x1680}, Blanks{0x17B4, 0x17B5}, Blanks{0x180B, 0x180F},
                            Blanks{0x2000, 0x200F}, Blanks{0x2028, 0x202F}, Blanks{0x205F, 0x206F},
                            Blanks{0x2800, 0x2800}, Blanks{0x3000, 0x3000}, Blanks{0x3164, 0x3164},
                            Blanks{0xFE00, 0xFE0F}, Blanks{0xFEFF, 0xFEFF}, Blanks{0xFFA0, 0xFFA0}};

/// The first character of a text, cut off it.
unsigned next_character(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    unsigned out = size == 1 ? lead : lead & (0x7FU >> size);
    for (std::size_t i = 1; i < std::min(size, text.size()); ++i)
        out = out << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
    text.remove_prefix(std::min(size, text.size()));
    return out;
}

/// Whether a reader would see anything of it. A tag is something.
bool shows_nothing(std::string_view text) {
    while (!text.empty()) {
        const auto c = next_character(text);
        if (std::ranges::none_of(blanks,
                                 [&](const Blanks& b) { return b.first <= c && c <= b.last; }))
            return false;
    }
    return true;
}

}  // namespace

std::string plain(std::string_view text) {
    std::string out(text);
    // What is left may be a tag again: "<<b>b>".
    for (auto less = without_tags(out); less.size() < out.size(); less = without_tags(out))
        out = std::move(less);
    return shows_nothing(out) ? std::string() : std::string(trimmed(out));
}

std::string rich(std::string_view text) {
    text = trimmed(text);
    const auto low = lowered(text);
    std::string out;
    Tags tags(out);
    for (std::size_t at = 0; at < text.size();) {
        if (starts_tag(text, at)) {
            const auto end = end_of_tag(text, low, at);
            const auto tag = tag_of(std::string_view(low).substr(at, end - at));
            if (!tag.name.empty()) tags.take(tag);
            at = end;
        } else {
            append_escaped(out, text.substr(at++));
        }
    }
    tags.close(0);
    return shows_nothing(out) ? std::string() : std::string(trimmed(out));
}

}  // namespace asterism::places
