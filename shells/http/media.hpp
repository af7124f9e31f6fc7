#pragma once

#include "libcore/media/ports.hpp"
#include "shells/http/headers.hpp"
#include "shells/http/message.hpp"
#include "shells/http/target.hpp"

namespace asterism::http {

inline constexpr std::string_view media_prefix = "/media/";
/// The picture of those who have none.
inline constexpr std::string_view default_picture = "/static/images/default_profile_pic.jpg";
/// A night sky for where no photo of a place is.
inline constexpr std::string_view default_hero = "/static/images/default_hero.jpg";

/// Answers a GET or HEAD below /media/: with a kept file, or one range of it (RFC 9110 section 14).
/// Names are not to be guessed and never used again, so that an answer may be kept for ever. False
/// for other addresses, and where no files are kept.
bool answer_media(const Request& request, const Target& target, const media::Files* files,
                  HeaderKind kind, Response& response);

/// Answers a GET or HEAD of the pictures for those who have none. False for other addresses.
bool answer_default_picture(const Target& target, HeaderKind kind, Response& response);

}  // namespace asterism::http
