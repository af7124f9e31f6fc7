#pragma once

#include "libcore/base/result.hpp"

namespace asterism::crm {

// A form as a whole; what is wrong with it is told field by field.
inline constexpr Fault form_invalid{"form_invalid", Kind::invalid,
                                    "Some fields of the form are not right."};

inline constexpr Fault field_empty{"field_empty", Kind::invalid, "This is needed."};
inline constexpr Fault field_not_plain{"field_not_plain", Kind::invalid,
                                       "Only letters, digits and blanks can stand here."};
inline constexpr Fault field_too_long{"field_too_long", Kind::invalid, "This is too long."};
inline constexpr Fault handle_not_plain{"handle_not_plain", Kind::invalid,
                                        "A user name has letters, digits, _ and - only."};
inline constexpr Fault handle_too_short{"handle_too_short", Kind::invalid,
                                        "This user name is too short."};
inline constexpr Fault address_not_plain{"address_not_plain", Kind::invalid,
                                         "This is not an e-mail address."};
inline constexpr Fault out_of_scale{"out_of_scale", Kind::invalid, "Choose a number from 1 to 5."};

inline constexpr Fault address_needs_proof{
    "address_needs_proof", Kind::conflict,
    "Here an address counts once it is proved: ask for the change by itself."};

// What a password is too much like.
inline constexpr Fault like_handle{"password_like_handle", Kind::invalid,
                                   "This password is too similar to the username."};
inline constexpr Fault like_first_name{"password_like_first_name", Kind::invalid,
                                       "This password is too similar to the first name."};
inline constexpr Fault like_last_name{"password_like_last_name", Kind::invalid,
                                      "This password is too similar to the last name."};
inline constexpr Fault like_email{"password_like_email", Kind::invalid,
                                  "This password is too similar to the email address."};

// Mail, welcome or not.
inline constexpr Fault contradictory_wishes{"contradictory_wishes", Kind::invalid,
                                            "Nobody gets the newsletter who wants no mail at all."};
inline constexpr Fault unknown_contact{"unknown_contact", Kind::missing,
                                       "This link is not known here."};
inline constexpr Fault opted_out_already{"opted_out_already", Kind::conflict,
                                         "This address gets no more mail already."};
inline constexpr Fault contact_known{"contact_known", Kind::conflict,
                                     "This address is known here already."};

}  // namespace asterism::crm
