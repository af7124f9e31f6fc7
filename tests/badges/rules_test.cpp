#include "libcore/badges/rules.hpp"

#include <map>

#include <doctest/doctest.h>

#include "tests/fakes/instant.hpp"

namespace asterism::badges {
namespace {

const auto noon = tests::instant("2026-03-01T12:00:00Z");
const std::vector<std::string> usual{"bio", "picture"};
const Standard standard{usual, noon};

std::vector<std::string> slugs(const auto& list) {
    std::vector<std::string> out;
    for (const auto& each : list) {
        if constexpr (requires { each.slug; })
            out.push_back(each.slug);
        else
            out.push_back(each.badge.slug);
    }
    return out;
}

/// Figures of which one is as given.
Figures with(std::int64_t Figures::*one, std::int64_t value) {
    Figures out;
    out.*one = value;
    return out;
}

TEST_CASE("badges: are 27, numbered as their clients know them, each with its own words") {
    CHECK(table.size() == 27);
    std::map<std::string_view, int> words;
    for (std::size_t i = 0; i < table.size(); ++i) {
        CHECK(table[i].id.value == static_cast<std::int64_t>(i + 1));
        ++words[table[i].slug];
        ++words[table[i].name];
        ++words[table[i].description];
        CHECK(table[i].tier >= 1);
        CHECK(table[i].tier <= 5);
    }
    for (const auto& [word, times] : words) CHECK_MESSAGE(times == 1, word);
}

TEST_CASE("badges: are shown by category and tier, those of one criterion together") {
    std::vector<std::int64_t> order;
    for (const Badge& badge : shown_order) order.push_back(badge.id.value);
    CHECK(order == std::vector<std::int64_t>{16, 17, 18, 19, 26, 7,  8,  9,  10, 1,  2,  3,  4, 5,
                                             6,  21, 22, 23, 24, 11, 12, 13, 14, 15, 27, 20, 25});
}

TEST_CASE("deserves: everybody with the number that a badge asks for, and nobody with one less") {
    const std::map<Criterion, std::int64_t Figures::*> counted{
        {Criterion::visits, &Figures::visits},
        {Criterion::places_added, &Figures::places_added},
        {Criterion::places_rated, &Figures::places_rated},
        {Criterion::reviews, &Figures::reviews},
        {Criterion::upvotes, &Figures::upvotes},
        {Criterion::comments, &Figures::comments_for},
        {Criterion::followers, &Figures::followers},
        {Criterion::photos, &Figures::photos}};
    int tried = 0;
    for (const Badge& badge : table) {
        const auto found = counted.find(badge.criterion);
        if (found == counted.end()) continue;
        ++tried;
        CHECK_FALSE(deserves(with(found->second, badge.value - 1), badge, standard));
        CHECK(deserves(with(found->second, badge.value), badge, standard));
        auto site = with(found->second, badge.value);
        site.system = true;
        CHECK_FALSE(deserves(site, badge, standard));
    }
    CHECK(tried == 22);
}

TEST_CASE("deserves: a ratio asks for reviews and for votes on them, to the last hundredth") {
    const auto& expert = badge_named("expert-reviewer");
    const auto figures = [](std::int64_t reviews, std::int64_t up, std::int64_t down) {
        Figures out;
        out.reviews = reviews;
        out.upvotes = up;
        out.downvotes = down;
        return out;
    };
    CHECK(deserves(figures(25, 3, 1), expert, standard));
    CHECK_FALSE(deserves(figures(24, 3, 1), expert, standard));
    CHECK_FALSE(deserves(figures(25, 299, 100), expert, standard));
    CHECK_FALSE(deserves(figures(25, 0, 0), expert, standard));
    CHECK(deserves(figures(100, 85, 15), badge_named("review-master"), standard));
    CHECK_FALSE(deserves(figures(100, 84, 16), badge_named("review-master"), standard));
}

TEST_CASE("deserves: a whole profile shows what the site asks for, and no site asks for nothing") {
    Figures figures;
    figures.bio = true;
    CHECK_FALSE(deserves(figures, mission_ready, standard));
    figures.picture = true;
    CHECK(deserves(figures, mission_ready, standard));
    const std::vector<std::string> more{"location", "bio", "picture"};
    CHECK_FALSE(deserves(figures, mission_ready, {more, noon}));
    figures.location = true;
    CHECK(deserves(figures, mission_ready, {more, noon}));
    CHECK_FALSE(deserves(figures, mission_ready, {{}, noon}));
}

TEST_CASE("deserves: nobody is a pioneer by rows, and years count by the day") {
    CHECK_FALSE(deserves({}, pioneer, standard));
    Badge year{{99},  "year", "Year", Category::tenure, Criterion::tenure_days, 365, 0, 1,
               false, 1,      ""};
    Figures figures;
    figures.joined_at = noon - std::chrono::days{365};
    CHECK(deserves(figures, year, standard));
    figures.joined_at += std::chrono::microseconds{1};
    CHECK_FALSE(deserves(figures, year, standard));
}

TEST_CASE("judge: finds what is missing and what is not deserved, but leaves pioneers alone") {
    const std::vector<Award> held{{{1}, noon}, {{2}, noon}, {pioneer.id, noon}};
    auto figures = with(&Figures::visits, 4);
    figures.places_added = 1;
    const auto verdict = judge(figures, held, standard);
    CHECK(verdict.missing == std::vector<BadgeId>{{7}});
    CHECK(verdict.undeserved == std::vector<BadgeId>{{2}});
}

TEST_CASE("arranged: of a sort at most one badge is in progress, the next one") {
    const std::vector<Award> held{{{1}, noon, 2}, {{25}, noon, 1}};
    auto figures = with(&Figures::visits, 4);
    figures.followers = 9;
    figures.comments = 3;
    figures.upvotes = 9;
    figures.places_rated = 2;
    figures.reviews = 2;
    figures.bio = true;
    const auto out = arranged(figures, held, standard);
    CHECK(slugs(out.earned) == std::vector<std::string>{"first-light", "pioneer"});
    CHECK(slugs(out.in_progress) == std::vector<std::string>{"conversationalist", "connector",
                                                             "explorer", "reviewer",
                                                             "mission-ready"});
    CHECK(out.locked.size() == 20);
    CHECK(out.pinned == std::vector<BadgeId>{{25}, {1}});
    CHECK(out.in_progress[0].percentage == 30);
    CHECK(out.in_progress[1].percentage == 90);
    CHECK(out.in_progress[2].progress == 4);
    CHECK(out.in_progress[2].percentage == 80);
    CHECK(out.in_progress[4].badge.threshold == 2);
    CHECK(out.in_progress[4].percentage == 50);
}

TEST_CASE("arranged: hundredths are rounded down, and nothing done is nothing in progress") {
    auto out = arranged(with(&Figures::visits, 99), {}, standard);
    REQUIRE(out.in_progress.size() == 1);  // whoever should have the others was not judged yet
    CHECK(out.in_progress[0].badge.slug == "cosmic-voyager");
    CHECK(out.in_progress[0].percentage == 99);
    CHECK(out.locked.size() == 26);
    CHECK(arranged(with(&Figures::visits, 100), {}, standard).in_progress.empty());
    CHECK(arranged({}, {}, standard).locked.size() == 27);
}

}  // namespace
}  // namespace asterism::badges
