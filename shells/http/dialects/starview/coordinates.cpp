#include "shells/http/dialects/starview/coordinates.hpp"

#include <charconv>
#include <cmath>
#include <system_error>

namespace asterism::http::starview_dialect {

namespace json = boost::json;

double rounded(double number, int decimals) {
    const double unit = std::pow(10, decimals);
    return std::round(number * unit) / unit;
}

json::value number_asked(const RequestFacts& facts, std::string_view name) {
    const auto text = facts.asked(name);
    double number = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    if (error != std::errc() || end != text.end() || !std::isfinite(number))
        return json::value(json::string(text));
    return number;
}

json::object location_asked(const RequestFacts& facts, int decimals) {
    return {{"lat", rounded(number_asked(facts, "lat").to_number<double>(), decimals)},
            {"lng", rounded(number_asked(facts, "lng").to_number<double>(), decimals)}};
}

}  // namespace asterism::http::starview_dialect
