#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "shells/cli/operate.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& view, std::string_view field) {
    const auto& value = view.at(field);
    if (value.is_string()) return std::string(value.get_string());
    return json::serialize(value);
}

/// Asks batch after batch and puts the answers together.
json::object looked_over(Composition& parts, std::string_view operation, json::object input) {
    json::array differences;
    std::int64_t accounts = 0;
    for (bool more = true; more;) {
        auto view = json::parse(operate(parts, operation, input, keeper())).as_object();
        for (auto& each : view.at("differences").as_array()) differences.push_back(std::move(each));
        accounts += view.at("accounts").as_int64();
        more = !view.at("next").is_null();
        if (more) input["after"] = view.at("next");
    }
    return {{"differences", std::move(differences)}, {"accounts", accounts}};
}

std::string line_of(const json::object& difference) {
    const bool gives = difference.at("change").as_string() == "award";
    const bool made = difference.at("made").as_bool();
    return fmt::format(
        "{}: {} {}\n", text_of(difference, "handle"),
        gives ? (made ? "got" : "lacks") : (made ? "has no longer" : "should not have"),
        text_of(difference, "slug"));
}

/// A line for each difference, or one that there are none.
void tell(const Arguments& given, const json::object& found) {
    if (given.has("json")) return print(json::serialize(found) + '\n');
    const auto& differences = found.at("differences").as_array();
    for (const auto& each : differences) print(line_of(each.as_object()));
    const auto accounts = found.at("accounts").as_int64();
    if (differences.empty())
        print(fmt::format("No difference in {} accounts.\n", accounts));
    else
        print(fmt::format("{} differences in {} accounts.\n", differences.size(), accounts));
}

bool is_all_made(const json::object& found) {
    return std::ranges::all_of(found.at("differences").as_array(),
                               [](const json::value& each) { return each.at("made").as_bool(); });
}

json::object input_of(const Arguments& given, std::initializer_list<std::string_view> flags) {
    json::object out;
    for (const auto name : flags)
        if (given.has(name)) out[name == "dry-run" ? "dry_run" : name] = true;
    if (given.has("user")) out["handle"] = given.text("user");
    return out;
}

/// Whether nothing is left that was found and not done.
bool look_over(const Arguments& given, std::string_view operation, json::object input) {
    Composition parts(settings_of(given));
    parts.make_ready();
    const auto found = looked_over(parts, operation, std::move(input));
    tell(given, found);
    return is_all_made(found);
}

}  // namespace

Exit badge_list(const Arguments& given) {
    Composition parts(settings_of(given));
    parts.make_ready();
    const auto text = operate(parts, "list_badges", {}, std::nullopt);
    if (given.has("json")) {
        print(text + '\n');
        return Exit::done;
    }
    std::vector<std::vector<std::string>> rows{
        {"ID", "BADGE", "CATEGORY", "TIER", "TAKES", "WHAT FOR"}};
    const auto view = json::parse(text);
    for (const auto& each : view.at("badges").as_array()) {
        const auto& badge = each.as_object();
        rows.push_back({text_of(badge, "badge"), text_of(badge, "slug"), text_of(badge, "category"),
                        text_of(badge, "tier"), text_of(badge, "threshold"),
                        text_of(badge, "description")});
    }
    print(columns(rows));
    return Exit::done;
}

Exit badge_audit(const Arguments& given) {
    const bool right = look_over(given, "audit_badges", input_of(given, {"fix", "award"}));
    return right ? Exit::done : Exit::found_wrong;
}

Exit badge_recompute(const Arguments& given) {
    look_over(given, "recompute_badges", input_of(given, {"dry-run"}));
    return Exit::done;
}

Exit badge_award_pioneer(const Arguments& given) {
    look_over(given, "award_pioneers", input_of(given, {"dry-run", "force"}));
    return Exit::done;
}

}  // namespace asterism::cli
