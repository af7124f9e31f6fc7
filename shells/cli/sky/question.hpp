#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/time.hpp"
#include "shells/app/codec_leaf.hpp"
#include "shells/app/time_text.hpp"
#include "shells/cli/arguments.hpp"

namespace asterism::cli {

/// In what form an answer is wanted.
enum class Paper : std::uint8_t { table, json, csv, ics };

/// Throws Trouble if several are asked for.
Paper paper_of(const Arguments& given);

/// The flag, without dashes, of a use case's field: `lat` of latitude, `growth-year` of
/// growth_year.
std::string sky_flag(std::string_view field);

// What a flag's text stands for; none if for nothing of the type.

template <class Number>

requires std::integral<Number> || std::floating_point<Number> std::optional<Number> read_as(
    std::string_view text, Number) {
    Number out{};
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return out;
}

inline std::optional<Instant> read_as(std::string_view text, Instant) {
    return app::read_instant(text);
}

inline std::optional<Date> read_as(std::string_view text, Date) { return app::read_date(text); }

/// A flag that is there.
inline std::optional<bool> read_as(std::string_view text, bool) { return text == "true"; }

template <app::Named Enum>
std::optional<Enum> read_as(std::string_view text, Enum) {
    for (const auto& [value, name] : names(Enum{}))
        if (name == text) return value;
    return {};
}

/// Parts between commas.
template <class Item>
std::optional<std::vector<Item>> read_as(std::string_view text, const std::vector<Item>&) {
    std::vector<Item> out;
    for (std::size_t begin = 0, end = 0; end != std::string_view::npos; begin = end + 1) {
        end = text.find(',', begin);
        const auto item = read_as(text.substr(begin, end - begin), Item{});
        if (!item) return {};
        out.push_back(*item);
    }
    return out;
}

template <class Value>
std::optional<std::optional<Value>> read_as(std::string_view text, const std::optional<Value>&) {
    if (auto value = read_as(text, Value{})) return value;
    return {};
}

/// What such a text looks like.
constexpr std::string_view example_of(double) { return "46.05"; }

constexpr std::string_view example_of(bool) { return "true"; }

constexpr std::string_view example_of(int) { return "30"; }

constexpr std::string_view example_of(Instant) { return "2026-11-21T18:00:00Z"; }

constexpr std::string_view example_of(Date) { return "2026-11-21"; }

template <app::Named Enum>
constexpr std::string_view example_of(Enum) {
    return names(Enum{})[0].second;
}

template <class Item>
constexpr std::string_view example_of(const std::vector<Item>&) {
    return example_of(Item{});
}

template <class Value>
constexpr std::string_view example_of(const std::optional<Value>&) {
    return example_of(Value{});
}

[[noreturn]] void refuse_flag(std::string_view flag, std::string_view text, std::string_view about,
                              std::string_view example);

/// The input of a use case off the flags that are named like its fields. Throws Trouble for a text
/// that is nothing of the field's type; whether it is in range is the use case's to say.
template <class Input>
Input question_of(const Arguments& given) {
    Input out{};
    Input::fields(
        [&]<class Value>(std::string_view name, Value Input::*member, std::string_view about) {
            const auto flag = sky_flag(name);
            if (!given.has(flag)) return;
            const auto text = given.text(flag);
            auto value = read_as(text, Value{});
            if (!value) refuse_flag(flag, text, about, example_of(Value{}));
            out.*member = std::move(*value);
        });
    return out;
}

}  // namespace asterism::cli
