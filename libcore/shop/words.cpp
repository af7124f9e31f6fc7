#include "libcore/shop/words.hpp"

#include <algorithm>

#include "libcore/audit/words.hpp"
#include "libcore/base/text.hpp"
#include "libcore/shop/faults.hpp"
#include "libcore/shop/prices.hpp"

namespace asterism::shop {
namespace {

constexpr std::int64_t most_stock = 1'000'000'000;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

}  // namespace

bool is_line(std::string_view text, std::size_t most) {
    return !trimmed(text).empty() && is_text(text, most) && std::ranges::none_of(text, is_control);
}

bool is_text(std::string_view text, std::size_t most) {
    return text.size() <= 4 * most && is_plain_utf8(text) && code_points(text) <= most;
}

bool is_identifier(std::string_view text) {
    return !text.empty() && text.size() <= 100 && std::ranges::all_of(text, [](char c) {
        return c == '-' || c == '_' || alphanumerics.find(c) != alphanumerics.npos;
    });
}

bool is_shop_link(std::string_view text) {
    const bool begins =
        text.starts_with("https://") || (text.starts_with('/') && !text.starts_with("//"));
    return begins && is_line(text, 500) && text.find(' ') == text.npos;
}

Result<Money> read_amount(std::string_view text, Currency currency, std::string_view field) {
    const auto amount = parse_money(text, currency);
    if (!amount) return field_error(*amount.error().fault, field);
    if (amount->minor < 0 || amount->minor > dearest) return field_error(bad_price, field);
    return *amount;
}

Result<Supply> recounted(Supply supply, std::optional<std::int64_t> left) {
    if (left && (*left < 0 || *left > most_stock)) return bad_stock;
    if (left && *left < supply.held) return held_by_buyers;
    supply.left = left;
    return supply;
}

void note_deed(const accounts::Run& run, const Actor& actor, std::string_view type,
               std::initializer_list<std::pair<std::string_view, std::string_view>> about) {
    audit::Event event{type, true, actor.account};
    event.metadata = audit::words(about);
    run.trail.note(std::move(event));
}

}  // namespace asterism::shop
