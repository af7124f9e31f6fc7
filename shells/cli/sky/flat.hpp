#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/fields.hpp"
#include "libcore/sky/sight_types.hpp"
#include "shells/app/codec.hpp"

namespace asterism::cli {

/// Answers as comma-separated values (RFC 4180, lines end with LF): a row of names, then a row a
/// view. A field is a column, a field of a field `a.b`. Moments are UTC; an absent value is an
/// empty cell. A list is one cell, its items with blanks between: of stretches of time
/// `begin/end`, of other objects the first field of each; of texts with "; " between.
class Flat {
public:
    template <class View>
    static std::string of(const std::vector<View>& rows) {
        Flat flat;
        flat.name<View>("");
        flat.end_row();
        for (const View& row : rows) {
            flat.put(&row);
            flat.end_row();
        }
        return std::move(flat.text_);
    }

private:
    template <class Value>
    void name(const std::string& known_as) {
        if constexpr (app::is_optional<Value>) {
            name<typename Value::value_type>(known_as);
        } else if constexpr (Described<Value>) {
            const auto before = known_as.empty() ? "" : known_as + '.';
            Value::fields([&]<class Part>(std::string_view part, Part Value::*, std::string_view) {
                name<Part>(before + std::string(part));
            });
        } else {
            cell(known_as);
        }
    }

    /// Of a value that is absent: null.
    template <class Value>
    void put(const Value* value) {
        if constexpr (Described<Value>)
            Value::fields([&]<class Part>(std::string_view, Part Value::*part, std::string_view) {
                put(value ? &(value->*part) : nullptr);
            });
        else
            cell(value ? text(*value) : "");
    }

    template <class Value>
    void put(const std::optional<Value>* value) {
        put(value && *value ? &**value : nullptr);
    }

    static std::string text(const std::string& value) { return value; }

    static std::string text(const sky::TimeSpan& span) {
        return text(span.begins) + '/' + text(span.ends);
    }

    template <class Value>
    static std::string text(const Value& value) {
        std::string out;
        if constexpr (Described<Value>) {
            Value::fields([&](std::string_view, auto part, std::string_view) {
                if (out.empty()) out = text(value.*part);
            });
        } else {
            app::encode(out, value);
            if (out == "null") return {};
            if (out.starts_with('"')) return out.substr(1, out.size() - 2);
        }
        return out;
    }

    template <class Item>
    static std::string text(const std::vector<Item>& items) {
        std::string out;
        for (const Item& item : items) {
            if (!out.empty()) out += std::is_same_v<Item, std::string> ? "; " : " ";
            out += text(item);
        }
        return out;
    }

    void cell(std::string_view text);
    void end_row();

    std::string text_;
    bool begun_ = false;
};

}  // namespace asterism::cli
