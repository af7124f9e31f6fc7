#pragma once

#include "libcore/base/result.hpp"

namespace asterism::shop {

// Of the catalogue.
inline constexpr Fault unknown_product{"unknown_product", Kind::missing,
                                       "There is no such product."};
inline constexpr Fault unknown_sku{"unknown_sku", Kind::missing, "There is nothing such to buy."};
inline constexpr Fault no_price{"no_price", Kind::conflict, "This has no price yet."};
inline constexpr Fault bad_price{"bad_price", Kind::invalid,
                                 "A price is 0.00 to 99,999,999.99 in the shop's currency."};
inline constexpr Fault price_too_early{"price_too_early", Kind::conflict,
                                       "A newer price is there already; history stays as it is."};

// Of carts.
inline constexpr Fault no_cart{"no_cart", Kind::missing, "There is no cart."};
inline constexpr Fault quantity_out_of_range{"quantity_out_of_range", Kind::invalid,
                                             "So many pieces cannot be ordered at once."};
inline constexpr Fault too_many_lines{"too_many_lines", Kind::conflict,
                                      "A cart holds 100 different things."};
inline constexpr Fault unknown_line{"unknown_line", Kind::missing, "The cart has nothing such."};
inline constexpr Fault unknown_shipping_method{"unknown_shipping_method", Kind::missing,
                                               "There is no such way of shipping."};

// Of what the staff does.
inline constexpr Fault merchants_only{"merchants_only", Kind::forbidden,
                                      "Only the staff may do this."};
inline constexpr Fault identifier_taken{"identifier_taken", Kind::conflict,
                                        "There is one of that name already."};

inline constexpr Fault bad_shop_word{"bad_shop_word", Kind::invalid,
                                     "This is empty, too long, or has characters it may not."};
inline constexpr Fault bad_shop_link{"bad_shop_link", Kind::invalid,
                                     "A link begins with https:// or /, and has no blanks."};
inline constexpr Fault bad_stock{"bad_stock", Kind::invalid,
                                 "There are 0 to 1,000,000,000 of something."};
inline constexpr Fault held_by_buyers{"held_by_buyers", Kind::conflict,
                                      "More than that are held by people who are paying."};
inline constexpr Fault unknown_picture{"unknown_picture", Kind::missing,
                                       "There is no such picture."};
inline constexpr Fault unknown_video{"unknown_video", Kind::missing, "There is no such video."};

// Of checking out, in the order in which they are asked for.
inline constexpr Fault checkout_not_allowed{"checkout_not_allowed", Kind::forbidden,
                                            "The shop does not take orders from you yet."};
inline constexpr Fault empty_cart{"empty_cart", Kind::conflict, "There is nothing in the cart."};
inline constexpr Fault no_shipping_method{"no_shipping_method", Kind::conflict,
                                          "There is no way of shipping this."};

inline constexpr Fault payments_refused{"payments_refused", Kind::conflict,
                                        "Whoever takes the money refuses this."};
inline constexpr Fault payments_away{"payments_away", Kind::unavailable,
                                     "Whoever takes the money cannot be reached now."};
inline constexpr Fault checkout_lapsed{
    "checkout_lapsed", Kind::unavailable,
    "It took too long, or the cart was changed meanwhile. Go to pay again."};
inline constexpr Fault not_paid_yet{"not_paid_yet", Kind::conflict, "This is not paid yet."};

// Of orders.
inline constexpr Fault order_race{"order_race", Kind::unavailable,
                                  "Somebody else is making this order. Ask again."};
inline constexpr Fault sign_in_for_order{"sign_in_for_order", Kind::unauthenticated,
                                         "Sign in to see this order."};
inline constexpr Fault order_of_another{"order_of_another", Kind::missing,
                                        "You have no such order."};
inline constexpr Fault unknown_incident{"unknown_incident", Kind::missing,
                                        "There is no such incident, or it is settled."};
inline constexpr Fault incident_note_missing{"incident_note_missing", Kind::invalid,
                                             "Say what was done about it."};
inline constexpr Fault unknown_mail_failure{"unknown_mail_failure", Kind::missing,
                                            "There is no such failure, or it is settled."};
inline constexpr Fault no_mail_address{"no_mail_address", Kind::conflict,
                                       "Nobody told where this order's mail goes."};
inline constexpr Fault unknown_checkout{"unknown_checkout", Kind::missing,
                                        "Nobody is paying for anything such."};
inline constexpr Fault unknown_order{"unknown_order", Kind::missing, "There is no such order."};
inline constexpr Fault bad_order_page{"bad_order_page", Kind::invalid,
                                      "A page has 1 to 200 orders."};
inline constexpr Fault unknown_status{"unknown_status", Kind::missing,
                                      "Orders do not get such a status."};
inline constexpr Fault status_already{"status_already", Kind::conflict,
                                      "The order had this status before."};
inline constexpr Fault no_such_move{"no_such_move", Kind::conflict,
                                    "From where it is the order cannot go there."};
inline constexpr Fault bad_tracking{
    "bad_tracking", Kind::invalid,
    "A parcel's number has up to 100 letters, digits and hyphens, and goes with what is sent by "
    "who has such numbers."};
inline constexpr Fault tracking_missing{"tracking_missing", Kind::invalid,
                                        "This is sent with a parcel's number."};
inline constexpr Fault bad_order_note{"bad_order_note", Kind::invalid,
                                      "A note is plain text of up to 1,000 characters."};
inline constexpr Fault refund_note_missing{"refund_note_missing", Kind::invalid,
                                           "Say what was paid back, and why."};

// Of discount codes.
inline constexpr Fault unknown_code{"unknown_code", Kind::missing, "There is no such code."};
inline constexpr Fault code_not_active{"code_not_active", Kind::conflict,
                                       "This code does not count today."};
inline constexpr Fault code_already_applied{"code_already_applied", Kind::conflict,
                                            "The cart has this code already."};
inline constexpr Fault code_used_up{"code_used_up", Kind::conflict, "This code was used up."};
inline constexpr Fault bad_code{"bad_code", Kind::invalid,
                                "A code has 1 to 100 letters and digits."};
inline constexpr Fault bad_discount{"bad_discount", Kind::invalid,
                                    "A discount is above 0, and of percents at most 100."};
inline constexpr Fault bad_dates{"bad_dates", Kind::invalid, "A code begins before it ends."};

}  // namespace asterism::shop
