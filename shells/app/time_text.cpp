#include "shells/app/time_text.hpp"

#include <array>
#include <charconv>

namespace asterism::app {
namespace {

using namespace std::chrono;

/// Takes `width` digits off the front.
std::optional<int> digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) return std::nullopt;
    int out = 0;
    for (const char c : text.substr(0, width)) {
        if (c < '0' || c > '9') return std::nullopt;
        out = out * 10 + (c - '0');
    }
    text.remove_prefix(width);
    return out;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

void append_padded(std::string& out, std::int64_t number, std::size_t width) {
    std::array<char, 24> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    const auto length = static_cast<std::size_t>(end - buffer.data());
    out.append(width > length ? width - length : 0, '0').append(buffer.data(), end);
}

std::optional<Date> take_date(std::string_view& text) {
    const auto y = digits(text, 4);
    if (!y || !take(text, '-')) return std::nullopt;
    const auto m = digits(text, 2);
    if (!m || !take(text, '-')) return std::nullopt;
    const auto d = digits(text, 2);
    if (!d) return std::nullopt;
    const Date date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (*y < 1 || !date.ok()) return std::nullopt;
    return date;
}

/// Hours and minutes, as an offset or the head of a time of day.
std::optional<minutes> take_minutes(std::string_view& text) {
    const auto h = digits(text, 2);
    if (!h || *h > 23 || !take(text, ':')) return std::nullopt;
    const auto m = digits(text, 2);
    if (!m || *m > 59) return std::nullopt;
    return hours{*h} + minutes{*m};
}

std::optional<microseconds> take_fraction(std::string_view& text) {
    microseconds out{0};
    if (!take(text, '.')) return out;
    std::int64_t unit = 100'000;
    std::size_t count = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        out += microseconds{(text.front() - '0') * unit};
        unit /= 10;
        ++count;
        text.remove_prefix(1);
    }
    if (count == 0 || count > 9) return std::nullopt;
    return out;
}

std::optional<minutes> take_offset(std::string_view& text) {
    if (take(text, 'Z') || take(text, 'z')) return minutes{0};
    const bool west = text.starts_with('-');
    if (!west && !text.starts_with('+')) return std::nullopt;
    text.remove_prefix(1);
    const auto size = take_minutes(text);
    if (!size) return std::nullopt;
    return west ? -*size : *size;
}

}  // namespace

void append_date(std::string& out, Date date) {
    append_padded(out, int{date.year()}, 4);
    out += '-';
    append_padded(out, unsigned{date.month()}, 2);
    out += '-';
    append_padded(out, unsigned{date.day()}, 2);
}

void append_instant(std::string& out, Instant at) {
    const auto midnight = floor<days>(at);
    const hh_mm_ss time{at - midnight};
    append_date(out, Date{midnight});
    out += 'T';
    append_padded(out, time.hours().count(), 2);
    out += ':';
    append_padded(out, time.minutes().count(), 2);
    out += ':';
    append_padded(out, time.seconds().count(), 2);
    if (time.subseconds().count() != 0) {
        out += '.';
        append_padded(out, time.subseconds().count(), 6);
    }
    out += 'Z';
}

std::optional<Date> read_date(std::string_view text) {
    const auto date = take_date(text);
    return text.empty() ? date : std::nullopt;
}

std::optional<Instant> read_instant(std::string_view text) {
    const auto date = take_date(text);
    if (!date || (!take(text, 'T') && !take(text, 't'))) return std::nullopt;
    const auto time = take_minutes(text);
    if (!time || !take(text, ':')) return std::nullopt;
    const auto second = digits(text, 2);
    if (!second || *second > 59) return std::nullopt;
    const auto fraction = take_fraction(text);
    if (!fraction) return std::nullopt;
    const auto offset = take_offset(text);
    if (!offset || !text.empty()) return std::nullopt;
    const auto at = Instant{sys_days{*date}} + *time + seconds{*second} + *fraction - *offset;
    const auto there = Date{floor<days>(at)}.year();  // the offset may lead out of the years
    if (there < year{1} || there > year{9999}) return std::nullopt;
    return at;
}

}  // namespace asterism::app
