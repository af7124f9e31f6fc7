#include "shells/http/sky_feed.hpp"

#include <stdexcept>
#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "shells/app/codec.hpp"
#include "shells/app/ical.hpp"

namespace asterism::http {
namespace {

/// "sky.example:8443" of "https://sky.example:8443/there".
std::string_view authority(std::string_view address) {
    if (const auto scheme = address.find("://"); scheme != address.npos)
        address.remove_prefix(scheme + 3);
    return address.substr(0, address.find('/'));
}

}  // namespace

void feed_out(boost::json::object&& view, const RequestFacts& facts, Response& response) {
    const auto calendar = app::decode<sky::SkyCalendar>(boost::json::value(std::move(view)));
    if (!calendar) throw std::logic_error("a calendar that cannot be read back");
    response.body.clear();
    app::append_ical(response.body, *calendar, authority(facts.base_url));
    response.type = app::ical_type;
}

}  // namespace asterism::http
