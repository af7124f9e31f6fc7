#pragma once

#include <string>
#include <string_view>

#include "libcore/places/types.hpp"

namespace asterism::places {

/// For telling whether two names are the same: small letters without accents, one kind of dash, and
/// no references of HTML.
std::string bare_name(std::string_view name);

/// What two records of one place have in common: the name, and the degrees cut to three decimals.
std::string likeness(const Place& place);

/// Whether what a file tells is a place that is there already: its name, and its degrees cut to
/// three decimals.
bool is_same(const Place& a, const Place& b);

}  // namespace asterism::places
