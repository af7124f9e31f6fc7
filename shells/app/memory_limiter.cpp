#include "shells/app/memory_limiter.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace asterism::app {
namespace {

constexpr std::size_t shard_count = 16;

struct Key {
    Payer payer;
    std::uint64_t limit;

    bool operator==(const Key&) const = default;
};

/// Both parts are digests already.
struct Mixed {
    std::size_t operator()(const Key& key) const { return key.payer[1] ^ key.limit; }
};

using Buckets = std::unordered_map<Key, Bucket, Mixed>;

}  // namespace

/// All buckets of a payer are in one shard, so that one lock covers what is charged together.
struct MemoryLimiter::Shard {
    std::mutex door;
    Buckets used;    ///< since the last turn
    Buckets unused;  ///< not since then: forgotten at the next turn
    std::size_t most = 0;

    /// The bucket, if there is one.
    Bucket* find(const Key& key) {
        if (const auto found = used.find(key); found != used.end()) return &found->second;
        auto kept = unused.extract(key);
        return kept ? &keep(std::move(kept)) : nullptr;
    }

    Bucket& find_or_make(const Key& key) {
        if (Bucket* found = find(key)) return *found;
        turn();
        return used[key];
    }

private:
    Bucket& keep(Buckets::node_type&& bucket) {
        turn();
        return used.insert(std::move(bucket)).position->second;
    }

    void turn() {
        if (used.size() >= most) unused = std::exchange(used, {});
    }
};

Payer payer_of(const Signer& signer, std::string_view whom) {
    const auto digest = signer.sign(whom);
    Payer out{};
    std::memcpy(out.data(), digest.data(), std::min(sizeof out, digest.size()));
    return out;
}

Moment steady_moment() {
    return std::chrono::floor<Moment>(std::chrono::steady_clock::now().time_since_epoch());
}

MemoryLimiter::MemoryLimiter(std::function<Moment()> clock, std::size_t most_buckets)
    : clock_(std::move(clock)), shards_(std::make_unique<Shard[]>(shard_count)) {
    for (std::size_t i = 0; i < shard_count; ++i)
        shards_[i].most = std::max<std::size_t>(most_buckets / shard_count / 2, 1);
}

MemoryLimiter::~MemoryLimiter() = default;

MemoryLimiter::Shard& MemoryLimiter::shard_of(const Payer& payer) const {
    return shards_[payer[0] % shard_count];
}

Receipt MemoryLimiter::charge(const Payer& payer, std::span<const Toll> tolls) {
    Shard& shard = shard_of(payer);
    const std::lock_guard held(shard.door);
    Receipt receipt{{}, clock_()};  // within the lock, so that no time comes before an earlier one
    for (const Toll& toll : tolls)
        if (Bucket* bucket = shard.find({payer, toll.limit}))
            receipt.wait = std::max(receipt.wait, bucket->wait(toll.rate, receipt.at));
    if (!receipt) return receipt;
    for (const Toll& toll : tolls)
        shard.find_or_make({payer, toll.limit}).add(toll.rate, receipt.at);
    return receipt;
}

void MemoryLimiter::give_back(const Payer& payer, std::span<const Toll> tolls,
                              const Receipt& receipt) {
    Shard& shard = shard_of(payer);
    const std::lock_guard held(shard.door);
    const Moment now = clock_();
    for (const Toll& toll : tolls)
        if (Bucket* bucket = shard.find({payer, toll.limit}))
            bucket->take_back(toll.rate, receipt.at, now);
}

std::size_t MemoryLimiter::buckets() const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < shard_count; ++i) {
        const std::lock_guard held(shards_[i].door);
        count += shards_[i].used.size() + shards_[i].unused.size();
    }
    return count;
}

}  // namespace asterism::app
