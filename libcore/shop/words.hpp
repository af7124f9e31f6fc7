#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/accounts/context.hpp"
#include "libcore/base/money.hpp"
#include "libcore/shop/supply.hpp"

namespace asterism::shop {

// What the staff write is told as it is, so it is only kept within bounds.

/// From one character to so many, on one line.
bool is_line(std::string_view text, std::size_t most);
/// Up to so many characters, on several lines.
bool is_text(std::string_view text, std::size_t most);
/// Letters, digits, hyphens and underscores, 1 to 100.
bool is_identifier(std::string_view text);
/// Of this house ("/img/x.jpg") or another ("https://..."), up to 500 characters.
bool is_shop_link(std::string_view text);

/// "3.50" from 0.00 to the dearest; refused at that field.
Result<Money> read_amount(std::string_view text, Currency currency, std::string_view field);

/// A supply of which so many are left now; none: nobody counts.
Result<Supply> recounted(Supply supply, std::optional<std::int64_t> left);

/// A line of the log about what the staff did.
void note_deed(const accounts::Run& run, const Actor& actor, std::string_view type,
               std::initializer_list<std::pair<std::string_view, std::string_view>> about);

}  // namespace asterism::shop
