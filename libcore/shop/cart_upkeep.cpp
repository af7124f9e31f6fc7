#include "libcore/shop/cart_upkeep.hpp"

namespace asterism::shop {

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
