#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "shells/http/routes.hpp"

namespace asterism::http::startupwebapp_dialect {

inline constexpr Fault field_missing{"field_missing", Kind::invalid,
                                     "A field of the form is missing."};

/// The field's text as it was sent; empty if there is none.
std::string text(const boost::json::object& from, std::string_view name);
/// Only the word `true` is true.
bool is_true(const boost::json::object& from, std::string_view name);
/// Refused unless every one of them is there, be it empty; the refusal names all that are not.
Result<Done> require(const boost::json::object& sent, std::span<const std::string_view> names);
Result<Done> require(const boost::json::object& sent,
                     std::initializer_list<std::string_view> names);

/// What the answer is found under: the path's last part, with `_` for `-`.
std::string key_of(const RequestFacts& facts);

/// 200 and the object, with the version of its area's interface.
void answer(Response& response, const RequestFacts& facts, boost::json::object&& body);
/// The same with that word under the endpoint's key.
void answer_word(Response& response, const RequestFacts& facts, std::string_view word);
/// A page of one sentence, as frameworks answer what has nothing to do with an endpoint.
void answer_page(Response& response, int status, std::string_view sentence);

/// Answers what is refused alike at every address: at the door, and when nobody is signed in.
/// False: the endpoint has words of its own for this.
bool refused_alike(const Error& error, const RequestFacts& facts, Response& response);

/// For endpoints without words of their own: 400, and the fault under `errors`.
void general_refuse(const Error& error, const RequestFacts& facts, Response& response);

/// An instant as this surface writes it: to the millisecond, cut.
std::string to_the_millisecond(std::string_view instant);

/// The page at the front of an area, from any use case.
void front_page(boost::json::object&& view, const RequestFacts& facts, Response& response);

/// Takes no notice of what was sent.
Result<boost::json::object> nothing_in(boost::json::object&& sent, const RequestFacts& facts);

}  // namespace asterism::http::startupwebapp_dialect
