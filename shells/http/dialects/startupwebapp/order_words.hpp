#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/http/dialects/startupwebapp/shapes.hpp"
#include "shells/http/routes.hpp"

namespace asterism::http::startupwebapp_dialect {

// What the answers below /order/ have in common: each says under a key of its own how it went.

/// A key, as the argument of a template.
template <std::size_t Size>
struct Key {
    char text[Size];

    constexpr Key(const char (&literal)[Size]) { std::copy_n(literal, Size, text); }

    operator std::string_view() const { return {text, Size - 1}; }
};

/// The object, with the version that every answer names.
void order_reply(Response& response, boost::json::object&& body);

/// {"<key>": "success", ...}
void order_success(Response& response, std::string_view key, boost::json::object&& more);

/// {"<key>": "error", "errors": {...}, ...}
void order_failure(Response& response, std::string_view key, boost::json::object&& errors,
                   boost::json::object&& more = {});

/// The word that clients compare for a refusal.
std::string order_code(const Error& error);

/// Of a refusal that says nothing but its word, with whatever else is said.
void refuse_order(std::string_view key, const Error& error, const RequestFacts& facts,
                  Response& response, boost::json::object&& more = {});

template <Key Name>
void order_refuse(const Error& error, const RequestFacts& facts, Response& response) {
    refuse_order(Name, error, facts, response);
}

/// A field as it was sent, whether as a text or as a whole number; nothing where it was not.
std::optional<std::string> said(const boost::json::object& sent, std::string_view name);
/// The same for an answer; null where it was not sent.
boost::json::value echo(const RequestFacts& facts, std::string_view name);

/// Three decimals of a second, cut: "2026-11-21T01:26:01.230Z". Null stays null.
boost::json::value milliseconds(const boost::json::value& instant);

/// What is empty with us is null here.
boost::json::value or_null(const boost::json::value& text);

/// "in_stock" as the shop's pages spell and explain it.
struct InventoryWords {
    std::string_view identifier;
    std::string_view title;
    std::string_view description;
};

InventoryWords inventory_of(std::string_view availability);

/// A list as clients of this dialect have it: an object with keys that count from 0.
template <class Each>
boost::json::object counted(const boost::json::value& list, const Each& each) {
    boost::json::object out;
    for (const boost::json::value& one : list.get_array())
        out[std::to_string(out.size())] = each(one.get_object());
    return out;
}

}  // namespace asterism::http::startupwebapp_dialect
