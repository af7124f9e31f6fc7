#include "libcore/base/entropy.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include <doctest/doctest.h>

#include "tests/fakes/secrets.hpp"

namespace asterism {
namespace {

/// One byte for ever, or the given ones in turn and then zeros.
class Script : public Entropy {
public:
    explicit Script(std::vector<std::uint8_t> bytes) : bytes_(std::move(bytes)) {}

    void fill(std::span<std::byte> out) override {
        for (auto& byte : out)
            byte = std::byte{next_ < bytes_.size() ? bytes_[next_++] : std::uint8_t{0}};
    }

private:
    std::vector<std::uint8_t> bytes_;
    std::size_t next_ = 0;
};

class Constant : public Entropy {
public:
    explicit Constant(std::uint8_t byte) : byte_(byte) {}

    void fill(std::span<std::byte> out) override { std::ranges::fill(out, std::byte{byte_}); }

private:
    std::uint8_t byte_;
};

}  // namespace

TEST_CASE("random_text: draws every letter equally often") {
    // 256 bytes, each once: as many whole rounds of the alphabet as there is room for.
    for (const auto alphabet : {lower_alphanumerics, alphanumerics, hex_digits}) {
        CAPTURE(alphabet.size());
        tests::CountingEntropy entropy;
        const std::size_t rounds = 256 / alphabet.size();
        const auto text = random_text(entropy, alphabet, rounds * alphabet.size());
        std::map<char, std::size_t> counts;
        for (const char c : text) ++counts[c];
        CHECK(counts.size() == alphabet.size());
        for (const auto& [letter, count] : counts) REQUIRE(count == rounds);
    }
}

TEST_CASE("random_text: draws again what would make a letter likelier") {
    // 62 letters: 248 bytes are fair, 248 to 255 are not.
    Script entropy({255, 248, 247, 250, 0, 62});
    CHECK(random_text(entropy, alphanumerics, 3) == "9AA");
    Script lower({252, 255, 251, 35});
    CHECK(random_text(lower, lower_alphanumerics, 2) == "99");
    Script ten({250, 255, 249});
    CHECK(random_text(ten, "0123456789", 1) == "9");
}

TEST_CASE("random_text: has the length asked for") {
    tests::CountingEntropy entropy;
    for (const std::size_t length : {0U, 1U, 43U, 63U, 64U, 65U, 200U})
        CHECK(random_text(entropy, hex_digits, length).size() == length);
    CHECK(alphanumerics.size() == 62);
    CHECK(lower_alphanumerics.size() == 36);
    CHECK(std::set<char>(alphanumerics.begin(), alphanumerics.end()).size() == 62);
    CHECK(std::set<char>(lower_alphanumerics.begin(), lower_alphanumerics.end()).size() == 36);
}

TEST_CASE("random_uuid: sets version and variant and keeps the other 122 bits") {
    Constant zeros(0);
    Constant ones(255);
    tests::CountingEntropy counting;
    CHECK(random_uuid(zeros) == "00000000-0000-4000-8000-000000000000");
    CHECK(random_uuid(ones) == "ffffffff-ffff-4fff-bfff-ffffffffffff");
    CHECK(random_uuid(counting) == "00010203-0405-4607-8809-0a0b0c0d0e0f");
}

}  // namespace asterism
