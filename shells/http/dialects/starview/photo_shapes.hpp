#pragma once

#include <string>
#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace asterism::http::starview_dialect {

// What the original shows of a photo; the contract's sections 3.3 and 3.4.

/// The address of a kept file.
std::string media_url(const boost::json::value& file);

/// "loc_12", or "rev_12" of a photo of a review.
std::string photo_name(const boost::json::value& id, const boost::json::value& review);

/// As lists of places have it, from a place's photos; none where it has none.
boost::json::array listed_images(const boost::json::value& photos);
/// As maps have it.
boost::json::array mapped_images(const boost::json::value& photos);
/// As the gallery has it.
boost::json::object gallery_photo(const boost::json::object& photo);

}  // namespace asterism::http::starview_dialect
