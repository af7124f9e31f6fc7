#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>

#include "libcore/base/rate.hpp"

namespace asterism::http {

/// Whose requests a limit counts together.
enum class Counted : std::uint8_t {
    address,  ///< of one client address; IPv6 by its /64
    account,  ///< of whoever is signed in; nobody else is counted
    mailbox,  ///< that name one e-mail address in their field `email`
    handle    ///< that name one account in their field `handle`
};

/// So many requests in any window. Limits with one name share their count, and the setting
/// `limits.NAME`.
struct Limit {
    std::string_view name;
    Counted by;
    Rate rate;
    bool visitors_only = false;  ///< nobody who is signed in is counted
    bool failures_only = false;  ///< what went well is given back: wrong secrets alone stay counted
};

/// What a route names in its row, besides its surface's own: all must pass.
using Limits = std::span<const Limit>;

// security.md, section 4; starview.md, section 1.6.
namespace limits {

using enum Counted;
using namespace std::chrono_literals;

// Of whole surfaces. Reads have a bucket of their own: pages ask for much.
inline constexpr Limit reading{"reads", address, {6'000, 1h}};
inline constexpr Limit visiting{"visitor_writes", address, {100, 1h}, true};
inline constexpr Limit writing{"account_writes", account, {1'000, 1h}};

// Painting is dearer than reading, and a map shows dozens of tiles at once.
inline constexpr Limit tiles{"tiles", address, {6'000, 1h}};

// Of single routes.
inline constexpr Limit log_in{"login", address, {5, 1min}};
inline constexpr Limit guessing{"login_failures", address, {30, 1h}, false, true};
inline constexpr Limit signing_up{"register", address, {5, 1h}};
inline constexpr Limit setting_out{"identity_flows", address, {30, 1h}};
inline constexpr Limit resending{"resend", mailbox, {1, 1min}};
inline constexpr Limit resending_long{"resend_hourly", mailbox, {5, 1h}};
inline constexpr Limit asking_reset{"reset", address, {10, 1h}};
inline constexpr Limit mailing_reset{"reset_mails", mailbox, {3, 1h}};
inline constexpr Limit confirming_reset{"reset_confirm", address, {10, 1h}};
inline constexpr Limit moving{"email_change", account, {5, 1h}};
inline constexpr Limit posting{"content", account, {20, 1h}};
inline constexpr Limit voting{"vote", account, {60, 1h}};
inline constexpr Limit following{"follow", account, {120, 1h}};
inline constexpr Limit reporting{"report", account, {10, 1h}};
inline constexpr Limit routing{"directions", address, {30, 1h}, true};
inline constexpr Limit starview_signing{"starview_login", address, {5, 1min}, true};
inline constexpr Limit starview_resetting{"starview_password_reset", address, {3, 1h}, true};
inline constexpr Limit shop_entering{"startupwebapp_login", address, {10, 1h}};
inline constexpr Limit shop_joining{"startupwebapp_create_account", address, {5, 1h}};
inline constexpr Limit shop_resetting{"startupwebapp_reset", handle, {5, 1h}};
inline constexpr Limit shop_asking{"startupwebapp_buyer", address, {60, 1h}};

/// Every limit there is, each with a setting of its own.
inline constexpr std::array all{
    setting_out,        reading,          visiting,     writing,        log_in,
    guessing,           signing_up,       resending,    resending_long, asking_reset,
    mailing_reset,      confirming_reset, moving,       posting,        voting,
    following,          reporting,        tiles,        routing,        starview_signing,
    starview_resetting, shop_entering,    shop_joining, shop_resetting, shop_asking};

// What rows name.
inline constexpr Limits none{};
inline constexpr std::array reads{reading};
inline constexpr std::array painting{tiles};
inline constexpr std::array writes{visiting, writing};
inline constexpr std::array login{log_in, guessing};
inline constexpr std::array register_account{signing_up};
inline constexpr std::array identity_flow{setting_out};
inline constexpr std::array resend{resending, resending_long};
inline constexpr std::array reset_ask{asking_reset, mailing_reset};
inline constexpr std::array reset_confirm{confirming_reset};
inline constexpr std::array email_change{moving};
inline constexpr std::array content{posting};
inline constexpr std::array vote{voting};
inline constexpr std::array follow{following};
inline constexpr std::array report{reporting};
inline constexpr std::array directions{routing};
inline constexpr std::array starview_login{starview_signing, guessing};
inline constexpr std::array starview_register{starview_signing};
inline constexpr std::array starview_resend{starview_signing, resending_long};
inline constexpr std::array starview_password_reset{starview_resetting};
inline constexpr std::array startupwebapp_login{shop_entering};
inline constexpr std::array startupwebapp_create_account{shop_joining};
inline constexpr std::array startupwebapp_reset{shop_resetting};
inline constexpr std::array startupwebapp_buyer{shop_asking};

}  // namespace limits

}  // namespace asterism::http
