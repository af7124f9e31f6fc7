#include "shells/cli/shop/ask.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "shells/app/shape.hpp"
#include "shells/cli/call_line.hpp"
#include "shells/cli/operate.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/settings.hpp"

namespace asterism::cli::shop_verbs {
namespace {

namespace json = boost::json;
using Rows = std::vector<std::vector<std::string>>;

std::string option_of(std::string_view field) {
    std::string out(field);
    std::ranges::replace(out, '_', '-');
    return out;
}

std::string heading_of(std::string_view field) {
    std::string out(field);
    for (char& c : out) c = c == '_' ? ' ' : (c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c);
    return out;
}

json::object input_of(const Arguments& given, const app::Shape& shape, const Ask& ask) {
    json::object out;
    for (const app::Field& field : shape)
        if (const auto option = option_of(field.name); given.has(option))
            out[field.name] = app::from_text(field.wire, given.text(option));
    if (!ask.sets.empty()) out[ask.sets] = true;
    return out;
}

std::string cell_of(const json::value& value) {
    if (value.is_null()) return "-";
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_bool()) return value.get_bool() ? "yes" : "no";
    return json::serialize(value);
}

bool is_plain(const json::value& value) { return !value.is_object() && !value.is_array(); }

Rows table_of(const json::array& items, const std::vector<std::string>& fields) {
    Rows out(1);
    for (const auto& field : fields) out[0].push_back(heading_of(field));
    for (const auto& item : items) {
        auto& row = out.emplace_back();
        for (const auto& field : fields) row.push_back(cell_of(item.as_object().at(field)));
    }
    return out;
}

std::vector<std::string> plain_fields(const json::object& object) {
    std::vector<std::string> out;
    for (const auto& [name, value] : object)
        if (is_plain(value)) out.emplace_back(name);
    return out;
}

/// What an object says of itself, then what belongs to it: objects as lines below its own, lists as
/// tables.
std::string in_words(const json::object& view) {
    Rows lines;
    std::string lists;
    for (const auto& [name, value] : view) {
        if (is_plain(value)) {
            lines.push_back({std::string(name), cell_of(value)});
        } else if (const auto* inner = value.if_object()) {
            for (const auto& field : plain_fields(*inner))
                lines.push_back({std::string(name) + "." + field, cell_of(inner->at(field))});
        } else if (const auto& items = value.get_array(); !items.empty()) {
            lists += "\n" + heading_of(name) + "\n" +
                     columns(table_of(items, plain_fields(items.at(0).as_object())));
        }
    }
    return columns(lines) + lists;
}

}  // namespace

Exit answered(const Arguments& given, const Ask& ask) {
    Composition parts(settings_of(given));
    parts.make_ready();
    const auto input = input_of(given, operation_named(ask.operation).input(), ask);
    const auto text = operate(parts, ask.operation, input, keeper());
    if (given.has("json")) {
        print(text + '\n');
        return Exit::done;
    }
    const auto view = json::parse(text);
    if (ask.columns.empty()) {
        print(in_words(view.as_object()));
        return Exit::done;
    }
    const auto& items = view.as_object().at("items").as_array();
    if (items.empty())
        say(ask.nothing);
    else
        print(columns(table_of(items, split_list(ask.columns))));
    return Exit::done;
}

}  // namespace asterism::cli::shop_verbs
