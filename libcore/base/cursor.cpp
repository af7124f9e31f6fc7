#include "libcore/base/cursor.hpp"

#include "libcore/base/entropy.hpp"

namespace asterism {
namespace {

constexpr std::size_t digits = 16;

}  // namespace

std::string cursor_text(const std::array<std::int64_t, 3>& numbers) {
    std::string out;
    for (const auto number : numbers)
        for (std::size_t at = digits; at-- > 0;)
            out += hex_digits[static_cast<std::uint64_t>(number) >> (4 * at) & 0xFU];
    return out;
}

std::optional<std::array<std::int64_t, 3>> read_cursor(std::string_view text) {
    std::array<std::int64_t, 3> out{};
    if (text.size() != digits * out.size()) return std::nullopt;
    for (auto& number : out) {
        std::uint64_t read = 0;
        for (const char c : text.substr(0, digits)) {
            const auto digit = hex_digits.find(c);
            if (digit == hex_digits.npos) return std::nullopt;
            read = read << 4U | digit;
        }
        number = static_cast<std::int64_t>(read);
        text.remove_prefix(digits);
    }
    return out;
}

}  // namespace asterism
