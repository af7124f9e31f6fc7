#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace asterism {

/// What an API key is good for. What no scope names, no key opens.
enum class Scope : std::uint8_t {
    profile_read,
    profile_write,
    accounts_read,
    accounts_write,
    audit_read
};

constexpr auto names(Scope) {
    return std::array{std::pair{Scope::profile_read, std::string_view{"profile.read"}},
                      std::pair{Scope::profile_write, std::string_view{"profile.write"}},
                      std::pair{Scope::accounts_read, std::string_view{"accounts.read"}},
                      std::pair{Scope::accounts_write, std::string_view{"accounts.write"}},
                      std::pair{Scope::audit_read, std::string_view{"audit.read"}}};
}

/// A set of them.
class Scopes {
public:
    constexpr Scopes() = default;

    constexpr void add(Scope scope) { bits_ |= bit(scope); }

    constexpr bool has(Scope scope) const { return (bits_ & bit(scope)) != 0; }

    constexpr bool empty() const { return bits_ == 0; }

    friend constexpr bool operator==(Scopes, Scopes) = default;

private:
    static constexpr std::uint32_t bit(Scope scope) { return 1U << static_cast<unsigned>(scope); }

    std::uint32_t bits_ = 0;
};

}  // namespace asterism
