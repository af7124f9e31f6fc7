#pragma once

#include <list>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "shells/app/cache.hpp"

namespace asterism::app {

/// In this process' memory, of which it takes no more than so many bytes: what was not asked for
/// the longest time makes room.
class MemoryCache final : public Cache {
public:
    explicit MemoryCache(std::size_t most_bytes = 32 * 1024 * 1024) : most_(most_bytes) {}

    std::optional<Kept> find(std::string_view key, Instant now) override;
    void keep(std::string_view key, std::string text, Instant now,
              std::chrono::seconds life) override;

    /// Of all it holds, keys and an estimate of the bookkeeping included.
    std::size_t bytes() const;

private:
    struct Item {
        std::string key;
        Kept kept;
        Instant until;
    };

    using Items = std::list<Item>;

    static std::size_t size_of(const Item& item);
    void drop(Items::iterator item);

    const std::size_t most_;
    mutable std::mutex mutex_;
    Items items_;  ///< what was used last comes first
    std::map<std::string_view, Items::iterator> places_;
    std::size_t bytes_ = 0;
};

}  // namespace asterism::app
