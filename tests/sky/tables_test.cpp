#include "libcore/sky/tables/tables.hpp"

#include <cstddef>
#include <cstdint>

#include <doctest/doctest.h>

namespace asterism::sky {

namespace {

/// FNV-1a of 64 bits over the numbers, as make_tables.py prints it.
std::uint64_t checksum(TableFile file) {
    std::uint64_t value = 0xcbf29ce484222325;
    for (const std::int32_t number : table(file)) {
        value = (value ^ static_cast<std::uint32_t>(number)) * 0x100000001b3;
    }
    return value;
}

}  // namespace

TEST_CASE("tables: are those that the generator printed these checksums for") {
    CHECK(checksum(TableFile::moon) == 0xe74a04c5beb7077c);
    CHECK(checksum(TableFile::quarters) == 0x24d25731a9be3a51);
    CHECK(checksum(TableFile::seasons) == 0xce1dc21750fe4519);
    CHECK(checksum(TableFile::sun) == 0x2393c6597786881b);
}

TEST_CASE("tables: take no more than two megabytes of every program") {
    std::size_t bytes = 0;
    for (const auto& file : sky_tables()) bytes += file.data.size();
    CHECK(bytes <= 2'000'000);
}

}  // namespace asterism::sky
