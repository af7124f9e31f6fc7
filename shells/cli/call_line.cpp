#include "shells/cli/call_line.hpp"

#include <algorithm>
#include <optional>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "shells/cli/nearest.hpp"
#include "shells/cli/setting.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {
namespace {

namespace json = boost::json;

/// The JSON type of an array's items.
app::Wire wire_of_items(const app::Field& field) {
    const auto schema = field.schema();
    const auto* items = schema.if_contains("items");
    const auto* type =
        items && items->is_object() ? items->get_object().if_contains("type") : nullptr;
    if (!type || !type->is_string()) return app::Wire::object;
    const std::string_view word = type->get_string();
    if (word == "integer") return app::Wire::integer;
    if (word == "number") return app::Wire::number;
    if (word == "boolean") return app::Wire::boolean;
    return word == "string" ? app::Wire::string : app::Wire::object;
}

bool is_secret(std::string_view field) { return field.find("password") != std::string_view::npos; }

/// One pass over the words, from left to right.
class Reading {
public:
    Reading(std::span<const std::string> words,
            const std::function<std::string(std::string_view)>& ask)
        : words_(words), ask_(ask) {}

    CallLine all() {
        while (!words_.empty()) {
            const auto word = next();
            if (word.starts_with("--"))
                take_flag(word);
            else if (word == "-h")
                line_.help = true;
            else
                take_word(word);
        }
        return std::move(line_);
    }

private:
    std::string_view next() {
        const std::string_view out = words_.front();
        words_ = words_.subspan(1);
        return out;
    }

    void take_word(std::string_view word) {
        if (line_.operation)
            throw Trouble(Exit::misused, fmt::format("`{}` is one word too many.", word),
                          "Fields are given as --field value.", help());
        line_.operation = &operation_named(word);
    }

    void take_flag(std::string_view word) {
        const auto equals = word.find('=');
        const auto name = word.substr(0, equals);
        inline_ = equals == std::string_view::npos
                      ? std::nullopt
                      : std::optional(std::string(word.substr(equals + 1)));
        if (const auto* field = field_of(name)) return take_field(*field, name);
        if (name == "--help") {
            line_.help = true;
        } else if (name == "--as") {
            line_.as = value(name);
        } else if (name == "--json-input") {
            if (value(name) != "-")
                throw Trouble(Exit::misused, "The input is read from standard input alone.",
                              "--json-input takes nothing but `-`.",
                              "Write: --json-input - < FILE");
            line_.json_input = true;
        } else {
            take_setting(name);
        }
    }

    const app::Field* field_of(std::string_view flag) const {
        if (!line_.operation) return nullptr;
        std::string name(flag.substr(2));
        std::ranges::replace(name, '-', '_');
        return app::find_field(line_.operation->input(), name);
    }

    std::string value(std::string_view flag) {
        if (inline_) return *inline_;
        if (words_.empty())
            throw Trouble(Exit::misused, fmt::format("`{}` needs a value.", flag),
                          "Nothing comes after it.", help());
        return std::string(next());
    }

    void take_field(const app::Field& field, std::string_view flag) {
        const bool bare = !inline_ && (words_.empty() || words_.front().starts_with("--"));
        const auto text = field.wire == app::Wire::boolean && bare ? "true" : value(flag);
        if (field.wire == app::Wire::array) return take_items(field, text);
        if (line_.input.contains(field.name))
            throw Trouble(Exit::misused, fmt::format("`{}` is given twice.", flag),
                          "It takes one value.", help());
        const bool ask = text == "-" && is_secret(field.name);
        line_.input[field.name] = ask ? json::value(ask_(fmt::format("{}: ", field.name)))
                                      : app::from_text(field.wire, text);
    }

    /// Either the whole array as JSON, or one item more.
    void take_items(const app::Field& field, const std::string& text) {
        auto& all = line_.input[field.name];
        if (text.starts_with('[')) {
            all = app::from_text(field.wire, text);
            return;
        }
        if (!all.is_array()) all = json::array();
        all.get_array().push_back(app::from_text(wire_of_items(field), text));
    }

    void take_setting(std::string_view flag) {
        std::vector<std::string> names{"--as", "--json-input", "--help"};
        for (const Setting& setting : all_settings()) {
            if (setting.secret || setting.is_pattern()) continue;
            if (flag_name(setting.key) == flag) {
                line_.settings.emplace_back(setting.key, value(flag));
                return;
            }
            names.push_back(flag_name(setting.key));
        }
        if (line_.operation)
            for (const auto& field : line_.operation->input())
                names.push_back(flag_name(field.name));
        const std::vector<std::string_view> known(names.begin(), names.end());
        throw Trouble(Exit::misused, fmt::format("There is no flag `{}`.", flag),
                      did_you_mean(flag, known), help());
    }

    std::string help() const {
        if (!line_.operation) return "See `asterism call --help`.";
        return fmt::format("See `asterism call {} --help`.", line_.operation->name);
    }

    std::span<const std::string> words_;
    const std::function<std::string(std::string_view)>& ask_;
    std::optional<std::string> inline_;
    CallLine line_;
};

}  // namespace

const app::Operation& operation_named(std::string_view name) {
    if (const auto* found = app::find_operation(name)) return *found;
    std::vector<std::string_view> names;
    for (const auto& each : app::operations()) names.push_back(each.name);
    throw Trouble(Exit::misused, fmt::format("There is no operation `{}`.", name),
                  did_you_mean(name, names), "See `asterism call --help`.");
}

CallLine read_call_line(std::span<const std::string> words,
                        const std::function<std::string(std::string_view prompt)>& ask) {
    return Reading(words, ask).all();
}

}  // namespace asterism::cli
