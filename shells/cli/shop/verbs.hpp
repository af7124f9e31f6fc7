#pragma once

#include <span>

#include "shells/cli/arguments.hpp"

namespace asterism::cli {

/// What the staff of the shop does from the command line: `shop ...`.
std::span<const Verb> shop_verb_table();

}  // namespace asterism::cli
