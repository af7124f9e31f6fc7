#include "shells/outside/digest.hpp"

#include <array>
#include <set>
#include <stdexcept>

#include <doctest/doctest.h>

#include "shells/outside/base64.hpp"
#include "shells/outside/entropy.hpp"

namespace asterism::outside {
namespace {

std::string hex(const std::string& bytes) {
    std::string out;
    for (const char c : bytes) {
        out += hex_digits[static_cast<unsigned char>(c) >> 4U];
        out += hex_digits[static_cast<unsigned char>(c) & 15U];
    }
    return out;
}

TEST_CASE("fingerprint: SHA-256 as NIST publishes it") {
    // FIPS 180-4 examples, https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/
    // example-values (SHA256.pdf); the empty text from NIST's CAVP SHA256ShortMsg.rsp.
    const Sha256Fingerprint fingerprint;
    CHECK(fingerprint.of("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(fingerprint.of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(fingerprint.of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("signer: HMAC-SHA-256 as RFC 4231 publishes it") {
    // Test case 6: a key of 131 bytes. The shorter keys of the others are not taken here.
    const HmacSigner signer(std::string(131, '\xaa'));
    CHECK(hex(signer.sign("Test Using Larger Than Block-Size Key - Hash Key First")) ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("signer: refuses a short key") {
    CHECK_THROWS_AS(HmacSigner(std::string(31, 'k')), std::invalid_argument);
}

TEST_CASE("base64: as RFC 4648 section 10 publishes it") {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> rows{
        {{"", ""},
         {"f", "Zg=="},
         {"fo", "Zm8="},
         {"foo", "Zm9v"},
         {"foob", "Zm9vYg=="},
         {"fooba", "Zm9vYmE="},
         {"foobar", "Zm9vYmFy"}}};
    for (const auto& [bytes, text] : rows) {
        CHECK(to_base64(bytes) == text);
        CHECK(from_bare_base64(to_bare_base64(bytes)) == bytes);
    }
    CHECK_FALSE(from_bare_base64("Zg=="));
    CHECK_FALSE(from_bare_base64("Zh"));
    CHECK_FALSE(from_bare_base64("Z"));
    CHECK_FALSE(from_bare_base64("Zm9 "));
}

TEST_CASE("entropy: fills all of it, never twice the same") {
    SystemEntropy entropy;
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) seen.insert(random_text(entropy, hex_digits, 64));
    CHECK(seen.size() == 100);
    entropy.fill({});
}

}  // namespace
}  // namespace asterism::outside
