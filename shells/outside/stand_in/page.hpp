#pragma once

#include <string>
#include <string_view>

#include "shells/outside/stand_in/session.hpp"

namespace asterism::outside::stand_in {

/// The page where a session is paid with play money. `notice` is told above all else.
std::string page_of(const Session& session, std::string_view notice);

/// One that only says something.
std::string plain_page(std::string_view title, std::string_view text);

}  // namespace asterism::outside::stand_in
