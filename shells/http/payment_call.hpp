#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "shells/app/app.hpp"
#include "shells/app/payment_calls.hpp"
#include "shells/http/breakage.hpp"
#include "shells/http/message.hpp"
#include "shells/http/router.hpp"
#include "shells/http/target.hpp"

namespace asterism::http {

/// A call may be so long, whatever the limit of other bodies.
inline constexpr std::size_t call_bytes = 512 * 1024;

/// The desks of all surfaces. A call is judged by its signature alone, whoever sends it. It gets a
/// 2xx once what it tells is committed; what may pass is a 5xx, so that it is told again.
class CallDesks {
public:
    /// `calls` null: nobody reads them. The mounts have to outlive it.
    CallDesks(std::span<const Mount> mounts, app::App& app, const app::PaymentCalls* calls,
              Failed failed)
        : mounts_(mounts), app_(app), calls_(calls), failed_(std::move(failed)) {}

    /// Whether calls come to that address, as it was sent.
    bool stands_at(std::string_view target) const;
    /// False for other addresses.
    bool answer(const Request& request, const Target& target, const RequestFacts& facts,
                Response& response) const;

private:
    const Mount* mount_at(std::string_view path) const;
    CallHeard hear(const Request& request, const RequestFacts& facts, const Mount& mount,
                   Response& response) const;
    Result<std::string> settle(const RequestFacts& facts, const Mount& mount,
                               const shop::PaymentNews& news) const;

    std::span<const Mount> mounts_;
    app::App& app_;
    const app::PaymentCalls* calls_;
    Failed failed_;
};

/// In our own words: the order if there is one, or a problem document.
void tell_call(const CallHeard& heard, const RequestFacts& facts, Response& response);

}  // namespace asterism::http
