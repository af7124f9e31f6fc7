#include "shells/outside/raster_map.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <ctime>
#include <fcntl.h>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <variant>

#include <sys/stat.h>

#include "libcore/base/entropy.hpp"
#include "libcore/sky/raster.hpp"
#include "shells/outside/descriptor.hpp"
#include "shells/outside/raster_mapping.hpp"

namespace asterism::outside {
namespace {

constexpr std::int64_t pause_ms = 1000;

/// Which file it is, in which state.
struct Identity {
    dev_t device = 0;
    ino_t number = 0;
    off_t bytes = -1;  ///< none: there is no file
    std::int64_t modified_s = 0;
    std::int64_t modified_ns = 0;

    friend bool operator==(const Identity&, const Identity&) = default;
};

Identity identity_of(const struct stat& found) {
    return {found.st_dev, found.st_ino, found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec};
}

/// Cheaper than a clock that is exact: a few nanoseconds.
std::int64_t now_ms() {
    struct timespec now {};

    ::clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

std::string text_of(int error) { return std::generic_category().message(error) + "."; }

std::string hex_of(std::span<const std::byte> bytes) {
    std::string out;
    for (const auto byte : bytes) {
        out += hex_digits[std::to_integer<unsigned>(byte) >> 4U];
        out += hex_digits[std::to_integer<unsigned>(byte) & 15U];
    }
    return out;
}

/// A file that is mapped, and what is read from it.
struct Open {
    RasterMapping mapping;
    sky::Raster raster;
};

/// The raster in the file, or why there is none.
std::variant<Open, std::string> open_raster(const std::string& path, Identity& identity) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));

    struct stat found {};

    if (!file || ::fstat(file.number(), &found) != 0) return text_of(errno);
    identity = identity_of(found);
    if (!S_ISREG(found.st_mode)) return "It is no ordinary file.";
    if (found.st_size == 0) return "It is empty.";
    auto mapping = RasterMapping::of(file.number(), static_cast<std::size_t>(found.st_size));
    if (!mapping) return text_of(errno);
    auto raster = sky::Raster::open(mapping->bytes());
    if (mapping->was_cut()) return "It was cut short while it was opened.";
    if (const auto* flaw = std::get_if<sky::RasterFlaw>(&raster))
        return std::string(sky::text_of(*flaw));
    return Open{*std::move(mapping), std::get<sky::Raster>(std::move(raster))};
}

}  // namespace

/// What the last look at the file told.
struct RasterMap::Told {
    std::optional<Open> open = {};
    Identity identity = {};
    std::string trouble = {};
};

/// Two places for it: while one is read, the other is made anew. Unlike a lock that many share this
/// cannot keep the one waiting who exchanges it, since all who come later read the new one.
struct RasterMap::State {
    struct Place {
        Told told;
        std::atomic<int> readers = 0;
    };

    std::mutex looking;  ///< held by the one who looks at the file
    std::atomic<std::int64_t> due_ms = 0;
    std::array<Place, 2> places;
    std::atomic<unsigned> current = 0;
};

/// Holds on to what is told as long as it lives.
class RasterMap::Reading {
public:
    explicit Reading(State& state) {
        while (true) {
            const unsigned current = state.current;
            place_ = &state.places[current];
            ++place_->readers;
            if (state.current == current) return;
            --place_->readers;  // it was exchanged in between, and may be in the making
        }
    }

    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    ~Reading() { --place_->readers; }

    const Told* operator->() const { return &place_->told; }

private:
    State::Place* place_;
};

RasterMap::RasterMap(std::string path, Report report, bool expected)
    : path_(std::move(path)),
      report_(std::move(report)),
      expected_(expected),
      state_(std::make_unique<State>()) {
    state_->places[0].told.trouble = "No raster is configured.";
    look_again();
}

RasterMap::~RasterMap() = default;

void RasterMap::look_again_if_due() const {
    auto due = state_->due_ms.load(std::memory_order_relaxed);
    const auto now = now_ms();
    if (now < due || path_.empty()) return;
    if (state_->due_ms.compare_exchange_strong(due, now + pause_ms)) look_again();
}

void RasterMap::look_again() const {
    if (path_.empty()) return;
    const std::lock_guard one(state_->looking);
    state_->due_ms = now_ms() + pause_ms;
    const auto& before = state_->places[state_->current].told;
    const bool cut = before.open && before.open->mapping.was_cut();

    struct stat seen {};

    const bool there = ::stat(path_.c_str(), &seen) == 0;
    if (there && identity_of(seen) == before.identity && !cut) return;
    Identity identity;
    auto opened = open_raster(path_, identity);
    auto trouble = opened.index() == 0 ? std::string{} : std::get<std::string>(std::move(opened));
    const bool news = !trouble.empty() && trouble != before.trouble;
    // Nobody is at the other place but those who turn away again.
    auto& next = state_->places[1 - state_->current].told;
    if (auto* open = std::get_if<Open>(&opened)) next.open.emplace(std::move(*open));
    next.identity = identity;
    next.trouble = trouble;
    auto& last = state_->places[state_->current];
    state_->current = 1 - state_->current;
    while (last.readers != 0) std::this_thread::yield();
    last.told.open.reset();
    if (news && report_) report_(trouble);
}

sky::GlowReading RasterMap::at(const sky::Place& place, sky::Sampling sampling) const {
    look_again_if_due();
    const Reading told(*state_);
    if (!told->open) return {};
    const auto& [mapping, raster] = *told->open;
    const auto value = sampling == sky::Sampling::nearest
                           ? raster.nearest(place.latitude, place.longitude)
                           : raster.bilinear(place.latitude, place.longitude);
    if (mapping.was_cut()) {
        state_->due_ms = 0;
        return {};
    }
    if (!value) return {.known = sky::GlowKnown::no_data};
    const auto& facts = raster.facts();
    return {sky::GlowKnown::yes, *value, facts.uncertainty_mag, facts.year, facts.source};
}

sky::GlowKnown RasterMap::at(std::span<const double> latitudes, std::span<const double> longitudes,
                             sky::Sampling sampling, std::span<double> out) const {
    look_again_if_due();
    const Reading told(*state_);
    if (!told->open) return sky::GlowKnown::unavailable;
    const auto& [mapping, raster] = *told->open;
    if (sampling == sky::Sampling::nearest)
        raster.nearest(latitudes, longitudes, out);
    else
        raster.bilinear(latitudes, longitudes, out);
    if (!mapping.was_cut()) return sky::GlowKnown::yes;
    state_->due_ms = 0;
    return sky::GlowKnown::unavailable;
}

sky::LightMapFacts RasterMap::facts() const {
    look_again_if_due();
    const Reading told(*state_);
    if (!told->open) return {.expected = expected_, .trouble = told->trouble};
    const auto& facts = told->open->raster.facts();
    return {.available = true,
            .expected = expected_,
            .source = facts.source,
            .licence = facts.licence,
            .checksum = hex_of(facts.checksum),
            .uncertainty_mag = facts.uncertainty_mag,
            .year = facts.year};
}

}  // namespace asterism::outside
