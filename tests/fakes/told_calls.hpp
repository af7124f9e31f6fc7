#pragma once

#include <string>

#include "shells/app/payment_calls.hpp"

namespace asterism::tests {

/// Reads every call as a test told it to, and remembers what it was shown.
struct ToldCalls final : app::PaymentCalls {
    app::ReadCall read(std::string_view body, std::string_view signature,
                       Instant now) const override {
        shown = body;
        header = signature;
        at = now;
        return call;
    }

    app::ReadCall call;
    mutable std::string shown;
    mutable std::string header;
    mutable Instant at;
};

}  // namespace asterism::tests
