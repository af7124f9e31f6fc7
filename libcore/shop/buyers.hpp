#pragma once

#include "libcore/base/entropy.hpp"
#include "libcore/crm/types.hpp"
#include "libcore/shop/plan.hpp"

namespace asterism::shop {

/// Whoever ordered as a guest, as somebody whom we know: written to about nothing but the order
/// until he agrees. None where there is an account, or no address that can be written to. Where the
/// address is known already, adding this tells the store no more than the names.
std::optional<crm::Contact> buyer_of(const OrderRecord& order, Entropy& entropy, Instant now);

}  // namespace asterism::shop
