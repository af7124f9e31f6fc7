#include <cmath>
#include <cstring>
#include <limits>
#include <random>

#include <doctest/doctest.h>

#include "libcore/sky/raster_format.hpp"
#include "tests/sky/raster_bytes.hpp"

namespace asterism::sky {

namespace {

namespace format = raster_format;
using tests::facts_of;
using tests::raster_bytes;

using Bytes = std::vector<std::byte>;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double hills(std::uint32_t column, std::uint32_t row) { return 0.1 * (1 + column + row); }

std::optional<RasterFlaw> flaw_of(const Bytes& bytes) {
    const auto opened = Raster::open(bytes);
    const auto* flaw = std::get_if<RasterFlaw>(&opened);
    return flaw ? std::optional(*flaw) : std::nullopt;
}

void renew_crc(Bytes& bytes) {
    std::fill_n(bytes.begin() + 12, 4, std::byte{0});
    const auto crc = format::crc32(std::span(bytes).first(format::header_bytes));
    for (std::size_t n = 0; n < 4; ++n)
        bytes[12 + n] = static_cast<std::byte>(crc >> (8 * n) & 0xFF);
}

}  // namespace

TEST_CASE("raster: whatever byte of its header is changed, it is refused") {
    const auto whole = raster_bytes(facts_of(36, 18, 90, 5), hills);
    REQUIRE_FALSE(flaw_of(whole).has_value());
    for (std::size_t place = 0; place < format::header_bytes; ++place) {
        auto bytes = whole;
        bytes[place] ^= std::byte{0x41};
        const auto flaw = flaw_of(bytes);
        REQUIRE(flaw.has_value());
        CHECK(*flaw == (place < 8    ? RasterFlaw::other_format
                        : place < 12 ? RasterFlaw::other_version
                                     : RasterFlaw::damaged_header));
    }
}

TEST_CASE("raster: figures that make no sense are refused even under a right checksum") {
    const auto whole = raster_bytes(facts_of(36, 18, 90, 5), hills);
    constexpr std::size_t doubles[]{24, 32, 40, 48, 56, 64, 72};
    for (const auto place : doubles)
        for (const double odd : {nothing, HUGE_VAL, -HUGE_VAL, -1e9, 1e9}) {
            auto bytes = whole;
            std::memcpy(bytes.data() + place, &odd, sizeof odd);
            renew_crc(bytes);
            CHECK(flaw_of(bytes) == RasterFlaw::bad_header);
        }
    for (const std::size_t place : {16, 20, 80, 84, 88})
        for (const std::uint32_t odd : {0U, 0x7FFF'FFFFU, 0x8000'0001U, 0xFFFF'FFFFU}) {
            if (place == 80 && odd == 0) continue;  // a year that nobody said
            auto bytes = whole;
            std::memcpy(bytes.data() + place, &odd, sizeof odd);
            renew_crc(bytes);
            CHECK(flaw_of(bytes) == RasterFlaw::bad_header);
        }
}

TEST_CASE("raster: a file that is cut anywhere, or goes on, is refused") {
    const auto whole = raster_bytes(facts_of(200, 100, 85, 1), hills);
    for (std::size_t length = 0; length < whole.size(); length += 997)
        CHECK(flaw_of({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)}) ==
              (length < format::header_bytes ? RasterFlaw::too_short : RasterFlaw::other_length));
    auto longer = whole;
    longer.push_back({});
    CHECK(flaw_of(longer) == RasterFlaw::other_length);
}

TEST_CASE("raster: an index that is damaged or points outside is refused") {
    const auto whole = raster_bytes(facts_of(200, 100, 85, 1), hills);
    const std::size_t index = whole.size() - std::size_t{4} * 4 * 2;
    for (std::size_t place = index; place < whole.size(); ++place) {
        auto bytes = whole;
        bytes[place] ^= std::byte{1};
        CHECK(flaw_of(bytes) == RasterFlaw::damaged_index);
    }
    for (const std::uint32_t odd : {8U, 0x7FFF'FFFFU, 0x8001'0000U, 0xFFFF'FFFFU}) {
        auto bytes = whole;
        std::memcpy(bytes.data() + index, &odd, sizeof odd);
        const auto crc = format::crc32(std::span(bytes).subspan(index));
        std::memcpy(bytes.data() + 96, &crc, sizeof crc);
        renew_crc(bytes);
        CHECK(flaw_of(bytes) == RasterFlaw::damaged_index);
    }
}

TEST_CASE("raster: bytes drawn by chance never lead outside, whether as a file or as tiles") {
    std::mt19937 chance(11);
    const auto any = [&] { return static_cast<std::byte>(chance() & 0xFF); };
    const auto whole = raster_bytes(facts_of(200, 100, 85, 1), hills);
    for (int round = 0; round < 2000; ++round) {
        Bytes bytes(chance() % 12'000);
        for (auto& each : bytes) each = any();
        CHECK(flaw_of(bytes).has_value());
        auto near = whole;
        for (int hit = 0; hit < 3; ++hit) near[chance() % 160] = any();
        renew_crc(near);
        const auto opened = Raster::open(near);
        if (const auto* raster = std::get_if<Raster>(&opened))
            for (double latitude = -90; latitude <= 90; latitude += 9)
                for (double longitude = -180; longitude <= 180; longitude += 9)
                    (void)raster->bilinear({latitude}, {longitude});
    }
    auto live = whole;
    const auto opened = Raster::open(live);
    const auto& raster = std::get<Raster>(opened);
    for (auto& each : live) each = any();  // what another process may do to a mapped file
    for (double latitude = -90; latitude <= 90; latitude += 0.7)
        for (double longitude = -180; longitude <= 180; longitude += 0.7) {
            const auto found = raster.bilinear({latitude}, {longitude});
            CHECK((!found || *found >= 0));
        }
}

TEST_CASE("raster_format: what is too bright has the last code, what is below zero none") {
    CHECK(format::encode(1e30) == 65535);
    CHECK(format::encode(-1e-9) == format::no_data);
    CHECK(format::encode(nothing) == format::no_data);
    CHECK(format::encode(HUGE_VAL) == format::no_data);
    CHECK(format::encode(0) == format::no_light);
    CHECK(format::encode(-0.0) == format::no_light);
    CHECK(format::encode(1e-12) == format::no_light);
    CHECK(format::encode(1e-9) == 2);
}

TEST_CASE("raster_format: the checksum is that of zlib") {
    constexpr std::string_view text = "123456789";
    CHECK(format::crc32(std::as_bytes(std::span(text))) == 0xCBF43926U);
    const auto first = format::crc32(std::as_bytes(std::span(text.substr(0, 4))));
    CHECK(format::crc32(std::as_bytes(std::span(text.substr(4))), first) == 0xCBF43926U);
}

}  // namespace asterism::sky
