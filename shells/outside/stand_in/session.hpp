#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "libcore/base/time.hpp"

namespace asterism::outside::stand_in {

/// A form, or a query, decoded.
using Fields = std::map<std::string, std::string, std::less<>>;

struct Line {
    std::string name;
    std::string description;
    std::int64_t each = 0;
    std::int64_t quantity = 1;
};

/// What the buyer typed.
struct Buyer {
    std::string email;
    std::string name;
    std::string line1;
    std::string city;
    std::string state;
    std::string zip;
    std::string country;
};

/// A Checkout Session, as far as a shop sees of it.
struct Session {
    std::string id;
    std::string url;
    std::string reference;
    Fields metadata;
    std::vector<Line> lines;
    std::string currency;
    std::string success_url;
    std::string cancel_url;
    std::string email;  ///< as the shop told it, or empty
    bool asks_address = false;
    Instant made;
    Instant expires;
    std::string status = "open";  ///< open, complete, expired
    std::string payment_status = "unpaid";
    std::string intent;
    std::optional<Instant> paid_at = {};  ///< when the money comes that is on its way
    std::optional<Buyer> buyer = {};
};

/// Why a request is not taken, as Stripe words it.
struct Refusal {
    std::string param;
    std::string message;
};

std::int64_t total_of(const Session& session);

/// A session as the form asks for it, or why there is none.
std::optional<Refusal> read_form(const Fields& fields, Instant now, Session& out);

/// As their API shows one.
boost::json::object view_of(const Session& session);

}  // namespace asterism::outside::stand_in
