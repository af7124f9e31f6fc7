#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libcore/base/entropy.hpp"

namespace asterism::shop {

/// "ORD-" and 10 small letters and digits: for people, and no secret. Drawn again where it is
/// taken.
std::string draw_order_identifier(Entropy& entropy);

/// 22 letters and digits, 130 bits: a visitor's cart, a snapshot, a guest's order. Whoever has it
/// may.
std::string draw_secret(Entropy& entropy);

/// Whether it can be one.
bool is_secret(std::string_view text);

/// How an order is asked for: by its identifier, with a guest's secret behind it.
struct OrderName {
    std::string identifier;
    std::string secret;  ///< empty: none

    friend bool operator==(const OrderName&, const OrderName&) = default;
};

/// "ORD-abc123def4-" and the secret. Letters, digits and hyphens, so that it stands in a link as it
/// is.
std::string written(const OrderName& name);
/// Nothing where it cannot be the name of an order.
std::optional<OrderName> read_order_name(std::string_view text);

}  // namespace asterism::shop
