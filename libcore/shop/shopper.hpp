#pragma once

#include <optional>
#include <string>

#include "libcore/base/actor.hpp"
#include "libcore/base/fingerprint.hpp"
#include "libcore/shop/ports.hpp"

namespace asterism::shop {

/// Whoever is signed in, else whoever has a visitor's secret, else nobody.
std::optional<Owner> owner_of(const Fingerprint& fingerprint, const std::optional<Actor>& actor,
                              const std::optional<std::string>& visitor);

/// What the cart is made of now. `usual` stands for a way of shipping that was not chosen; empty:
/// nothing does.
Contents contents_of(Cart cart, const Shelves& shelves, std::string_view usual = {});

}  // namespace asterism::shop
