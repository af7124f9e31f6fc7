#pragma once

#include "libcore/accounts/policy.hpp"
#include "shells/worker/handler.hpp"

namespace asterism::worker {

/// Judges the account that a task names, in the transaction that ends the task: whatever changes
/// its figures meanwhile has a task of its own, which comes after. The policy must live as long.
Handler badge_handler(const accounts::Policy& policy);

}  // namespace asterism::worker
