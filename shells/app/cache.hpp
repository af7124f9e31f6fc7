#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "libcore/base/time.hpp"

namespace asterism::app {

/// A text that was kept, and when.
struct Kept {
    std::string text;
    Instant since;
};

/// Keeps answers that are dear to get. What it holds may be gone at any time; whether it is still
/// good to use is for the reader to say. May be used by many threads at once.
class Cache {
public:
    virtual ~Cache() = default;
    virtual std::optional<Kept> find(std::string_view key, Instant now) = 0;
    /// For `life` at most.
    virtual void keep(std::string_view key, std::string text, Instant now,
                      std::chrono::seconds life) = 0;
};

}  // namespace asterism::app
