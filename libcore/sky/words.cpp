#include "libcore/sky/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace asterism::sky {

std::string two_digits(std::int64_t number) {
    const auto digit = [](std::int64_t value) { return static_cast<char>('0' + value % 10); };
    return {digit(number / 10), digit(number)};
}

std::string date_text(Date day) {
    const int year = int{day.year()};
    return two_digits(year / 100) + two_digits(year % 100) + '-' +
           two_digits(unsigned{day.month()}) + '-' + two_digits(unsigned{day.day()});
}

std::string fixed_text(double value, int decimals) {
    std::array<char, 340> text{};  // the longest double has 309 digits before its point
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value,
                                            std::chars_format::fixed, decimals);
    return {text.data(), error == std::errc{} ? end : text.data()};
}

std::string duration_text(double minutes) {
    const auto whole = static_cast<std::int64_t>(std::llround(minutes));
    const std::string rest = std::to_string(whole % 60) + " min";
    return whole < 60 ? rest : std::to_string(whole / 60) + " h " + rest;
}

std::string spaced(std::string_view name) {
    std::string out(name);
    std::ranges::replace(out, '_', ' ');
    return out;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] -= 'a' - 'A';
    return text;
}

}  // namespace asterism::sky
