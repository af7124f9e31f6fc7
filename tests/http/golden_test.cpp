// What the outside can see of the HTTP surface, as files: a change of it is a diff in review. Run
// with ASTERISM_UPDATE_GOLDEN=1 to write them anew.

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "libcore/version.hpp"
#include "shells/http/dialects/startupwebapp/startupwebapp.hpp"
#include "shells/http/dialects/starview/starview.hpp"
#include "shells/http/openapi.hpp"
#include "shells/http/routes.hpp"
#include "tests/data_folder.hpp"

namespace asterism::http {
namespace {

constexpr std::string_view verbs[]{"GET", "POST", "PUT", "PATCH", "DELETE"};
constexpr std::string_view doors[]{"anyone", "account", "moderator", "staff", "admin"};

std::string limits_of(const Route& route) {
    std::string out;
    if (route.extras.exempt) return " exempt";
    for (const Limit& limit : route.limits) out.append(1, ' ').append(limit.name);
    return out;
}

std::string listing() {
    std::ostringstream out;
    for (const Dialect* dialect : {&native(), &starview(), &startupwebapp()})
        for (const Route& route : dialect->routes)
            out << dialect->name << ' ' << verbs[static_cast<std::size_t>(route.verb)] << ' '
                << route.path << ' ' << route.use_case << ' '
                << doors[static_cast<std::size_t>(route.access)] << ' ' << route.extras.status
                << limits_of(route) << '\n';
    return std::move(out).str();
}

/// A line for each key, so that a diff can be read; without the version, which changes by itself.
std::string spread(std::string text) {
    const auto version_at = text.find("\"version\":\"" + std::string(version()));
    if (version_at != text.npos) text.erase(version_at + 11, version().size());
    std::string out;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        if (text[i] == '"' && (i == 0 || text[i - 1] != '\\')) quoted = !quoted;
        if (!quoted && (text[i] == ',' || text[i] == '{')) out += '\n';
    }
    return out + '\n';
}

void compare(const std::string& name, const std::string& now) {
    const auto path = tests::data_folder() + "/http/" + name;
    if (std::getenv("ASTERISM_UPDATE_GOLDEN")) std::ofstream(path) << now;
    std::ostringstream kept;
    kept << std::ifstream(path).rdbuf();
    CHECK_MESSAGE(kept.str() == now, name << " differs: is the change meant? Then write it anew.");
}

TEST_CASE("golden: the routes are those that were reviewed") {
    compare("routes.golden.txt", listing());
}

TEST_CASE("golden: the OpenAPI document is the one that was reviewed") {
    compare("openapi.golden.json", spread(openapi_text()));
}

}  // namespace
}  // namespace asterism::http
