#include <algorithm>

#include "libcore/sky/crossings.hpp"

namespace asterism::sky {

namespace {

using std::chrono::days;

/// Most searches end within a day; each stretch is twice the last.
days next_stretch(days stretch) { return std::min(2 * stretch, days{16}); }

}  // namespace

std::optional<Crossing> next_crossing(const Observer& observer, Path path, const Limit& limit,
                                      Way way, Instant from, days within) {
    if (!is_covered(from)) return std::nullopt;
    const Instant end = from + std::min(within, longest_search);
    days stretch{1};
    for (Instant at = from; at < end; at += stretch, stretch = next_stretch(stretch)) {
        const Window window = window_between(at, std::min(end, at + stretch));
        for (const Crossing& event : crossings(observer, path, limit, window).events) {
            if (event.way == way) return event;
        }
    }
    return std::nullopt;
}

std::optional<Crossing> previous_crossing(const Observer& observer, Path path, const Limit& limit,
                                          Way way, Instant before, days within) {
    if (!is_covered(before)) return std::nullopt;
    const Instant start = before - std::min(within, longest_search);
    days stretch{1};
    for (Instant at = before; at > start; at -= stretch, stretch = next_stretch(stretch)) {
        const Window window = window_between(std::max(start, at - stretch), at);
        std::optional<Crossing> last;
        for (const Crossing& event : crossings(observer, path, limit, window).events) {
            if (event.way == way) last = event;
        }
        if (last) return last;
    }
    return std::nullopt;
}

}  // namespace asterism::sky
