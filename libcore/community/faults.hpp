#pragma once

#include "libcore/base/result.hpp"

namespace asterism::community {

inline constexpr Fault unknown_profile{"unknown_profile", Kind::missing,
                                       "There is no such profile."};
inline constexpr Fault bio_too_long{"bio_too_long", Kind::invalid,
                                    "A bio is plain text of up to 500 characters."};
inline constexpr Fault bad_location{"bad_location", Kind::invalid,
                                    "A location has up to 100 characters on one line."};
inline constexpr Fault own_follow{"own_follow", Kind::invalid, "Nobody follows himself."};
inline constexpr Fault bad_follow_page{"bad_follow_page", Kind::invalid,
                                       "A page has 1 to 100 profiles."};
inline constexpr Fault two_places{"two_places", Kind::invalid,
                                  "Ask for a page by its number, or by the one before, not both."};
inline constexpr Fault unknown_subject{"unknown_subject", Kind::missing, "There is no such thing."};
inline constexpr Fault no_ballot{"no_ballot", Kind::invalid, "This cannot be voted on."};
inline constexpr Fault only_up{"only_up", Kind::invalid, "This can be voted up, but not down."};
inline constexpr Fault own_subject{"own_subject", Kind::invalid, "Nobody judges what is his own."};
inline constexpr Fault bad_report_text{"bad_report_text", Kind::invalid,
                                       "A report is plain text of up to 1,000 characters."};
inline constexpr Fault already_reported{"already_reported", Kind::conflict,
                                        "You have reported this already."};
inline constexpr Fault moderators_only{"moderators_only", Kind::forbidden,
                                       "Only moderators may do this."};
inline constexpr Fault stays_in_sight{"stays_in_sight", Kind::conflict,
                                      "This cannot be hidden, only removed."};
inline constexpr Fault bad_note{"bad_note", Kind::invalid,
                                "A note is plain text of up to 1,000 characters."};
inline constexpr Fault bad_report_page{"bad_report_page", Kind::invalid,
                                       "A page has 1 to 200 reports."};
inline constexpr Fault no_author{"no_author", Kind::conflict, "Nobody is known to have made this."};
inline constexpr Fault not_below{"not_below", Kind::forbidden,
                                 "Its author may as much as you, or more."};
inline constexpr Fault not_suspended{"not_suspended", Kind::conflict,
                                     "No moderator has locked this account."};
inline constexpr Fault staff_only{"staff_only", Kind::forbidden, "Only the staff may do this."};

}  // namespace asterism::community
