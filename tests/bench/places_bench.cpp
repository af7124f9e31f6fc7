// Starview's pages over a million places, in one run: against bare sqlite3 with the same
// statements, against themselves with a hundredth of the places, against what is kept of them, and
// the map against nginx with the same bytes. Prints figures and ratios; ends with 1 if one is worse
// than it should be. Needs wrk and nginx.
//
//   places_bench [PLACES]      1000000 where nothing is said

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>

#include <sys/stat.h>

#include "libcore/places/geo.hpp"
#include "shells/app/app.hpp"
#include "shells/http/gateway.hpp"
#include "shells/outside/compressor.hpp"
#include "shells/outside/digest.hpp"
#include "shells/outside/entropy.hpp"
#include "shells/store/open.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/nginx.hpp"
#include "tests/bench/raw.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/scale/many_places.hpp"

namespace asterism::bench {
namespace {

using namespace http;

Instant now() {
    return std::chrono::time_point_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now());
}

struct Site {
    explicit Site(std::int64_t places) {
        engine->migrate(now());
        std::printf("%lld places written in %.1f s\n", static_cast<long long>(places),
                    wall_seconds([&] {
                        scale::fill(*engine, store::testing::added(*engine, "ada"), places);
                    }));
    }

    std::string_view ask(const std::string& target, std::string_view accepts = {}) {
        Request request;
        request.target = target;
        request.headers = {{"Host", "127.0.0.1"}, {"Accept-Encoding", accepts}, {"Cookie", cookie}};
        request.peer = "127.0.0.1";
        response.clear();
        gateway.answer(request, response);
        if (response.status != 200) throw std::runtime_error(target + ": " + response.body);
        return response.content();
    }

    /// Signs somebody in who has been about for a while, for all questions from here on.
    void sign_in_a_regular() {
        constexpr store::Literal been{
            "INSERT INTO visit (account_id, place_id, visited_at) SELECT :who, id, created_at FROM"
            " place WHERE id <= 300"};
        constexpr store::Literal judged{
            "INSERT INTO review (place_id, account_id, stars, text, created_at, updated_at) SELECT"
            " id, :who, 4, 'Dark and quiet.', created_at, created_at FROM place WHERE id <= 150"};
        const auto who = store::testing::added(*engine, "bea");
        engine->write_db([&](store::Db& db) {
            db.run(store::sql<been>, who);
            db.run(store::sql<judged>, who);
            return true;
        });
        const std::string token(43, 't');
        engine->write([&](app::Unit& unit) {
            const std::chrono::hours long_enough{9};
            unit.sessions().open(who, SiteId{1}, fingerprint.of(token),
                                 {now() + long_enough, long_enough}, now(), {});
            return true;
        });
        cookie = "sessionid=" + token;
    }

    GatewayOptions options() {
        GatewayOptions out;
        out.limits.enabled = false;
        out.compressor = &compressor;
        return out;
    }

    Folder folder;
    std::string path = folder.file("places.db");
    std::unique_ptr<store::Engine> engine = store::open_store(path);
    outside::SystemEntropy entropy;
    outside::Sha256Fingerprint fingerprint;
    outside::HmacSigner signer{std::string(32, 'k')};
    outside::SystemCompressor compressor;
    tests::ReversingHasher hasher;
    tests::PlainSealer sealer;
    app::App app{*engine, {&now, entropy, fingerprint, hasher, sealer}};
    Gateway gateway{app, signer, fingerprint, options()};
    std::string cookie;
    Response response;
};

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

/// Questions of one kind, from somewhere else each time, so that none was asked before.
class Questions {
public:
    std::string near(double miles, const char* more = "") {
        std::array<char, 160> out{};
        const double step = ++count_ * 0.6180339887498949;
        const double latitude = 120 * (step - static_cast<int>(step)) - 60;
        const double east = count_ * 0.4142135623730951;
        const double longitude = 360 * (east - static_cast<int>(east)) - 180;
        std::snprintf(out.data(), out.size(), "/api/locations/?near=%.6f,%.6f&radius=%.0f%s",
                      latitude, longitude, miles, more);
        return out.data();
    }

    int count() const { return count_; }

private:
    int count_ = 0;
};

double near_page(Site& site, double miles, const char* more = "") {
    static Questions questions;
    return cpu_microseconds(500, [&] { site.ask(questions.near(miles, more)); });
}

/// The count and the page of places within so many miles, as anybody would write them by hand.
double bare_page(Site& site, double miles, const std::string& order) {
    Raw raw(site.path);
    constexpr const char* where =
        " FROM place p WHERE p.id IN (SELECT id FROM place_box WHERE max_lng >= ?1 AND min_lng <="
        " ?2 AND max_lat >= ?3 AND min_lat <= ?4) AND (p.x - ?5) * (p.x - ?5) + (p.y - ?6) *"
        " (p.y - ?6) + (p.z - ?7) * (p.z - ?7) <= ?8";
    auto* count = raw.prepare((std::string("SELECT count(*)") + where).c_str());
    auto* page = raw.prepare((std::string("SELECT p.*, a.handle FROM (SELECT p.*") + where +
                              " ORDER BY " + order +
                              " LIMIT 10) p JOIN account a ON"
                              " a.id = p.added_by ORDER BY " +
                              order)
                                 .c_str());
    double step = 0;
    return cpu_microseconds(500, [&] {
        step += 0.6180339887498949;
        const places::Spot spot{120 * (step - static_cast<int>(step)) - 60,
                                360 * (step * 0.67 - static_cast<int>(step * 0.67)) - 180};
        const auto window = places::window_around(spot, miles * 1.60934).value();
        const auto middle = places::direction(spot);
        for (auto* statement : {count, page}) {
            const std::array values{
                window.west, window.east, window.south, window.north,
                middle.x,    middle.y,    middle.z,     places::chord2_of(miles * 1.60934)};
            for (std::size_t i = 0; i < values.size(); ++i)
                sqlite3_bind_double(statement, static_cast<int>(i) + 1, values[i]);
            while (sqlite3_step(statement) == SQLITE_ROW)
                for (int i = 0; i < sqlite3_column_count(statement); ++i) text(statement, i);
            sqlite3_reset(statement);
        }
    });
}

void compare_near(Site& many, Site& few, double times) {
    // So that as many places are near in both: what they cost is no growth.
    const double miles = 50;
    const double wide = miles * std::sqrt(times);
    std::array<double, 3> ratios{};
    const auto bare = [&](double reach) {
        return bare_page(many, reach, "p.created_at DESC, p.id");
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
        return bare_page(many, 30,
                         "(p.x - ?5) * (p.x - ?5) + (p.y - ?6) * (p.y - ?6) + (p.z - ?7) *"
                         " (p.z - ?7), p.id");
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
                cpu_microseconds(500, [&] { site.ask(target + "?x=" + std::to_string(++count)); });
            const auto kept = cpu_microseconds(5'000, [&] { site.ask(target); });
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
    std::ofstream(site.folder.file("map.json")) << site.ask(target);
    std::ofstream(site.folder.file("map.br")) << site.ask(target, "br");
    ::chmod(site.folder.file("").c_str(), 0755);
    site.response.clear();
    Nginx nginx(site.folder);
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

int compare(std::int64_t places) {
    Site many(places);
    {
        Site few(places / 100);
        compare_near(many, few, 100);
    }
    compare_kept(many);
    compare_map(many);
    return failures == 0 ? 0 : 1;
}

}  // namespace
}  // namespace asterism::bench

int main(int count, char** words) {
    return asterism::bench::compare(count > 1 ? std::atoll(words[1]) : 1'000'000);
}
