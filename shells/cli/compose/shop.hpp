#pragma once

#include "libcore/shop/policy.hpp"
#include "shells/cli/log.hpp"
#include "shells/cli/settings.hpp"
#include "shells/worker/shop_alarm.hpp"
#include "shells/worker/shop_mail.hpp"

namespace asterism::cli {

shop::Policy shop_policy_of(const Settings& settings);

/// Where buyers read pages, without a slash at its end: StartupWebApp's client's if there is one,
/// else this site's own.
std::string shop_pages_of(const Settings& settings);

// What the worker needs to know of the shop. Settings and log have to outlive it.

worker::OrderMailOptions order_mails_of(const Settings& settings, const Log& log);
worker::AlarmOptions alarms_of(const Settings& settings, const Log& log);

}  // namespace asterism::cli
