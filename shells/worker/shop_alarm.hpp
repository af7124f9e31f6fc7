#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "libcore/base/entropy.hpp"
#include "shells/worker/handler.hpp"

namespace asterism::worker {

struct AlarmOptions {
    std::string to;    ///< empty: nobody is written to
    std::string from;  ///< where mails come from
    std::string site;  ///< what it calls itself
    std::string address;
    std::function<void(std::string_view kind)> told = {};  ///< for a line of the log
};

/// Tells the operators what needs a person: each alarm is told and counted, and one mail of a kind
/// goes out in ten minutes at most.
Handler alarm_handler(Entropy& entropy, AlarmOptions options);

}  // namespace asterism::worker
