#pragma once

#include "libcore/shop/order_ports.hpp"
#include "shells/worker/handler.hpp"

namespace asterism::worker {

/// Closes counters at which nobody should pay any more. Null: nobody takes money here, and there is
/// none to be closed.
Handler close_counter_handler(const shop::Payments* payments);

}  // namespace asterism::worker
