#pragma once

#include <optional>
#include <string_view>

#include "libcore/shop/order_mail.hpp"

namespace asterism::shop {

/// The mail that confirms an order where the shop has no words of its own.
MailTemplate standard_letter(bool guest, std::string_view from, Language language = Language::en);

/// The shop's own words as a file has them: a subject, an empty line, a text. None: it is no such
/// file. `language` is what it is written in.
std::optional<MailTemplate> read_letter(std::string_view file, bool guest, std::string_view from,
                                        Language language = Language::en);

}  // namespace asterism::shop
