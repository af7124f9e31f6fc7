#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "libcore/base/actor.hpp"
#include "shells/cli/compose.hpp"

namespace asterism::cli {

/// Whoever may run this program on the data folder may do as its administrators do.
Actor keeper();

/// Somebody by user name, by address or by number. Throws Trouble if there is no such account.
Actor actor_named(Composition& parts, const std::string& name);

/// Runs an operation of the catalogue and gives its view as JSON. Throws Trouble if it is refused
/// or unknown.
std::string operate(Composition& parts, std::string_view operation,
                    const boost::json::object& input, const std::optional<Actor>& actor);

/// The same for a row of a file: input that is refused is said with where it stands, and there is
/// no view.
std::optional<std::string> try_to_operate(Composition& parts, std::string_view operation,
                                          const boost::json::object& input, std::string_view where);

}  // namespace asterism::cli
