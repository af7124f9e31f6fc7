#pragma once

#include "shells/http/dialects/starview/locations.hpp"
#include "shells/http/dialects/starview/profiles.hpp"

namespace asterism::http::starview_dialect {

// Shapes of Starview's photos; the contract's sections 3.3 and 3.4.

/// The numbers in an address: of a place, and of a photo with its kind in front ("loc_12"). What
/// cannot be one leads nowhere.
Result<Done> photo_caught(std::string_view field, std::string_view text,
                          boost::json::object& input);
/// The same where each is a bare number.
Result<Done> number_caught(std::string_view field, std::string_view text,
                           boost::json::object& input);
/// A kind that there is not has a refusal of its own shape.
void photo_refuse(const Error& error, const RequestFacts& facts, Response& response);

/// What is not understood is passed over.
Result<boost::json::object> gallery_in(boost::json::object&& sent, const RequestFacts& facts);
/// The files alone.
Result<boost::json::object> photos_in(boost::json::object&& sent, const RequestFacts& facts);
void gallery_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void photos_added_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void review_photos_added_out(boost::json::object&& view, const RequestFacts& facts,
                             Response& response);
void photo_vote_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void photo_removed_out(boost::json::object&& view, const RequestFacts& facts, Response& response);
void carousel_out(boost::json::object&& view, const RequestFacts& facts, Response& response);

/// Five files of 5 MiB, and what a form has around them.
inline constexpr FilePart images{"images", "photos", 26 * 1024 * 1024, 5, "review_images"};

inline constexpr Extras gallery{
    .in = gallery_in, .out = gallery_out, .refuse = general_refuse, .caught = photo_caught};
inline constexpr Extras adds_photos{.status = 201,
                                    .in = photos_in,
                                    .out = photos_added_out,
                                    .refuse = general_refuse,
                                    .file = images,
                                    .caught = photo_caught};
inline constexpr Extras adds_review_photos{.status = 201,
                                           .in = photos_in,
                                           .out = review_photos_added_out,
                                           .refuse = general_refuse,
                                           .file = images,
                                           .caught = number_caught};
inline constexpr Extras votes_photo{
    .in = path_alone_in, .out = photo_vote_out, .refuse = photo_refuse, .caught = photo_caught};
inline constexpr Extras removes_photo{
    .in = path_alone_in, .out = photo_removed_out, .refuse = photo_refuse, .caught = photo_caught};
inline constexpr Extras removes_review_photo{.in = path_alone_in,
                                             .out = photo_removed_out,
                                             .refuse = general_refuse,
                                             .caught = number_caught};
inline constexpr Extras carousel{.in = path_alone_in, .out = carousel_out};

}  // namespace asterism::http::starview_dialect
