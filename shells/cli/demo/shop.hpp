#pragma once

#include "shells/app/app.hpp"

namespace asterism::cli::demo {

/// Puts something onto the shelves of an empty shop, as one of the staff would: what the first
/// tests of a shop look for, and a poster of which there are only so many.
void open_shop(app::Store& store, const app::World& world, const app::Call& staff);

}  // namespace asterism::cli::demo
