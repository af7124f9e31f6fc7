#pragma once

#include <cstdint>
#include <string_view>

namespace asterism::media {

/// Numbers out of a file that may be cut short anywhere: `ok` turns false and stays so, and what is
/// read from then on is zero.
class Bytes {
public:
    explicit Bytes(std::string_view text) : text_(text) {}

    bool ok() const { return ok_; }

    std::size_t left() const { return text_.size(); }

    std::string_view rest() const { return text_; }

    std::string_view take(std::uint64_t size) {
        if (size > text_.size()) {
            ok_ = false;
            text_ = {};
            return {};
        }
        const auto out = text_.substr(0, static_cast<std::size_t>(size));
        text_.remove_prefix(out.size());
        return out;
    }

    /// The most significant byte first.
    std::uint64_t big(int size) {
        std::uint64_t out = 0;
        for (const char c : take(static_cast<std::uint64_t>(size)))
            out = out << 8 | static_cast<unsigned char>(c);
        return out;
    }

    /// The least significant byte first.
    std::uint64_t little(int size) {
        std::uint64_t out = 0;
        int shift = 0;
        for (const char c : take(static_cast<std::uint64_t>(size))) {
            out |= static_cast<std::uint64_t>(static_cast<unsigned char>(c)) << shift;
            shift += 8;
        }
        return out;
    }

private:
    std::string_view text_;
    bool ok_ = true;
};

}  // namespace asterism::media
