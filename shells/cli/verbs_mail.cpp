#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "shells/app/shape.hpp"
#include "shells/cli/operate.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/settings.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

namespace json = boost::json;

std::string in_words(const json::object& mail) {
    const auto text = [&](std::string_view field) {
        return std::string(mail.at(field).as_string());
    };
    auto out = columns({{"To", text("to")},
                        {"From", text("from")},
                        {"Subject", text("subject")},
                        {"Written", text("created_at")},
                        {"State", text("state")}});
    if (!text("last_error").empty()) out += columns({{"Last try", text("last_error")}});
    out += '\n';
    for (const char c : text("text"))
        if (c == '\n' || c < 0 || c >= ' ') out += c;
    if (!out.ends_with('\n')) out += '\n';
    return out;
}

}  // namespace

Exit mail_outbox(const Arguments& given) {
    Composition parts(settings_of(given));
    parts.make_ready();
    json::object input;
    if (given.has("limit"))
        input["limit"] = app::from_text(app::Wire::integer, given.text("limit"));
    const auto view = operate(parts, "read_outbox", input, keeper());
    if (given.has("json")) {
        print(view + '\n');
        return Exit::done;
    }
    std::string out;
    const auto parsed = json::parse(view);
    for (const auto& mail : parsed.as_object().at("items").as_array()) {
        if (!out.empty()) out += "\n----\n\n";
        out += in_words(mail.as_object());
    }
    print(out);
    if (out.empty()) say("No mail has been written yet.");
    return Exit::done;
}

}  // namespace asterism::cli
