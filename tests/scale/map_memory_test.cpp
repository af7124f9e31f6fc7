#include <atomic>
#include <cstdlib>
#include <malloc.h>
#include <new>

#include <doctest/doctest.h>

#include "tests/scale/many_places.hpp"
#include "tests/scale/rig.hpp"

namespace asterism::scale {
namespace {

std::atomic<std::int64_t> held = 0;
std::atomic<std::int64_t> most = 0;

void count(void* memory) {
    const auto now = held += static_cast<std::int64_t>(::malloc_usable_size(memory));
    for (auto before = most.load(); now > before && !most.compare_exchange_weak(before, now);) {
    }
}

}  // namespace
}  // namespace asterism::scale

void* operator new(std::size_t size) {
    void* const memory = std::malloc(size);
    if (!memory) throw std::bad_alloc();
    asterism::scale::count(memory);
    return memory;
}

void operator delete(void* memory) noexcept {
    if (!memory) return;
    asterism::scale::held -= static_cast<std::int64_t>(::malloc_usable_size(memory));
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

namespace asterism::scale {
namespace {

using store::testing::PostgresDatabase;
using store::testing::SqliteDatabase;

/// The driver's own memory, which is not counted here, is that of one batch, however many places
/// there are.
TEST_CASE_TEMPLATE("map: is made of 200,000 places in less than three times its own memory", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Rig<Kind> rig;
    fill(rig.engine, rig.ada, 200'000);
    for (const auto* target : {"/v1/places/map", "/api/locations/map_geojson/"}) {
        CAPTURE(target);
        const auto before = held.load();
        most = before;
        const auto map = rig.ask(target);
        CHECK(map.status == 200);
        const auto size = static_cast<std::int64_t>(map.content().size());
        CHECK(size > 50'000'000);
        CHECK(most - before < 3 * size);
        MESSAGE("peak memory, times the output: ",
                static_cast<double>(most - before) / static_cast<double>(size));
    }
}

}  // namespace
}  // namespace asterism::scale
