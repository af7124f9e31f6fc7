#include <array>

#include "shells/http/dialects/startupwebapp/areas.hpp"
#include "shells/http/dialects/startupwebapp/shapes.hpp"

namespace asterism::http::startupwebapp_dialect {
namespace {

using enum Verb;
using enum Access;

constexpr Extras front{.in = nothing_in, .out = front_page};

// clang-format off
constexpr std::array table{
    //    verb  path       use case          who     how often     shapes
    Route{get,  "/order/", "session_status", anyone, limits::none, front},
};
// clang-format on

}  // namespace

std::span<const Route> order_routes() { return table; }

}  // namespace asterism::http::startupwebapp_dialect
