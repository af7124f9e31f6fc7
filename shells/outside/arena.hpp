#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>

namespace asterism::outside {

/// Memory that is asked of the kernel once and used again: on huge pages, since half the time of a
/// hash in fresh memory is the kernel's, clearing small ones. For one thread at a time.
class Arena {
public:
    explicit Arena(std::size_t bytes) : size_(bytes) {}

    ~Arena();
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    /// Null if there is no memory. More than the arena's size is taken elsewhere, for this once.
    void* take(std::size_t bytes);
    void leave(void* memory, std::size_t bytes);
    /// The pages go back to the kernel; the addresses are kept.
    void give_back();

private:
    void open();

    std::size_t size_;
    void* mapped_ = nullptr;
    std::size_t mapped_bytes_ = 0;
    std::byte* start_ = nullptr;
};

struct ArenaPoolOptions {
    unsigned arenas;
    std::size_t bytes;  ///< of each
    unsigned waiting;   ///< callers that may wait; one more is told app::Busy
    std::chrono::seconds idle;
};

/// A few arenas and the queue before them.
class ArenaPool {
public:
    using Moment = std::chrono::steady_clock::time_point;

    explicit ArenaPool(const ArenaPoolOptions& options);

    struct Slot {
        explicit Slot(std::size_t bytes) : arena(bytes) {}

        Arena arena;
        bool busy = false;
        bool warm = false;  ///< holds memory
        Moment last_used = {};
    };

    /// An arena for the time of the lease's life.
    class Lease {
    public:
        explicit Lease(ArenaPool& pool) : pool_(pool), slot_(pool.lend()) {}

        ~Lease() { pool_.put_back(slot_); }

        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;

        Arena& arena() const { return slot_.arena; }

    private:
        ArenaPool& pool_;
        Slot& slot_;
    };

    /// Gives back the memory of arenas that have been idle for long. How many.
    unsigned trim(Moment now);

private:
    Slot& lend();
    void put_back(Slot& slot);
    Slot* free_slot();
    unsigned trim_held(Moment now);

    const unsigned waiting_room_;
    const std::chrono::seconds idle_;
    std::mutex mutex_;
    std::condition_variable freed_;
    unsigned waiting_ = 0;
    std::deque<Slot> slots_;
};

}  // namespace asterism::outside
