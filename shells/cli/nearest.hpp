#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace asterism::cli {

/// How many letters must be put in, taken out, changed or swapped with their neighbour.
std::size_t edit_distance(std::string_view from, std::string_view to);

/// The name that was most likely meant; empty if there is none to choose from.
std::string_view nearest(std::string_view given, std::span<const std::string_view> names);

/// "Did you mean `serve`?", or empty if nothing is near enough.
std::string did_you_mean(std::string_view given, std::span<const std::string_view> names);

}  // namespace asterism::cli
