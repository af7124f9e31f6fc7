#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace asterism {

/// Unguessable bytes. The shell gives the system's; a test gives a counter's.
class Entropy {
public:
    virtual ~Entropy() = default;
    virtual void fill(std::span<std::byte> out) = 0;
};

inline constexpr std::string_view lower_alphanumerics = "abcdefghijklmnopqrstuvwxyz0123456789";
inline constexpr std::string_view alphanumerics =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
inline constexpr std::string_view hex_digits = "0123456789abcdef";

/// `length` characters drawn uniformly from `alphabet` (2 to 256 characters, each once).
std::string random_text(Entropy& entropy, std::string_view alphabet, std::size_t length);

/// A version 4 UUID (RFC 9562 section 5.4) in its 36-character lower-case form.
std::string random_uuid(Entropy& entropy);

}  // namespace asterism
