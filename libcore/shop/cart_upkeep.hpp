#pragma once

#include "libcore/accounts/cleanup.hpp"
#include "libcore/shop/ports.hpp"

namespace asterism::shop {

/// As long as the cookie lives by which a visitor finds his cart.
inline constexpr std::int64_t visitors_cart_days = 365;

/// Nobody finds them any more. In batches, so that others can write meanwhile.
Result<accounts::CleanedUp> purge_carts(Now now, Actor actor, Carts& carts,
                                        const accounts::CleanUp& input);

inline constexpr UseCases cart_upkeep_cases{
    use_case<&purge_carts>("purge_carts",
                           "Deletes visitors' carts that nobody touched for a year."),
};

}  // namespace asterism::shop
