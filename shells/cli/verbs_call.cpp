#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "shells/app/json.hpp"
#include "shells/cli/call_line.hpp"
#include "shells/cli/operate.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/settings.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

std::string_view word_of(app::Wire wire) {
    switch (wire) {
        case app::Wire::string: return "text";
        case app::Wire::integer: return "whole number";
        case app::Wire::number: return "number";
        case app::Wire::boolean: return "true or false";
        case app::Wire::array: return "may be repeated";
        case app::Wire::object: return "JSON";
    }
    return "";
}

std::string list_of_operations() {
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : app::operations())
        rows.push_back({"  " + std::string(each.name), std::string(each.summary)});
    return "Usage: asterism call OPERATION [--field value]... [--as USER] [--json-input -]\n\n"
           "Runs an operation and prints what it answers, as JSON.\n\nOperations:\n" +
           columns(rows) + "\nSee `asterism call OPERATION --help` for its fields.\n";
}

std::string help_on(const app::Operation& operation) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& field : operation.input()) {
        auto flag = "  --" + std::string(field.name);
        std::ranges::replace(flag, '_', '-');
        rows.push_back({flag, std::string(word_of(field.wire)), field.required ? "needed" : "",
                        std::string(field.about)});
    }
    auto out =
        fmt::format("Usage: asterism call {} [--field value]...{} [--json-input -]\n\n{}\n",
                    operation.name, operation.needs_actor ? " --as USER" : "", operation.summary);
    if (!rows.empty()) out += "\nFields:\n" + columns(rows);
    return out;
}

void read_fields(CallLine& line) {
    const auto found = app::parse_strict(read_input());
    if (!found) throw trouble_of(found.error());
    if (!found->is_object()) throw trouble_of(Error{&app::bad_json});
    for (const auto& [name, value] : found->get_object())
        if (!line.input.contains(name)) line.input[name] = value;
}

}  // namespace

Exit call(const Arguments& given) {
    auto line = read_call_line(given.rest, &read_password);
    if (!line.operation || line.help) {
        print(line.operation ? help_on(*line.operation) : list_of_operations());
        return line.help ? Exit::done : Exit::misused;
    }
    if (line.json_input) read_fields(line);
    auto settings = given;
    settings.settings = line.settings;
    Composition parts(settings_of(settings));
    parts.make_ready();
    std::optional<Actor> actor;
    if (!line.as.empty()) actor = actor_named(parts, line.as);
    print(operate(parts, line.operation->name, line.input, actor) + '\n');
    return Exit::done;
}

}  // namespace asterism::cli
