#include "libcore/shop/identifiers.hpp"

#include <algorithm>

namespace asterism::shop {
namespace {

constexpr std::size_t secret_length = 22;
constexpr std::size_t longest_identifier = 100;

}  // namespace

std::string draw_order_identifier(Entropy& entropy) {
    return "ORD-" + random_text(entropy, lower_alphanumerics, 10);
}

std::string draw_secret(Entropy& entropy) {
    return random_text(entropy, alphanumerics, secret_length);
}

bool is_secret(std::string_view text) {
    return text.size() == secret_length &&
           text.find_first_not_of(alphanumerics) == std::string_view::npos;
}

std::string written(const OrderName& name) {
    return name.secret.empty() ? name.identifier : name.identifier + "-" + name.secret;
}

std::optional<OrderName> read_order_name(std::string_view text) {
    const bool plain = std::ranges::all_of(
        text, [](char c) { return c == '-' || alphanumerics.find(c) != alphanumerics.npos; });
    if (!plain || text.empty() || text.size() > longest_identifier + 1 + secret_length)
        return std::nullopt;
    const auto hyphen = text.rfind('-');
    if (hyphen == text.npos || hyphen == 0 || text.size() - hyphen - 1 != secret_length)
        return OrderName{std::string(text), ""};
    return OrderName{std::string(text.substr(0, hyphen)), std::string(text.substr(hyphen + 1))};
}

}  // namespace asterism::shop
