#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/fwd.hpp>

#include "libcore/shop/order_ports.hpp"

namespace asterism::outside {

/// Where the buyer's browser is sent.
struct StripePages {
    std::string site;     ///< what addresses of pictures that begin with / are below
    std::string success;  ///< with {CHECKOUT_SESSION_ID} where the session's name goes
    std::string cancel;
};

/// The fields of a form that asks for a Checkout Session.
std::vector<std::pair<std::string, std::string>> session_form(const shop::CounterRequest& request,
                                                              const StripePages& pages);

/// Whether that could be the name of one of theirs. Others are not put into addresses.
bool is_session_name(std::string_view text);

/// What a Checkout Session says of its payment. None where it is no such thing. An amount that is
/// not told is none that anybody asked for.
std::optional<shop::Payment> read_session(const boost::json::object& session);

}  // namespace asterism::outside
