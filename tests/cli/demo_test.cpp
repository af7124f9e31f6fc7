#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "libcore/sky/towns.hpp"
#include "shells/cli/demo/cast.hpp"
#include "shells/cli/demo/chronicle.hpp"
#include "shells/cli/demo/night_sky.hpp"
#include "shells/cli/demo/portrait.hpp"

namespace asterism::cli::demo {
namespace {

using namespace std::chrono_literals;

constexpr Instant today{std::chrono::sys_days{2026y / 11 / 27}};

TEST_CASE("demo: has enough of everything, from all over the world") {
    const auto plan = plan_until(today);
    CHECK(plan.people.size() >= 224);
    CHECK(plan.places.size() >= 300);
    CHECK(plan.reviews.size() >= 600);
    CHECK(plan.votes.size() >= 1'500);
    CHECK(std::ranges::count_if(plan.photos, [](auto& photo) { return photo.width >= 1'200; }) >=
          6);
    std::set<std::string_view> countries;
    for (const auto& place : plan.places)
        countries.insert(
            sky::nearest_town({{place.spot.latitude}, {place.spot.longitude}})->town.country);
    CHECK(countries.size() >= 40);
}

TEST_CASE("demo: is the same on the same day, and as much later on another") {
    const auto plan = plan_until(today);
    const auto again = plan_until(today);
    CHECK(chronicle(plan) == chronicle(again));
    CHECK(plan.reviews.back().text == again.reviews.back().text);
    CHECK(plan.places.back().name == again.places.back().name);
    const auto next = plan_until(today + 24h);
    CHECK(next.places.back().name == plan.places.back().name);
    CHECK(next.places.back().at == plan.places.back().at + 24h);
}

TEST_CASE("demo: nothing happens before what it needs, or after today") {
    const auto plan = plan_until(today);
    std::set<std::pair<Kind, std::size_t>> been;
    const auto before = [&](Kind kind, std::size_t number) {
        return been.contains({kind, number});
    };
    for (const Deed& deed : chronicle(plan)) {
        CHECK(deed.at < today);
        const auto n = deed.number;
        bool ready = true;
        switch (deed.kind) {
            case Kind::join: break;
            case Kind::portrait: ready = before(Kind::join, n); break;
            case Kind::place: ready = before(Kind::join, plan.places[n].owner); break;
            case Kind::review:
                ready = before(Kind::place, plan.reviews[n].place) &&
                        before(Kind::join, plan.reviews[n].author);
                break;
            case Kind::vote:
                ready = before(Kind::review, plan.votes[n].review) &&
                        before(Kind::join, plan.votes[n].voter);
                break;
            case Kind::comment:
                ready = before(Kind::review, plan.comments[n].review) &&
                        before(Kind::join, plan.comments[n].author);
                break;
            case Kind::visit: ready = before(Kind::place, plan.visits[n].place); break;
            case Kind::favourite: ready = before(Kind::place, plan.favourites[n].place); break;
            case Kind::follow:
                ready = before(Kind::join, plan.follows[n].followed) &&
                        before(Kind::join, plan.follows[n].follower);
                break;
            case Kind::photo:
                ready = before(Kind::place, plan.photos[n].place) &&
                        (!plan.photos[n].review || before(Kind::review, *plan.photos[n].review));
                break;
            case Kind::photo_vote: ready = before(Kind::photo, plan.photo_votes[n].photo); break;
        }
        CHECK(ready);
        been.emplace(deed.kind, n);
    }
}

TEST_CASE("demo: nobody judges his own, or the same thing twice") {
    const auto plan = plan_until(today);
    std::set<std::pair<std::size_t, std::size_t>> written;
    for (const auto& review : plan.reviews) {
        CHECK(review.author != plan.places[review.place].owner);
        CHECK(written.emplace(review.author, review.place).second);
    }
    std::set<std::pair<std::size_t, std::size_t>> cast;
    for (const auto& vote : plan.votes) {
        CHECK(vote.voter != plan.reviews[vote.review].author);
        CHECK(cast.emplace(vote.voter, vote.review).second);
    }
    std::set<std::string> handles;
    for (const auto& person : plan.people) CHECK(handles.insert(person.handle).second);
}

TEST_CASE("demo: those of the cast do what the largest badges ask for") {
    const auto plan = plan_until(today);
    CHECK(std::ranges::count(plan.follows, teacher, &NewFollow::followed) >= 200);
    CHECK(std::ranges::count(plan.reviews, critic, &NewReview::author) >= 100);
    CHECK(std::ranges::count(plan.photos, photographer, &NewPhoto::author) >= 25);
    CHECK(std::ranges::count(plan.places, finder, &NewPlace::owner) >= 25);
    std::map<std::size_t, int> least;
    for (const auto& review : plan.reviews)
        if (plan.places[review.place].owner == finder) {
            const auto [at, fresh] = least.emplace(review.place, review.stars);
            if (!fresh) at->second = std::min(at->second, review.stars);
        }
    CHECK(std::ranges::count_if(least, [](auto& each) { return each.second >= 4; }) >= 24);
    int up = 0;
    int down = 0;
    for (const auto& vote : plan.votes)
        if (plan.reviews[vote.review].author == critic)
            ++(vote.choice == community::Choice::up ? up : down);
    CHECK(100 * up >= 88 * (up + down));
}

/// How many different colours the picture has, up to so many.
std::size_t colours(const Picture& picture, std::size_t most) {
    std::set<std::string_view> out;
    const std::string_view rgb = picture.rgb();
    for (std::size_t at = 0; at + 3 <= rgb.size() && out.size() < most; at += 3)
        out.insert(rgb.substr(at, 3));
    return out.size();
}

TEST_CASE("demo: a night is drawn the same from one seed, and otherwise from another") {
    const auto night = draw_night(160, 100, 7);
    CHECK(night.rgb().size() == 160 * 100 * 3);
    CHECK(night.rgb() == draw_night(160, 100, 7).rgb());
    CHECK(night.rgb() != draw_night(160, 100, 8).rgb());
    CHECK(colours(night, 500) == 500);
    // It is dark below the hills, and there are stars above.
    const auto brightest = [&](std::size_t first_row, std::size_t rows) {
        const auto part = std::string_view(night.rgb()).substr(first_row * 480, rows * 480);
        return std::ranges::max(part, {},
                                [](char byte) { return static_cast<unsigned char>(byte); });
    };
    CHECK(static_cast<unsigned char>(brightest(95, 5)) < 30);
    CHECK(static_cast<unsigned char>(brightest(0, 60)) > 200);
}

TEST_CASE("demo: every face is another one") {
    std::set<std::string> faces;
    for (const auto& person : known_people())
        faces.insert(draw_portrait(person.portrait, 24, faces.size() + 1).rgb());
    CHECK(faces.size() == known_people().size());
    for (int what = 0; what <= static_cast<int>(Portrait::sun); ++what)
        CHECK(colours(draw_portrait(static_cast<Portrait>(what), 48, 1), 50) == 50);
}

}  // namespace
}  // namespace asterism::cli::demo
