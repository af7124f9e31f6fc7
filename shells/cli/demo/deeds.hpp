#pragma once

#include "shells/cli/demo/dice.hpp"
#include "shells/cli/demo/plan.hpp"

namespace asterism::cli::demo {

// What plan_until() is made of, in this order.

void add_reviews(Plan& plan, Dice& dice);
/// What reviews bring forth: votes and comments.
void add_echoes(Plan& plan, Dice& dice);
/// Visits and favourites.
void add_marks(Plan& plan, Dice& dice);
void add_follows(Plan& plan, Dice& dice);
/// And votes on them.
void add_photos(Plan& plan, Dice& dice);

}  // namespace asterism::cli::demo
