#pragma once

#include "libcore/base/result.hpp"

namespace asterism::http {

inline constexpr Fault no_route{"no_route", Kind::missing, "Nothing lives at this address."};
inline constexpr Fault unknown_host{"unknown_host", Kind::invalid,
                                    "This server does not answer to that host name."};
inline constexpr Fault csrf_failed{
    "csrf_failed", Kind::forbidden,
    "CSRF Failed: the X-CSRFToken header is missing or not this session's."};
inline constexpr Fault foreign_origin{"foreign_origin", Kind::forbidden,
                                      "CSRF Failed: this origin is not trusted."};
inline constexpr Fault not_allowed{"not_allowed", Kind::forbidden, "Your account may not do this."};
inline constexpr Fault too_often{"too_often", Kind::throttled,
                                 "Too many requests. Try again in a while."};
inline constexpr Fault key_not_allowed{"key_not_allowed", Kind::forbidden,
                                       "This API key has no scope for this."};
inline constexpr Fault no_archives{"no_archives", Kind::unavailable,
                                   "Files cannot be packed here just now."};
inline constexpr Fault not_an_object{"not_an_object", Kind::invalid,
                                     "The body is not a JSON object."};
inline constexpr Fault method_not_allowed{"method_not_allowed", Kind::invalid,
                                          "This address does not know that method."};
inline constexpr Fault unsupported_type{"unsupported_media_type", Kind::invalid,
                                        "This address takes bodies of another type."};
inline constexpr Fault bad_query{"bad_query", Kind::invalid,
                                 "The query or form is not well-formed."};
inline constexpr Fault bad_key{"bad_idempotency_key", Kind::invalid,
                               "An Idempotency-Key has 1 to 255 visible ASCII characters."};
inline constexpr Fault field_twice{"field_twice", Kind::invalid,
                                   "A field is given more than once."};

inline constexpr Fault no_such_tile{"no_such_tile", Kind::missing,
                                    "There is no such tile: zooms are 0 to 12."};
inline constexpr Fault bad_tile{
    "bad_tile", Kind::invalid,
    "Tiles have 256 or 512 pixels a side, and classes of a known scheme."};
inline constexpr Fault no_light_map{"no_light_map", Kind::unavailable,
                                    "There is no map of light pollution here just now."};

// Of signed calls that tell of payments.
inline constexpr Fault calls_not_configured{"webhook_not_configured", Kind::unavailable,
                                            "No secret is configured that calls are signed with."};
inline constexpr Fault call_not_signed{"invalid_signature", Kind::invalid,
                                       "This is not signed, or was too long ago."};
inline constexpr Fault went_wrong{"went_wrong", Kind::unavailable,
                                  "Something went wrong here. Try again in a while."};
inline constexpr Fault call_unreadable{"invalid_payload", Kind::invalid,
                                       "What is signed here is no document."};

inline constexpr Fault bad_form{"bad_form", Kind::invalid, "The form is not well-formed."};
inline constexpr Fault too_many_files{"too_many_files", Kind::invalid,
                                      "The form has more files than are taken at a time."};
inline constexpr Fault not_a_file{"not_a_file", Kind::invalid, "This field of the form is a file."};

}  // namespace asterism::http
