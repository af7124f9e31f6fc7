#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "libcore/accounts/ports.hpp"
#include "libcore/audit/sealer.hpp"
#include "libcore/base/entropy.hpp"
#include "libcore/base/fingerprint.hpp"

namespace asterism::tests {

/// Bytes 0, 1, 2 ... 255, then 1, 2 ... 255, 0, then from 2 on: always the same, and yet no two
/// secrets of a test alike.
class CountingEntropy : public Entropy {
public:
    void fill(std::span<std::byte> out) override {
        ++calls;
        for (auto& byte : out) byte = next();
    }

    int calls = 0;

private:
    std::byte next() {
        const auto at = drawn_++;
        return static_cast<std::byte>((at + at / 256) % 256);
    }

    std::uint32_t drawn_ = 0;
};

/// A hash is the password backwards behind a mark; "old:" marks one of yesterday's cost.
class ReversingHasher : public accounts::Hasher {
public:
    std::string hash(std::string_view password) const override {
        called(hashes);
        return "new:" + std::string(password.rbegin(), password.rend());
    }

    bool verify(std::string_view hash, std::string_view password) const override {
        called(verifies);
        return hash.size() >= 4 &&
               hash.substr(4) == std::string(password.rbegin(), password.rend());
    }

    bool outdated(std::string_view hash) const override { return hash.starts_with("old:"); }

    mutable int hashes = 0;
    mutable int verifies = 0;
    std::function<void()> on_call;  ///< told before every hash that is computed

private:
    void called(int& count) const {
        ++count;
        if (on_call) on_call();
    }
};

/// 64 hex digits of four FNV-1a sums: no secret, but one name for one text.
class PlainFingerprint : public Fingerprint {
public:
    std::string of(std::string_view secret) const override {
        std::string out;
        for (std::uint64_t sum : {1U, 2U, 3U, 4U}) {
            sum ^= 14'695'981'039'346'656'037U;
            for (const char c : secret) {
                sum ^= static_cast<std::uint8_t>(c);
                sum *= 1'099'511'628'211U;
            }
            for (int shift = 60; shift >= 0; shift -= 4) out += hex_digits[(sum >> shift) & 15U];
        }
        return out;
    }
};

/// Seals as openly as PlainFingerprint names.
class PlainSealer : public audit::Sealer {
public:
    std::string seal(std::string_view text) const override {
        return PlainFingerprint{}.of("sealed " + std::string(text));
    }
};

}  // namespace asterism::tests
