#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "libcore/base/time.hpp"
#include "libcore/shop/settling.hpp"

namespace asterism::app {

/// What can be said of a call before the shop is asked anything.
enum class CallVerdict : std::uint8_t {
    news,           ///< it tells of a payment
    passed_over,    ///< signed, and of something that we do not follow
    unreadable,     ///< signed, and no document at all
    not_signed,     ///< by nobody we know, or too long ago
    not_configured  ///< nobody could have signed it
};

struct ReadCall {
    CallVerdict verdict = CallVerdict::passed_over;
    std::optional<shop::PaymentNews> news = {};
};

/// Reads the calls of whoever takes the money. May be used by many threads at once.
class PaymentCalls {
public:
    virtual ~PaymentCalls() = default;
    /// The signature is judged over the body's very bytes.
    virtual ReadCall read(std::string_view body, std::string_view signature, Instant now) const = 0;
};

}  // namespace asterism::app
