#pragma once

#include <string>

#include "libcore/places/types.hpp"
#include "shells/cli/demo/dice.hpp"

namespace asterism::cli::demo {

// What the people of the demo write, put together from parts.

std::string review_text(Dice& dice, int stars, places::Type type);
/// On somebody's review; to its author where it is his own.
std::string comment_text(Dice& dice, bool own_review);
std::string description_of(Dice& dice, places::Type type);
/// Of what others wrote of a place.
std::string summary_text(Dice& dice, places::Type type);
std::string caption_text(Dice& dice);
/// What somebody calls a favourite.
std::string nickname_text(Dice& dice);

/// A user name out of two words, another one for each number below 256.
std::string quiet_handle(std::size_t number);

}  // namespace asterism::cli::demo
