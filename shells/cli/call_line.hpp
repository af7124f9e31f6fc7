#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/object.hpp>

#include "shells/app/operation.hpp"

namespace asterism::cli {

/// What follows `asterism call`.
struct CallLine {
    const app::Operation* operation = nullptr;
    boost::json::object input;
    std::vector<std::pair<std::string, std::string>> settings;  ///< by key
    std::string as;                                             ///< whose actor; empty: nobody's
    bool json_input = false;  ///< the input is to be read from standard input
    bool help = false;
};

/// Throws Trouble, with the nearest name, if there is none.
const app::Operation& operation_named(std::string_view name);

/// Flags are read off the operation's input: --review 12, --review=12, --key-dates-only. A repeated
/// flag adds to an array. Everybody on a machine can read its command lines, so `--password -` has
/// a password asked for by `ask`.
CallLine read_call_line(std::span<const std::string> words,
                        const std::function<std::string(std::string_view prompt)>& ask);

}  // namespace asterism::cli
