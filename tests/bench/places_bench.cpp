// Starview's pages over a million places, on both databases: against their bare SQL, against
// themselves with a hundredth of the places, against what is kept of them, and the map against
// nginx with the same bytes. Prints figures and ratios; ends with 1 if one is worse than it should
// be. Needs wrk, nginx and ASTERISM_TEST_POSTGRESQL.
//
//   places_bench [PLACES [sqlite|postgresql]]      1000000 and both where nothing is said

#include <cstdlib>
#include <thread>

#include <sys/stat.h>

#include "shells/http/server.hpp"
#include "tests/bench/bare_places.hpp"
#include "tests/bench/nginx.hpp"

namespace asterism::bench {
namespace {

int failures = 0;

void judge(const char* what, double figure, bool good, const char* wanted) {
    std::printf("%-58s %8.2f   wanted: %s%s\n", what, figure, wanted, good ? "" : "   NOT SO");
    if (!good) ++failures;
}

void at_most(const char* what, double figure, double most, const char* wanted) {
    judge(what, figure, figure <= most, wanted);
}

void at_least(const char* what, double figure, double least, const char* wanted) {
    judge(what, figure, figure >= least, wanted);
}

/// A question of one kind, from somewhere else each time, so that it was not asked before.
std::string near_question(double miles, const char* more) {
    static int count = 0;
    const auto [latitude, longitude] = spot_number(++count);
    std::array<char, 160> out{};
    std::snprintf(out.data(), out.size(), "/api/locations/?near=%.6f,%.6f&radius=%.0f%s", latitude,
                  longitude, miles, more);
    return out.data();
}

double near_page(Site& site, double miles, const char* more = "") {
    return site.cost(500, [&] { site.ask(near_question(miles, more)); });
}

template <class Hand>
void compare_near(Site& many, Site& few, double times) {
    // So that as many places are near in both: what they cost is no growth.
    const double miles = 50;
    const double wide = miles * std::sqrt(times);
    std::array<double, 3> ratios{};
    const auto bare = [&](double reach) {
        return bare_page<Hand>(many, reach, "p.created_at DESC, p.id");
    };
    for (double& ratio : ratios) ratio = near_page(many, miles) / bare(miles);
    std::printf("near page, microseconds: %.0f, bare %.0f\n", near_page(many, miles), bare(miles));
    at_most("near+radius page, times its bare SQL", median_of(ratios), 3, "at most 3");
    for (double& ratio : ratios) ratio = near_page(many, miles) / near_page(few, wide);
    at_most("near+radius page, times that of a hundredth of the places", median_of(ratios), 2,
            "at most 2");
    const auto* nearest = "&sort=distance";
    // By hand one would look as far as ten of a million evenly spread places need.
    const auto by_hand = [&] {
        return bare_page<Hand>(many, 30, ByHand().chord(Hand::mark) + ", p.id");
    };
    for (double& ratio : ratios) ratio = near_page(many, 12'500, nearest) / by_hand();
    at_most("nearest of all, times their bare SQL", median_of(ratios), 3, "at most 3");
    for (double& ratio : ratios)
        ratio = near_page(many, 12'500, nearest) / near_page(few, 12'500, nearest);
    at_most("nearest of all, times that of a hundredth of the places", median_of(ratios), 2,
            "at most 2");
}

void compare_kept(Site& site) {
    int count = 0;
    const auto rate = [&](const char* what, const std::string& target, double least,
                          const char* wanted) {
        std::array<double, 3> ratios{};
        for (double& ratio : ratios) {
            const auto made =
                site.cost(500, [&] { site.ask(target + "?x=" + std::to_string(++count)); });
            const auto kept = site.cost(5'000, [&] { site.ask(target); });
            std::printf("%s: %.1f microseconds, made %.1f\n", target.c_str(), kept, made);
            ratio = made / kept;
        }
        at_least(what, median_of(ratios), least, wanted);
    };
    rate("kept list page, times as fast as made", "/api/locations/", 4, "at least 4");
    rate("kept place, times as fast as made", "/api/locations/77/", 4, "at least 4");
    site.sign_in_a_regular();
    rate("kept progress, times as fast as made", "/api/users/me/badges/collection/", 10,
         "at least 10");
    site.cookie.clear();
}

void compare_map(Site& site) {
    constexpr const char* target = "/api/locations/map_geojson/";
    std::size_t size = 0;
    const auto made = wall_seconds([&] { size = site.ask(target).size(); });
    std::printf("map of %.0f MB made in %.1f s", static_cast<double>(size) / 1e6, made);
    for (const auto* coding : {"gzip", "br"}) {
        const auto took = wall_seconds([&] { size = site.ask(target, coding).size(); });
        std::printf(", %s %.0f MB in %.1f s", coding, static_cast<double>(size) / 1e6, took);
    }
    std::printf("\n");
    const Folder folder;
    std::ofstream(folder.file("map.json")) << site.ask(target);
    std::ofstream(folder.file("map.br")) << site.ask(target, "br");
    ::chmod(folder.file("").c_str(), 0755);
    site.response.clear();
    Nginx nginx(folder);
    ServerOptions options;
    options.port = 0;
    Server server(options, site.gateway);
    std::jthread thread([&] { server.run(); });
    const auto ours = "http://127.0.0.1:" + std::to_string(server.port()) + target;
    const std::string theirs = "http://127.0.0.1:18124/map.";
    for (const auto& [what, coding, file] :
         {std::tuple{"map as it is, times nginx", "identity", "json"},
          std::tuple{"map in brotli, times nginx", "br", "br"}}) {
        std::array<double, 3> ratios{};
        for (double& ratio : ratios) {
            const auto mine = megabytes(ours, coding);
            const auto its = megabytes(theirs + file, "identity");
            std::printf("%s: ours %.0f MB/s, nginx %.0f MB/s\n", coding, mine, its);
            ratio = mine / its;
        }
        at_least(what, median_of(ratios), 0.5, "at least 0.5");
    }
    server.stop();
}

/// Two of one kind; what is measured of `many` alone is up to the last.
template <class Kind, class Hand>
void compare(const char* what, std::int64_t places, auto more) {
    std::printf("%s\n", what);
    Site many(std::make_unique<Kind>(), places);
    {
        Site few(std::make_unique<Kind>(), places / 100);
        compare_near<Hand>(many, few, 100);
    }
    compare_kept(many);
    more(many);
}

int compare(std::int64_t places, std::string_view which) {
    using namespace store::testing;
    if (which != "sqlite")
        compare<PostgresDatabase, PostgresByHand>("PostgreSQL", places, [](Site&) {});
    if (which != "postgresql") compare<SqliteDatabase, SqliteByHand>("SQLite", places, compare_map);
    return failures == 0 ? 0 : 1;
}

}  // namespace
}  // namespace asterism::bench

int main(int count, char** words) {
    return asterism::bench::compare(count > 1 ? std::atoll(words[1]) : 1'000'000,
                                    count > 2 ? words[2] : "");
}
