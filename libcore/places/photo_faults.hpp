#pragma once

#include "libcore/base/result.hpp"

namespace asterism::places {

inline constexpr Fault photo_number{"photo_number", Kind::invalid,
                                    "From 1 to 5 photos are sent at a time."};
inline constexpr Fault review_photos_full{"review_photos_full", Kind::conflict,
                                          "A review has up to 5 photos."};
inline constexpr Fault review_hidden{
    "review_hidden", Kind::conflict,
    "A moderator has hidden this review: no photos can be added to it."};
inline constexpr Fault unknown_photo{"unknown_photo", Kind::missing, "There is no such photo."};
inline constexpr Fault not_your_photo{
    "not_your_photo", Kind::forbidden,
    "Only who sent a photo, or whose place or review it is of, or the staff, may do that."};
inline constexpr Fault bad_caption{"bad_caption", Kind::invalid,
                                   "A caption has up to 255 characters on one line."};
inline constexpr Fault bad_position{"bad_position", Kind::invalid,
                                    "A position is from 1 to the number of photos there are."};
inline constexpr Fault bad_cursor{"bad_cursor", Kind::invalid,
                                  "A cursor is what an earlier page gave as its next."};
inline constexpr Fault bad_photo_limit{"bad_photo_limit", Kind::invalid,
                                       "From 1 to 50 photos are shown at a time."};

}  // namespace asterism::places
