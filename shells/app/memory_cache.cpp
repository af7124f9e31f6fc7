#include "shells/app/memory_cache.hpp"

#include <utility>

namespace asterism::app {
namespace {

constexpr std::chrono::minutes patience{1};

}  // namespace

std::optional<Kept> MemoryCache::find(std::string_view key, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto found = places_.find(key);
    if (found == places_.end()) return std::nullopt;
    const auto item = found->second;
    // Whoever asks may have looked at the clock a while ago; but one that was set back must not
    // keep things for ever.
    if (now >= item->until || now + patience < item->kept.since) {
        drop(item);
        return std::nullopt;
    }
    items_.splice(items_.begin(), items_, item);
    return item->kept;
}

void MemoryCache::keep(std::string_view key, std::string text, Instant now,
                       std::chrono::seconds life) {
    Item item{std::string(key), {std::move(text), now}, now + life};
    const auto size = size_of(item);
    const std::lock_guard lock(mutex_);
    if (const auto found = places_.find(key); found != places_.end()) drop(found->second);
    if (size > most_) return;
    while (bytes_ + size > most_) drop(std::prev(items_.end()));
    items_.push_front(std::move(item));
    places_.emplace(items_.front().key, items_.begin());
    bytes_ += size;
}

std::size_t MemoryCache::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

std::size_t MemoryCache::size_of(const Item& item) {
    return item.key.size() + item.kept.text.size() + sizeof(Item) + 128;
}

void MemoryCache::drop(Items::iterator item) {
    bytes_ -= size_of(*item);
    places_.erase(item->key);
    items_.erase(item);
}

}  // namespace asterism::app
