#include "shells/outside/open_route.hpp"

#include <cmath>
#include <optional>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fmt/format.h>

#include "shells/app/json.hpp"

namespace asterism::outside {
namespace {

namespace json = boost::json;
using sky::DirectionsView;

/// Its codes for points that no road joins, and for points that no road is near.
constexpr int no_route = 2009;
constexpr int no_road = 2010;

const json::object* object_in(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    return value ? value->if_object() : nullptr;
}

const json::array* array_in(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    return value ? value->if_array() : nullptr;
}

/// Left out where it is nothing.
double number_in(const json::object& from, std::string_view name) {
    const auto* value = from.if_contains(name);
    return value && value->is_number() ? value->to_number<double>() : 0;
}

std::optional<std::vector<sky::WayPoint>> read_path(const json::array& coordinates) {
    std::vector<sky::WayPoint> out;
    for (const auto& each : coordinates) {
        const auto* pair = each.if_array();  // with an elevation perhaps
        if (!pair || pair->size() < 2 || !(*pair)[0].is_number() || !(*pair)[1].is_number())
            return std::nullopt;
        out.push_back({(*pair)[1].to_number<double>(), (*pair)[0].to_number<double>()});
    }
    return out;
}

std::optional<DirectionsView> read_way(const json::object& body) {
    const auto* features = array_in(body, "features");
    if (!features) return std::nullopt;
    if (features->empty()) return DirectionsView{};
    const auto* feature = features->front().if_object();
    const auto* geometry = feature ? object_in(*feature, "geometry") : nullptr;
    const auto* properties = feature ? object_in(*feature, "properties") : nullptr;
    const auto* coordinates = geometry ? array_in(*geometry, "coordinates") : nullptr;
    const auto* summary = properties ? object_in(*properties, "summary") : nullptr;
    if (!coordinates || !summary) return std::nullopt;
    auto path = read_path(*coordinates);
    if (!path) return std::nullopt;
    return DirectionsView{number_in(*summary, "distance"), number_in(*summary, "duration"),
                          *std::move(path)};
}

bool says_no_way(const json::object& body) {
    const auto* error = object_in(body, "error");
    const auto code = error ? number_in(*error, "code") : 0;
    return code == no_route || code == no_road;
}

HttpRequest request_of(const OpenRouteOptions& options, const sky::DirectionsQuestion& question) {
    HttpRequest out{options.url,
                    {"Authorization: " + options.key, "Content-Type: application/json",
                     "Accept: application/geo+json, application/json"}};
    out.form = fmt::format(R"({{"coordinates":[[{:.6f},{:.6f}],[{:.6f},{:.6f}]]}})",
                           question.from.longitude.value, question.from.latitude.value,
                           question.to.longitude.value, question.to.latitude.value);
    return out;
}

}  // namespace

OpenRoute::OpenRoute(OpenRouteOptions options, const HttpClient& http, ServiceAlarm alarm)
    : options_(std::move(options)), line_("directions", http, std::move(alarm)) {}

Result<DirectionsView> OpenRoute::ask(const sky::DirectionsQuestion& question) const {
    const auto got = line_.ask(request_of(options_, question), question.at, options_.time);
    if (!got.answer) {
        if (got.timed_out) return sky::directions_too_slow;
        return sky::directions_failed;
    }
    const auto body = app::parse_strict(got.answer->body);
    const auto* object = body ? body->if_object() : nullptr;
    if (object && got.answer->status == 404 && says_no_way(*object)) return DirectionsView{};
    const auto way = object && got.answer->status == 200 ? read_way(*object) : std::nullopt;
    if (way) return *way;
    line_.complain(fmt::format("status {}, no way in it", got.answer->status));
    return sky::directions_failed;
}

}  // namespace asterism::outside
