#include "libcore/mail/templates.hpp"

#include <algorithm>
#include <optional>

#include "libcore/mail/faults.hpp"

namespace asterism::mail {
namespace {

// Colours are the reader's own, light or dark, but for the button's, which goes with both.
constexpr std::string_view page_top =
    "<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">"
    "<meta name=\"supported-color-schemes\" content=\"light dark\">\n";
constexpr std::string_view body_top =
    "<body style=\"margin:0;padding:24px;font-family:sans-serif;font-size:16px;line-height:1.5\">\n"
    "<div style=\"max-width:560px;margin:0 auto\">\n";
constexpr std::string_view page_end = "</div>\n</body>\n</html>\n";
constexpr std::string_view paragraph = "<p style=\"margin:0 0 16px\">";
constexpr std::string_view small_paragraph = "<p style=\"margin:32px 0 0;font-size:13px\">";
constexpr std::string_view button_style =
    "style=\"display:inline-block;padding:12px 20px;border-radius:6px;background-color:#1d4ed8;"
    "color:#ffffff;font-weight:bold;text-decoration:none\"";
constexpr std::string_view bare_link_style = "style=\"word-break:break-all\"";

std::string_view value_of(Variables variables, std::string_view name) {
    const auto found =
        std::ranges::find(variables, name, &std::pair<std::string_view, std::string_view>::first);
    return found == variables.end() ? std::string_view() : found->second;
}

bool says_something(std::string_view pattern, Variables variables) {
    return !pattern.empty() && std::ranges::none_of(variables, [&](const auto& variable) {
        const auto hole = "{{" + std::string(variable.first) + "}}";
        return variable.second.empty() && pattern.find(hole) != pattern.npos;
    });
}

/// Writes a letter twice, as text and as HTML, and remembers the first hole it could not fill.
class Writer {
public:
    Writer(const Letter& letter, Variables variables) : letter_(letter), variables_(variables) {}

    Result<Draft> write() {
        draft_.template_code = letter_.code;
        draft_.subject = subject();
        open_page();
        for (const auto& each : letter_.above) say(each, paragraph);
        if (const auto link = value_of(variables_, "link"); !link.empty()) lead_to(link);
        for (const auto& each : letter_.below) say(each, paragraph);
        say(letter_.small, small_paragraph);
        draft_.html += page_end;
        if (error_) return *error_;
        return std::move(draft_);
    }

private:
    std::string filled(std::string_view pattern, bool html) {
        auto out = fill(pattern, variables_, html);
        if (out) return *std::move(out);
        if (!error_) error_ = out.error();
        return {};
    }

    std::string subject() {
        auto line = filled(letter_.subject, false);
        std::ranges::replace_if(
            line, [](unsigned char c) { return c < ' ' || c == 0x7F; }, ' ');
        return line;
    }

    void open_page() {
        draft_.html = "<!DOCTYPE html>\n<html lang=\"" + escape_html(letter_.language) + "\">\n";
        draft_.html += page_top;
        draft_.html += "<title>" + escape_html(draft_.subject) + "</title></head>\n";
        draft_.html += body_top;
    }

    void say(std::string_view pattern, std::string_view opening) {
        if (!says_something(pattern, variables_)) return;
        if (!draft_.text.empty()) draft_.text += '\n';
        draft_.text += filled(pattern, false) + '\n';
        draft_.html.append(opening) += filled(pattern, true) + "</p>\n";
    }

    /// A button, and the bare link for whom it does not work; in the text the link alone.
    void lead_to(std::string_view link) {
        draft_.text += '\n' + filled(letter_.button, false) + '\n' + std::string(link) + '\n';
        const auto start = "<a href=\"" + escape_html(link) + "\" ";
        draft_.html.append(paragraph) += start + std::string(button_style) + '>';
        draft_.html += filled(letter_.button, true) + "</a></p>\n";
        draft_.html.append(paragraph) += filled(letter_.by_hand, true) + "<br>\n";
        draft_.html +=
            start + std::string(bare_link_style) + '>' + escape_html(link) + "</a></p>\n";
    }

    const Letter& letter_;
    Variables variables_;
    Draft draft_;
    std::optional<Error> error_;
};

}  // namespace

std::string escape_html(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    return out;
}

Result<std::string> fill(std::string_view pattern, Variables variables, bool html) {
    std::string out;
    for (auto open = pattern.find("{{"); open != pattern.npos; open = pattern.find("{{")) {
        const auto close = pattern.find("}}", open);
        if (close == pattern.npos) return unclosed_variable;
        const auto name = pattern.substr(open + 2, close - open - 2);
        const auto found = std::ranges::find(variables, name,
                                             &std::pair<std::string_view, std::string_view>::first);
        if (found == variables.end()) return Error{&unknown_variable, std::string(name)};
        out += pattern.substr(0, open);
        out += html ? escape_html(found->second) : std::string(found->second);
        pattern.remove_prefix(close + 2);
    }
    return out += pattern;
}

Result<Draft> compose(const Letter& letter, Variables variables) {
    return Writer(letter, variables).write();
}

}  // namespace asterism::mail
