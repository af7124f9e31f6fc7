#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/// What libFuzzer calls, and replay.cpp with files. Each target defines it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace asterism::fuzz {

/// Ends the program, naming what does not hold.
inline void demand(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Cuts a text into pieces at places drawn from the text itself, so that a corpus is plain text.
class Cutter {
public:
    explicit Cutter(std::string_view text) : left_(text) {
        for (const char c : text) state_ = (state_ ^ static_cast<unsigned char>(c)) * 1'099'511U;
    }

    bool done() const { return left_.empty(); }

    /// The next piece of at most that many bytes; in half of the cases a short one.
    std::string_view next(std::size_t most) {
        state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        const auto drawn = static_cast<std::size_t>(state_ >> 40U);
        const auto wanted = 1 + (drawn % 2 == 0 ? drawn / 2 % 4 : drawn / 2 % 200);
        const auto piece = left_.substr(0, wanted < most ? wanted : most);
        left_.remove_prefix(piece.size());
        return piece;
    }

private:
    std::string_view left_;
    std::uint64_t state_ = 1;
};

}  // namespace asterism::fuzz
