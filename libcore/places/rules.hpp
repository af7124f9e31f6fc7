#pragma once

#include <string>
#include <string_view>

#include "libcore/base/actor.hpp"
#include "libcore/base/result.hpp"
#include "libcore/places/markup.hpp"
#include "libcore/places/types.hpp"
#include "libcore/sky/skyglow_ports.hpp"

namespace asterism::places {

/// The plain text of a name, which is empty where it is none: so much text that nobody would call
/// it one.
std::string plain_name(std::string_view text);

/// For looking for words whatever their case: small letters, of Latin, Greek and Cyrillic too.
std::string folded(std::string_view text);

/// What a search looks through: name, address, region and country, folded, a line each.
std::string haystack(const Place& place);

std::optional<Error> spot_refusal(double latitude, double longitude);
/// Of a place as it would be kept.
std::optional<Error> refusal(const Place& place);

/// Who added it may change it, and so may the staff.
bool may_change(const Place& place, const Actor& actor);

/// What moderators hide its author sees, and they do.
bool may_see_hidden(AccountId author, const std::optional<Actor>& actor);
/// The parts of an address that are known, with ", " between.
std::string joined(const Address& address);

/// Fills in how dark it is where a place is.
void judge_darkness(Place& place, const sky::LightMap& map);

/// Fills in what follows from where a place is: its address, and how dark it is.
void look_around(Place& place, const sky::LightMap& map);

/// At most 25 characters of it, with dots where it was longer.
std::string shortened(std::string_view name);

/// Up to so many characters, without control characters but for line ends.
bool fits(std::string_view text, std::size_t characters, bool lines = false);

}  // namespace asterism::places
