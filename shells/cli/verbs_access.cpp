#include <boost/json/parse.hpp>
#include <fmt/format.h>

#include "shells/cli/operate.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/settings.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

namespace json = boost::json;

std::string asked(const Arguments& given, std::string_view operation, json::object input = {}) {
    Composition parts(settings_of(given));
    parts.make_ready();
    input["handle"] = given.text("handle");
    return operate(parts, operation, input, keeper());
}

Exit tell_ended(const Arguments& given, const std::string& view) {
    const auto count = json::parse(view).at("sessions_ended").as_int64();
    print(given.has("json") ? view + '\n' : fmt::format("{} sessions ended.\n", count));
    return Exit::done;
}

}  // namespace

Exit user_password(const Arguments& given) {
    json::object input{{"password", read_new_password(given.has("password-stdin"))}};
    return tell_ended(given, asked(given, "set_account_password", std::move(input)));
}

Exit user_sessions(const Arguments& given) {
    const auto view = asked(given, "list_account_sessions");
    if (given.has("json")) {
        print(view + '\n');
        return Exit::done;
    }
    std::vector<std::vector<std::string>> rows{{"ID", "OPENED", "LAST SEEN", "FROM", "WITH"}};
    const auto list = json::parse(view);
    for (const auto& each : list.at("items").as_array()) {
        const auto text = [&](const char* field) {
            return std::string(each.at(field).as_string());
        };
        rows.push_back({std::to_string(each.at("id").as_int64()), text("created_at"),
                        text("last_seen_at"), text("address"), text("agent")});
    }
    print(columns(rows));
    return Exit::done;
}

Exit user_end_sessions(const Arguments& given) {
    return tell_ended(given, asked(given, "end_account_sessions"));
}

Exit user_delete(const Arguments& given) {
    if (!given.has("yes"))
        throw Trouble(
            Exit::needs_yes,
            fmt::format("This deletes `{}` and all that belongs to it.", given.text("handle")),
            "It cannot be undone.", "Say --yes if you mean it.");
    const auto view = asked(given, "remove_account");
    print(given.has("json") ? view + '\n' : "Deleted.\n");
    return Exit::done;
}

}  // namespace asterism::cli
