#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "libcore/base/email.hpp"
#include "libcore/base/flow.hpp"
#include "libcore/base/id.hpp"
#include "libcore/base/result.hpp"
#include "libcore/base/text.hpp"
#include "libcore/base/time.hpp"
#include "libcore/media/types.hpp"
#include "shells/app/json.hpp"
#include "shells/app/shape.hpp"

namespace asterism::app {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
concept Named = std::is_enum_v<T> && requires(T t) {
    names(t);
};

/// How one type crosses the wire: read, write, describe. Specialised per shape of type, never per
/// use case. Reading is exact: a number in quotes is a string.
template <class T>
struct Codec;

template <class T>
Result<T> decode(const json::value& in) {
    return Codec<T>::read(in);
}

template <class T>
void encode(std::string& out, const T& value) {
    Codec<T>::write(out, value);
}

template <>
struct Codec<bool> {
    static constexpr Wire wire = Wire::boolean;
    static Result<bool> read(const json::value& in);

    static void write(std::string& out, bool value) { out += value ? "true" : "false"; }

    static json::object schema() { return {{"type", "boolean"}}; }
};

template <>
struct Codec<std::int64_t> {
    static constexpr Wire wire = Wire::integer;
    static Result<std::int64_t> read(const json::value& in);

    static void write(std::string& out, std::int64_t value) { append_json(out, value); }

    static json::object schema() { return {{"type", "integer"}, {"format", "int64"}}; }
};

template <>
struct Codec<int> {
    static constexpr Wire wire = Wire::integer;
    static Result<int> read(const json::value& in);

    static void write(std::string& out, int value) { append_json(out, std::int64_t{value}); }

    static json::object schema() { return {{"type", "integer"}, {"format", "int32"}}; }
};

template <>
struct Codec<double> {
    static constexpr Wire wire = Wire::number;
    static Result<double> read(const json::value& in);

    static void write(std::string& out, double value) { append_json(out, value); }

    static json::object schema() { return {{"type", "number"}, {"format", "double"}}; }
};

template <>
struct Codec<std::string> {
    static constexpr Wire wire = Wire::string;
    static Result<std::string> read(const json::value& in);

    static void write(std::string& out, const std::string& value) { append_json(out, value); }

    static json::object schema() { return {{"type", "string"}}; }
};

template <>
struct Codec<Instant> {
    static constexpr Wire wire = Wire::string;
    static Result<Instant> read(const json::value& in);
    static void write(std::string& out, Instant value);

    static json::object schema() { return {{"type", "string"}, {"format", "date-time"}}; }
};

template <>
struct Codec<Date> {
    static constexpr Wire wire = Wire::string;
    static Result<Date> read(const json::value& in);
    static void write(std::string& out, Date value);

    static json::object schema() { return {{"type", "string"}, {"format", "date"}}; }
};

template <>
struct Codec<Email> {
    static constexpr Wire wire = Wire::string;
    static Result<Email> read(const json::value& in);

    static json::object schema() {
        return {{"type", "string"}, {"format", "email"}, {"maxLength", 254}};
    }
};

template <class Rule>
struct Codec<Text<Rule>> {
    static constexpr Wire wire = Wire::string;

    static Result<Text<Rule>> read(const json::value& in) {
        const auto text = Codec<std::string>::read(in);
        if (!text) return text.error();
        return Text<Rule>::parse(*text);
    }

    static json::object schema() {
        return {{"type", "string"}, {"minLength", 1}, {"maxLength", Rule::characters}};
    }
};

/// A file: the shells take it in first, and put the name it was given in its place.
template <>
struct Codec<media::Upload> {
    static constexpr Wire wire = Wire::string;
    static Result<media::Upload> read(const json::value& in);

    static json::object schema() { return {{"type", "string"}, {"format", "binary"}}; }
};

template <class Of>
struct Codec<Id<Of>> {
    static constexpr Wire wire = Wire::integer;

    static Result<Id<Of>> read(const json::value& in) {
        const auto number = Codec<std::int64_t>::read(in);
        if (!number) return number.error();
        if (*number <= 0) return bad_field;
        return Id<Of>{*number};
    }

    static void write(std::string& out, Id<Of> id) { append_json(out, id.value); }

    static json::object schema() {
        return {{"type", "integer"}, {"format", "int64"}, {"minimum", 1}};
    }
};

template <Named T>
struct Codec<T> {
    static constexpr Wire wire = Wire::string;

    static Result<T> read(const json::value& in) {
        const auto text = Codec<std::string>::read(in);
        if (!text) return text.error();
        for (const auto& [value, name] : names(T{}))
            if (name == *text) return value;
        return bad_field;
    }

    static void write(std::string& out, T of) {
        for (const auto& [value, name] : names(T{}))
            if (value == of) append_json(out, name);
    }

    static json::object schema() {
        json::array all;
        for (const auto& [value, name] : names(T{})) all.emplace_back(json::string(name));
        return {{"type", "string"}, {"enum", std::move(all)}};
    }
};

template <class T>
struct Codec<std::optional<T>> {
    static constexpr Wire wire = Codec<T>::wire;

    static Result<std::optional<T>> read(const json::value& in) {
        if (in.is_null()) return std::optional<T>{};
        auto value = decode<T>(in);
        if (!value) return value.error();
        return std::optional<T>{std::move(*value)};
    }

    static void write(std::string& out, const std::optional<T>& value) {
        if (value)
            encode(out, *value);
        else
            out += "null";
    }

    static json::object schema() { return or_null(Codec<T>::schema()); }
};

template <class T>
struct Codec<std::vector<T>> {
    static constexpr Wire wire = Wire::array;

    static Result<std::vector<T>> read(const json::value& in) {
        if (!in.is_array()) return bad_field;
        std::vector<T> out;
        for (const json::value& item : in.get_array()) {
            auto value = decode<T>(item);
            if (!value) return at(std::to_string(out.size()), value.error());
            out.push_back(std::move(*value));
        }
        return out;
    }

    static void write(std::string& out, const std::vector<T>& items) {
        out += '[';
        for (bool first = true; const T& item : items) {
            if (!std::exchange(first, false)) out += ',';
            encode(out, item);
        }
        out += ']';
    }

    static json::object schema() { return {{"type", "array"}, {"items", Codec<T>::schema()}}; }
};

/// How it is written is the operation's: it may have another form to write its elements in.
template <class T>
struct Codec<Flow<T>> {
    static constexpr Wire wire = Wire::array;

    static json::object schema() { return {{"type", "array"}, {"items", Codec<T>::schema()}}; }
};

}  // namespace asterism::app
