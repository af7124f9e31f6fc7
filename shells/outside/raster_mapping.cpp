#include "shells/outside/raster_mapping.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <mutex>
#include <utility>

#include <sys/mman.h>

namespace asterism::outside {
namespace {

/// One mapping that the handler looks after. `bytes` is set before `begin` and cleared after it.
struct Watch {
    std::atomic<void*> begin = nullptr;
    std::atomic<std::size_t> bytes = 0;
    std::atomic<bool> taken = false;
    std::atomic<bool> cut = false;
};

static_assert(std::atomic<void*>::is_always_lock_free);  // a handler may take no lock
static_assert(std::atomic<bool>::is_always_lock_free);

constexpr std::size_t none = SIZE_MAX;

// What a signal handler reads must be reachable without an argument.
std::array<Watch, 64> watches;
struct sigaction before;

void pass_on(int signal, siginfo_t* info, void* context) {
    if ((before.sa_flags & SA_SIGINFO) != 0) return before.sa_sigaction(signal, info, context);
    if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN)
        return before.sa_handler(signal);
    ::signal(signal, SIG_DFL);
    ::raise(signal);  // waits until this handler is left, and ends the process then
}

std::uintptr_t number_of(const void* address) { return reinterpret_cast<std::uintptr_t>(address); }

void on_bus_error(int signal, siginfo_t* info, void* context) {
    const int kept = errno;
    const auto address = number_of(info->si_addr);
    for (auto& watch : watches) {
        void* const begin = watch.begin.load();
        const auto bytes = watch.bytes.load();
        if (!begin || address < number_of(begin) || address - number_of(begin) >= bytes) continue;
        watch.cut.store(true);
        // All of it: what is left of the file is of no more use.
        if (::mmap(begin, bytes, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE,
                   -1, 0) == MAP_FAILED)
            break;
        errno = kept;
        return;
    }
    errno = kept;
    pass_on(signal, info, context);
}

void handle_bus_errors() {
    static std::once_flag once;
    std::call_once(once, [] {
        struct sigaction action {};

        action.sa_sigaction = &on_bus_error;
        action.sa_flags = SA_SIGINFO | SA_RESTART;
        ::sigemptyset(&action.sa_mask);
        ::sigaction(SIGBUS, nullptr, &before);
        ::sigaction(SIGBUS, &action, nullptr);
    });
}

/// A free place in the table, or `none`.
std::size_t take_watch(void* begin, std::size_t bytes) {
    for (std::size_t at = 0; at < watches.size(); ++at) {
        auto& watch = watches[at];
        if (watch.taken.exchange(true)) continue;
        watch.cut.store(false);
        watch.bytes.store(bytes);
        watch.begin.store(begin);
        return at;
    }
    return none;
}

}  // namespace

std::optional<RasterMapping> RasterMapping::of(int descriptor, std::size_t bytes) {
    handle_bus_errors();
    void* const place = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, descriptor, 0);
    if (place == MAP_FAILED) return std::nullopt;
    const auto watch = take_watch(place, bytes);
    if (watch == none) {
        ::munmap(place, bytes);
        errno = EMFILE;
        return std::nullopt;
    }
    return RasterMapping({static_cast<const std::byte*>(place), bytes}, watch);
}

RasterMapping::RasterMapping(RasterMapping&& other) noexcept
    : bytes_(std::exchange(other.bytes_, {})), watch_(std::exchange(other.watch_, none)) {}

RasterMapping::~RasterMapping() {
    if (watch_ == none) return;
    auto& watch = watches[watch_];
    watch.begin.store(nullptr);
    watch.bytes.store(0);
    ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
    watch.taken.store(false);
}

bool RasterMapping::was_cut() const {
    return watch_ != none && watches[watch_].cut.load(std::memory_order_relaxed);
}

}  // namespace asterism::outside
