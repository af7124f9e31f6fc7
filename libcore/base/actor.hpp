#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "libcore/base/id.hpp"
#include "libcore/base/language.hpp"
#include "libcore/base/scopes.hpp"

namespace asterism {

/// What an account may do, each rank including the ones before it.
enum class Role : std::uint8_t { user, moderator, staff, admin };

constexpr auto names(Role) {
    return std::array{std::pair{Role::user, std::string_view{"user"}},
                      std::pair{Role::moderator, std::string_view{"moderator"}},
                      std::pair{Role::staff, std::string_view{"staff"}},
                      std::pair{Role::admin, std::string_view{"admin"}}};
}

/// The signed-in account on whose behalf a use case runs.
struct Actor {
    AccountId account;
    Role role = Role::user;
    SessionId session = {};  ///< none where the shell vouches for the account (CLI, Python)
    SiteId site{1};
    std::optional<Scopes> scopes = {};  ///< of the API key it came by; none: all that the role may
};

/// Where a proxy that is trusted says that an address lies.
struct ToldPlace {
    double latitude;
    double longitude;
    std::optional<std::string> city = {};
    std::optional<std::string> region = {};
    std::optional<std::string> country = {};  ///< ISO 3166-1 alpha-2
};

/// Where a request comes from, for the audit log. Never a ground for trust.
struct Caller {
    std::string address = {};  ///< textual IP address; empty inside the machine's own shells
    std::string agent = {};    ///< User-Agent, as sent
    SiteId site{1};
    std::string request_id = {};            ///< empty where there is no request
    std::optional<Language> language = {};  ///< what the browser wishes for
    std::optional<ToldPlace> place = {};    ///< none where nobody tells
};

}  // namespace asterism
