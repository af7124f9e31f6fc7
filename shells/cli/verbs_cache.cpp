#include <charconv>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "shells/app/json.hpp"
#include "shells/cli/compose/warming.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

namespace json = boost::json;

constexpr int most_pages = 1'000;
constexpr int usual_pages = 5;
constexpr std::string_view list = "/api/locations/?page=";

int pages_of(const Arguments& given) {
    if (!given.has("pages")) return usual_pages;
    const auto text = given.text("pages");
    int out = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error == std::errc{} && stop == text.data() + text.size() && out >= 0 && out <= most_pages)
        return out;
    throw Trouble(Exit::misused, fmt::format("--pages cannot be {}.", text),
                  fmt::format("It is a number from 0 to {}.", most_pages), "Give another one.");
}

/// What an anonymous visitor's first pages ask for.
std::vector<std::string> targets(int pages) {
    std::vector<std::string> out{"/api/stats/", "/api/locations/map_geojson/", "/v1/stats",
                                 "/v1/places/map"};
    for (int page = 1; page <= pages; ++page) out.push_back(fmt::format("{}{}", list, page));
    return out;
}

/// Whether a page of the list says that there is another one.
bool has_next(const std::string& body) {
    const auto page = app::parse_strict(body);
    const auto* object = page ? page->if_object() : nullptr;
    const auto* next = object ? object->if_contains("next") : nullptr;
    return next && !next->is_null();
}

void warm(const Warmer& warmer, const std::vector<std::string>& all, json::array& done) {
    for (const auto& target : all) {
        const auto answer = warmer.ask(target);
        if (answer.status != 200)
            throw Trouble(
                Exit::unavailable, fmt::format("{} does not answer as it should.", warmer.where()),
                answer.status == 0 ? answer.error
                                   : fmt::format("{} gave status {}.", target, answer.status),
                "See whether it runs there, or name another one with --url.");
        done.push_back(json::object{{"address", target}, {"bytes", answer.body.size()}});
        say(fmt::format("{} {}", target, answer.body.size()));
        if (target.starts_with(list) && !has_next(answer.body)) return;
    }
}

}  // namespace

Exit cache_warm(const Arguments& given) {
    const auto all = targets(pages_of(given));
    const Warmer warmer(settings_of(given), given.text("url"));
    json::array done;
    const bool dry_run = given.has("dry-run");
    if (dry_run)
        for (const auto& target : all) done.push_back(json::object{{"address", target}});
    else
        warm(warmer, all, done);
    if (given.has("json")) {
        print(json::serialize(done) + '\n');
    } else if (dry_run) {
        for (const auto& target : all) print(warmer.where() + target + '\n');
    } else {
        print(fmt::format("{} answers of {} are warm\n", done.size(), warmer.where()));
    }
    return Exit::done;
}

}  // namespace asterism::cli
