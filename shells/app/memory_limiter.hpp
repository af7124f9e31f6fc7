#pragma once

#include <cstddef>
#include <functional>
#include <memory>

#include "shells/app/limiter.hpp"

namespace asterism::app {

/// The time since this machine started, which nobody sets back.
Moment steady_moment();

/// Counts in this process. Its memory is bounded: beyond `most_buckets` the ones longest unused are
/// forgotten, which takes as many payers (addresses, for IPv6 networks of /64) as that.
class MemoryLimiter final : public Limiter {
public:
    explicit MemoryLimiter(std::function<Moment()> clock = &steady_moment,
                           std::size_t most_buckets = 65'536);
    ~MemoryLimiter() override;

    Receipt charge(const Payer& payer, std::span<const Toll> tolls) override;
    void give_back(const Payer& payer, std::span<const Toll> tolls,
                   const Receipt& receipt) override;

    /// Buckets kept just now; never more than was allowed.
    std::size_t buckets() const;

private:
    struct Shard;

    Shard& shard_of(const Payer& payer) const;

    std::function<Moment()> clock_;
    std::unique_ptr<Shard[]> shards_;
};

}  // namespace asterism::app
