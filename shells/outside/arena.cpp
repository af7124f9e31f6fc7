#include "shells/outside/arena.hpp"

#include <algorithm>
#include <cstdint>

#include <sys/mman.h>

#include "shells/app/store.hpp"

namespace asterism::outside {
namespace {

constexpr std::size_t huge_page = std::size_t{2} << 20U;

void* map(std::size_t bytes) {
    void* out = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return out == MAP_FAILED ? nullptr : out;
}

}  // namespace

Arena::~Arena() {
    if (mapped_) ::munmap(mapped_, mapped_bytes_);
}

void Arena::open() {
    const auto whole_pages = (size_ + huge_page - 1) / huge_page * huge_page;
    mapped_bytes_ = whole_pages + huge_page;
    mapped_ = map(mapped_bytes_);
    if (!mapped_) return;
    const auto address = reinterpret_cast<std::uintptr_t>(mapped_);
    const auto aligned = (address + huge_page - 1) / huge_page * huge_page;
    start_ = static_cast<std::byte*>(mapped_) + (aligned - address);
    ::madvise(start_, whole_pages, MADV_HUGEPAGE);  // a kernel without them does no harm
    ::madvise(start_, whole_pages, MADV_DONTDUMP);
}

void* Arena::take(std::size_t bytes) {
    if (bytes > size_) return map(bytes);
    if (!mapped_) open();
    return start_;
}

void Arena::leave(void* memory, std::size_t bytes) {
    if (memory && memory != start_) ::munmap(memory, bytes);
}

void Arena::give_back() {
    if (mapped_) ::madvise(mapped_, mapped_bytes_, MADV_DONTNEED);
}

ArenaPool::ArenaPool(const ArenaPoolOptions& options)
    : waiting_room_(options.waiting), idle_(options.idle) {
    for (unsigned i = 0; i < std::max(options.arenas, 1U); ++i) slots_.emplace_back(options.bytes);
}

unsigned ArenaPool::trim(Moment now) {
    const std::lock_guard lock(mutex_);
    return trim_held(now);
}

/// The first free one, so that the later ones may fall idle.
ArenaPool::Slot* ArenaPool::free_slot() {
    const auto found = std::ranges::find(slots_, false, &Slot::busy);
    return found == slots_.end() ? nullptr : &*found;
}

ArenaPool::Slot& ArenaPool::lend() {
    std::unique_lock lock(mutex_);
    if (!free_slot()) {
        if (waiting_ >= waiting_room_) throw app::Busy("too many passwords to look at");
        ++waiting_;
        freed_.wait(lock, [this] { return free_slot() != nullptr; });
        --waiting_;
    }
    Slot& slot = *free_slot();
    slot.busy = true;
    return slot;
}

void ArenaPool::put_back(Slot& slot) {
    {
        const std::lock_guard lock(mutex_);
        slot.busy = false;
        slot.warm = true;
        slot.last_used = std::chrono::steady_clock::now();
        trim_held(slot.last_used);
    }
    freed_.notify_one();
}

unsigned ArenaPool::trim_held(Moment now) {
    unsigned trimmed = 0;
    for (Slot& slot : slots_) {
        if (slot.busy || !slot.warm || now - slot.last_used < idle_) continue;
        slot.arena.give_back();
        slot.warm = false;
        ++trimmed;
    }
    return trimmed;
}

}  // namespace asterism::outside
