#pragma once

#include "libcore/accounts/cleanup.hpp"
#include "libcore/shop/order_ports.hpp"
#include "libcore/shop/ports.hpp"
#include "libcore/shop/replies.hpp"

namespace asterism::shop {

/// As long as the cookie lives by which a visitor finds his cart.
inline constexpr std::int64_t visitors_cart_days = 365;

/// Nobody finds them any more. In batches, so that others can write meanwhile.
Result<accounts::CleanedUp> purge_carts(Now now, Actor actor, Carts& carts,
                                        const accounts::CleanUp& input);

/// Whoever takes the money tells nothing again that is so old. Nothing hangs on these names but
/// work: an order's session, money and snapshot are its own for ever.
inline constexpr std::int64_t heard_call_days = 90;

Result<accounts::CleanedUp> purge_heard_calls(Now now, Actor actor, HeardCalls& calls,
                                              const accounts::CleanUp& input);

/// In days, as long as a reply is kept.
inline constexpr std::int64_t reply_days = 1;

Result<accounts::CleanedUp> purge_replies(Now now, Actor actor, Replies& replies,
                                          const accounts::CleanUp& input);

inline constexpr UseCases cart_upkeep_cases{
    use_case<&purge_carts>("purge_carts",
                           "Deletes visitors' carts that nobody touched for a year."),
    use_case<&purge_heard_calls>("purge_heard_calls",
                                 "Deletes names of payment calls that were heard 90 days ago."),
    use_case<&purge_replies>("purge_replies",
                             "Deletes what was answered to idempotency keys a day ago."),
};

}  // namespace asterism::shop
