#include "libcore/shop/cart_upkeep.hpp"

namespace asterism::shop {
namespace {

constexpr std::int64_t rows_at_once = 1'000;

/// Of names of calls, or replies.
template <class Rows>
Result<accounts::CleanedUp> purged(const Result<Instant>& before, Rows& rows,
                                   const accounts::CleanUp& input) {
    if (!before) return before.error();
    if (input.dry_run.value_or(false)) return accounts::CleanedUp{rows.count(*before), false};
    const auto count = rows.forget(*before, rows_at_once);
    return accounts::CleanedUp{count, count == rows_at_once};
}

}  // namespace

Result<accounts::CleanedUp> purge_heard_calls(Now now, Actor actor, HeardCalls& calls,
                                              const accounts::CleanUp& input) {
    return purged(accounts::cut_off(actor, now, input, heard_call_days), calls, input);
}

Result<accounts::CleanedUp> purge_replies(Now now, Actor actor, Replies& replies,
                                          const accounts::CleanUp& input) {
    return purged(accounts::cut_off(actor, now, input, reply_days), replies, input);
}

Result<accounts::CleanedUp> purge_carts(Now now, Actor actor, Carts& carts,
                                        const accounts::CleanUp& input) {
    constexpr std::int64_t carts_at_once = 1'000;
    const auto before = accounts::cut_off(actor, now, input, visitors_cart_days);
    if (!before) return before.error();
    if (input.dry_run.value_or(false))
        return accounts::CleanedUp{carts.count_stale(*before), false};
    const auto count = carts.drop_stale(*before, carts_at_once);
    return accounts::CleanedUp{count, count == carts_at_once};
}

}  // namespace asterism::shop
