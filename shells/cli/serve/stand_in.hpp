#pragma once

#include <memory>
#include <string>
#include <thread>

#include "shells/cli/arguments.hpp"
#include "shells/cli/log.hpp"
#include "shells/cli/settings.hpp"
#include "shells/http/server.hpp"
#include "shells/outside/entropy.hpp"
#include "shells/outside/stand_in/caller.hpp"
#include "shells/outside/stand_in/stand_in.hpp"

namespace asterism::cli {

/// Where a stand-in for Stripe is to listen: as the settings say, or for sample data, where there
/// is no key for the real one. Empty: nowhere.
std::string stand_in_address(const Settings& settings, bool demo);

/// A stand-in for Stripe beside the server, on a port of its own, for as long as it lives. Throws
/// std::system_error where it cannot listen.
class PaymentStandIn {
public:
    PaymentStandIn(const std::string& address, const Settings& settings);
    ~PaymentStandIn();
    PaymentStandIn(const PaymentStandIn&) = delete;
    PaymentStandIn& operator=(const PaymentStandIn&) = delete;

    const std::string& url() const { return url_; }

    /// What was given, with its address and keys.
    Arguments told_of(Arguments given) const;
    /// From now on the shop is called, which listens on that port.
    void begin(std::uint16_t port);

private:
    struct Desk;

    Log log_;
    outside::SystemEntropy entropy_;
    std::string secret_;
    bool shop_has_it_;  ///< among those that it was told for real calls
    outside::CurlClient http_{{.plain_loopback = true}};
    outside::stand_in::Caller caller_;
    std::unique_ptr<Desk> desk_;
    http::Server server_;
    std::string url_;
    std::jthread thread_;
};

}  // namespace asterism::cli
