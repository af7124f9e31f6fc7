#include "libcore/mail/templates.hpp"

#include <algorithm>

#include "libcore/mail/faults.hpp"

namespace asterism::mail {

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

Result<Draft> compose(const Template& from, Variables variables) {
    auto subject = fill(from.subject, variables, false);
    if (!subject) return subject.error();
    auto text = fill(from.text, variables, false);
    if (!text) return text.error();
    auto html = fill(from.html, variables, true);
    if (!html) return html.error();
    std::ranges::replace_if(
        *subject, [](char c) { return c == '\r' || c == '\n'; }, ' ');
    Draft draft;
    draft.template_code = from.code;
    draft.subject = std::move(*subject);
    draft.text = std::move(*text);
    draft.html = std::move(*html);
    return draft;
}

}  // namespace asterism::mail
