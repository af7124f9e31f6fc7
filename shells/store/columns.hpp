#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/base/id.hpp"
#include "libcore/base/text.hpp"
#include "libcore/base/time.hpp"
#include "shells/store/errors.hpp"
#include "shells/store/statement.hpp"

namespace asterism::store {

/// How a type of ours is kept in one column: `cell`, `bind` and, if it can be read, `read`.
template <class T>
struct Column;

template <std::integral T>
struct Column<T> {
    static constexpr Cell cell = Cell::integer;

    static void bind(Statement& to, int at, T value) {
        to.bind_integer(at, static_cast<std::int64_t>(value));
    }

    static T read(const Statement& from, int at) {
        const auto value = from.integer(at);
        if (!std::in_range<T>(value)) throw DbError(Trouble::broken, "a number is out of range");
        return static_cast<T>(value);
    }
};

/// PostgreSQL and SQLite agree about small integers, not about truth values.
template <>
struct Column<bool> {
    static constexpr Cell cell = Cell::integer;

    static void bind(Statement& to, int at, bool value) { to.bind_integer(at, value ? 1 : 0); }

    static bool read(const Statement& from, int at) { return from.integer(at) != 0; }
};

template <>
struct Column<double> {
    static constexpr Cell cell = Cell::real;

    static void bind(Statement& to, int at, double value) { to.bind_real(at, value); }

    static double read(const Statement& from, int at) { return from.real(at); }
};

template <>
struct Column<std::string> {
    static constexpr Cell cell = Cell::text;

    static void bind(Statement& to, int at, std::string_view value) { to.bind_text(at, value); }

    static std::string read(const Statement& from, int at) { return std::string(from.text(at)); }
};

/// Views and literals go in; what comes out is a string, because the row does not last.
template <class T>

requires(std::convertible_to<const T&, std::string_view> &&
         !std::same_as<T, std::string>) struct Column<T> {
    static constexpr Cell cell = Cell::text;

    static void bind(Statement& to, int at, std::string_view value) { to.bind_text(at, value); }
};

template <class Of>
struct Column<Id<Of>> {
    static constexpr Cell cell = Cell::integer;

    static void bind(Statement& to, int at, Id<Of> id) { to.bind_integer(at, id.value); }

    static Id<Of> read(const Statement& from, int at) { return {from.integer(at)}; }
};

/// Microseconds since 1970 in UTC.
template <>
struct Column<Instant> {
    static constexpr Cell cell = Cell::integer;

    static void bind(Statement& to, int at, Instant when) {
        to.bind_integer(at, when.time_since_epoch().count());
    }

    static Instant read(const Statement& from, int at) {
        return Instant(std::chrono::microseconds(from.integer(at)));
    }
};

template <>
struct Column<std::chrono::seconds> {
    static constexpr Cell cell = Cell::integer;

    static void bind(Statement& to, int at, std::chrono::seconds span) {
        to.bind_integer(at, span.count());
    }

    static std::chrono::seconds read(const Statement& from, int at) {
        return std::chrono::seconds(from.integer(at));
    }
};

/// Enums with names(E) beside them are kept by name, so that numbers may change.
template <class E>

requires requires(E value) { names(value); }

struct Column<E> {
    static constexpr Cell cell = Cell::text;

    static void bind(Statement& to, int at, E value) {
        for (const auto& [each, name] : all) {
            if (each == value) return to.bind_text(at, name);
        }
        throw DbError(Trouble::broken, "a value has no name to be kept by");
    }

    static E read(const Statement& from, int at) {
        const auto text = from.text(at);
        for (const auto& [each, name] : all) {
            if (name == text) return each;
        }
        throw DbError(Trouble::broken, "the database holds an unknown name: " + std::string(text));
    }

    static constexpr auto all = names(E{});
};

template <class T>
struct Column<std::optional<T>> {
    static constexpr Cell cell = Column<T>::cell;

    static void bind(Statement& to, int at, const std::optional<T>& value) {
        if (!value) return to.bind_null(at);
        Column<T>::bind(to, at, *value);
    }

    static std::optional<T> read(const Statement& from, int at) {
        if (from.null(at)) return std::nullopt;
        return Column<T>::read(from, at);
    }
};

/// What a stranger sent, as both engines can keep it: PostgreSQL refuses a text that is not UTF-8,
/// and with it the whole transaction. At most `most` bytes.
inline std::string kept_text(std::string_view text, std::size_t most) {
    std::string kept(text.substr(0, most));
    if (is_plain_utf8(kept)) return kept;
    for (auto& c : kept) {
        if (c == '\0' || static_cast<unsigned char>(c) > 0x7E) c = '?';
    }
    return kept;
}

/// Reads a column that the schema says is never null.
template <class T>
T column(const Statement& from, int at) {
    constexpr bool may_be_null = requires(T value) { value.has_value(); };
    if (!may_be_null && from.null(at)) throw DbError(Trouble::broken, "a value is missing");
    return Column<T>::read(from, at);
}

}  // namespace asterism::store
