#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/badges/ports.hpp"
#include "libcore/badges/rules.hpp"
#include "libcore/base/tasks.hpp"

namespace asterism::badges {

/// Judges an account. Its payload is the account's number, and so is its key: all figures are one
/// statement, so a task for each sort of badge would only be the same work many times.
inline constexpr std::string_view evaluate_task = "badge.evaluate";

Standard standard_of(const accounts::Policy& policy, Now now);

/// Judges an account by its rows: gives what is deserved, and takes what no longer is. The badges
/// that are new. To do so twice, or for an account that has gone, does nothing.
std::vector<BadgeId> evaluate(const Standard& standard, const Deeds& deeds, Awards& awards,
                              AccountId account);

/// Has an account judged once what happens now is committed.
void ask(Tasks& tasks, Now now, AccountId account);

}  // namespace asterism::badges
