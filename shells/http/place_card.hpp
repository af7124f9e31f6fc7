#pragma once

#include <optional>
#include <string_view>

#include "shells/app/app.hpp"
#include "shells/http/target.hpp"
#include "shells/http/web_html.hpp"

namespace asterism::http {

/// What the head of Starview's page of a place says of it; none at other addresses, of places that
/// are not there, and while the database cannot be asked: the page is shown all the same.
std::optional<PageCard> place_card(app::App& app, const Target& target, std::string_view base_url);

}  // namespace asterism::http
