#include "libcore/base/money.hpp"

#include <algorithm>
#include <charconv>

namespace asterism {

Result<Money> add(Money a, Money b) {
    if (a.currency != b.currency) return currency_mismatch;
    Money sum{0, a.currency};
    if (__builtin_add_overflow(a.minor, b.minor, &sum.minor)) return money_overflow;
    return sum;
}

Result<Money> subtract(Money a, Money b) {
    if (a.currency != b.currency) return currency_mismatch;
    Money rest{0, a.currency};
    if (__builtin_sub_overflow(a.minor, b.minor, &rest.minor)) return money_overflow;
    return rest;
}

Result<Money> times(Money unit, std::int64_t count) {
    Money total{0, unit.currency};
    if (__builtin_mul_overflow(unit.minor, count, &total.minor)) return money_overflow;
    return total;
}

Result<Money> share(Money whole, std::int64_t basis_points) {
    const auto scaled = times(whole, basis_points);
    if (!scaled) return scaled.error();
    const std::int64_t half = scaled->minor < 0 ? -5'000 : 5'000;
    Money rounded{0, whole.currency};
    if (__builtin_add_overflow(scaled->minor, half, &rounded.minor)) return money_overflow;
    rounded.minor /= 10'000;
    return rounded;
}

Result<std::vector<Money>> split(Money total, std::int64_t parts) {
    if (parts < 1 || parts > 10'000) return bad_parts;
    const std::int64_t each = total.minor / parts;
    const std::int64_t rest = total.minor % parts;  // has the total's sign
    std::vector<Money> out(static_cast<std::size_t>(parts), Money{each, total.currency});
    if (rest > 0)
        for (std::int64_t i = 0; i < rest; ++i) ++out[static_cast<std::size_t>(i)].minor;
    else
        for (std::int64_t i = parts + rest; i < parts; ++i)
            --out[static_cast<std::size_t>(i)].minor;
    return out;
}

Result<Money> parse_money(std::string_view text, Currency currency) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    auto cents = point == text.npos ? std::string() : std::string(text.substr(point + 1));
    const auto digits = [](std::string_view part) {
        return !part.empty() &&
               std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    };
    if (!digits(whole) || (point != text.npos && (!digits(cents) || cents.size() > 2)))
        return bad_amount;
    cents.resize(2, '0');
    const auto all = (negative ? "-" : "") + std::string(whole) + cents;
    Money out{0, currency};
    if (std::from_chars(all.data(), all.data() + all.size(), out.minor).ec != std::errc{})
        return money_overflow;
    return out;
}

std::string decimal(Money amount) {
    auto digits = std::to_string(amount.minor);
    const std::string sign = amount.minor < 0 ? "-" : "";
    digits.erase(0, sign.size());
    if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
    return sign + digits.insert(digits.size() - 2, ".");
}

}  // namespace asterism
