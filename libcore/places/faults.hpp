#pragma once

#include "libcore/base/result.hpp"

namespace asterism::places {

inline constexpr Fault unknown_place{"unknown_place", Kind::missing, "There is no such place."};
inline constexpr Fault not_your_place{"not_your_place", Kind::forbidden,
                                      "Only who added a place, or the staff, may change it."};
inline constexpr Fault bad_place_name{"bad_place_name", Kind::invalid,
                                      "A place has a name of 1 to 200 characters on one line."};
inline constexpr Fault bad_latitude{"bad_latitude", Kind::invalid,
                                    "A latitude lies between -90 and 90 degrees."};
inline constexpr Fault bad_longitude{"bad_longitude", Kind::invalid,
                                     "A longitude lies between -180 and 180 degrees."};
inline constexpr Fault bad_elevation{"bad_elevation", Kind::invalid,
                                     "An elevation lies between -500 and 9000 metres."};
inline constexpr Fault bad_place_text{"bad_place_text", Kind::invalid,
                                      "This text is too long, or has characters it may not."};
inline constexpr Fault bad_link{"bad_link", Kind::invalid,
                                "A link begins with https:// or http:// and has no blanks."};

inline constexpr Fault operators_alone{"operators_alone", Kind::forbidden,
                                       "Only an administrator may do this to all places."};
inline constexpr Fault unknown_owner{"unknown_owner", Kind::missing,
                                     "There is no such account to own a place."};

// Of lists.
inline constexpr Fault no_such_page{"no_such_page", Kind::missing, "Invalid page."};
inline constexpr Fault half_a_centre{"half_a_centre", Kind::invalid,
                                     "A latitude goes with a longitude, and a radius with both."};
inline constexpr Fault bad_radius{"bad_radius", Kind::invalid,
                                  "A radius is more than 0 and at most 20,117 kilometres."};
inline constexpr Fault bad_window{
    "bad_window", Kind::invalid,
    "A window has four edges, the south below the north, within the Earth's degrees."};
inline constexpr Fault bad_bortle{"bad_bortle", Kind::invalid,
                                  "Bortle's classes are 1 to 9; 0 is darker than any place."};
inline constexpr Fault bad_sqm{"bad_sqm", Kind::invalid,
                               "A dark sky has from 10 to 25 mag/arcsec2."};
inline constexpr Fault bad_limit{"bad_limit", Kind::invalid, "From 1 to 20 places are shown."};

inline constexpr Fault bad_export_limit{"bad_export_limit", Kind::invalid,
                                        "From 1 to 1000 places are handed out at once."};

// Of favourites.
inline constexpr Fault unknown_favourite{"unknown_favourite", Kind::missing,
                                         "There is no such favourite."};
inline constexpr Fault favourite_already{"favourite_already", Kind::conflict,
                                         "This place is one of your favourites already."};
inline constexpr Fault favourite_keeps_place{
    "favourite_keeps_place", Kind::invalid,
    "A favourite keeps its place. Add another for another place."};
inline constexpr Fault nickname_too_long{"nickname_too_long", Kind::invalid,
                                         "A nickname has up to 50 characters on one line."};

// Of reviews and comments.
inline constexpr Fault unknown_review{"unknown_review", Kind::missing, "There is no such review."};
inline constexpr Fault not_your_review{"not_your_review", Kind::forbidden,
                                       "Only who wrote a review may change it."};
inline constexpr Fault own_place{"own_place", Kind::invalid, "Nobody reviews a place of his own."};
inline constexpr Fault reviewed_already{"reviewed_already", Kind::conflict,
                                        "You have reviewed this place already."};
inline constexpr Fault bad_stars{"bad_stars", Kind::invalid, "A review gives 1 to 5 stars."};
inline constexpr Fault bad_review_text{"bad_review_text", Kind::invalid,
                                       "A review has up to 1,000 characters."};
inline constexpr Fault unknown_comment{"unknown_comment", Kind::missing,
                                       "There is no such comment."};
inline constexpr Fault not_your_comment{"not_your_comment", Kind::forbidden,
                                        "Only who wrote a comment may change it."};
inline constexpr Fault bad_comment_text{"bad_comment_text", Kind::invalid,
                                        "A comment has 1 to 500 characters."};
inline constexpr Fault bad_summary{"bad_summary", Kind::invalid,
                                   "A summary has up to 2,000 characters."};

}  // namespace asterism::places
