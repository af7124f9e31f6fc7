// Photos of a review, sent by ten at once on a real database.

#include <algorithm>
#include <latch>
#include <thread>

#include <doctest/doctest.h>

#include "libcore/places/photos.hpp"
#include "shells/app/app.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/fakes/slug.hpp"
#include "tests/store/photo_rows.hpp"
#include "tests/store/review_rows.hpp"

namespace asterism::store::testing {
namespace {

/// Pictures that were worked on already.
struct Worked final : media::Prints {
    explicit Worked(int number) {
        const auto digits = std::to_string(number);
        made.name = std::string(32 - digits.size(), 'b') + digits;
        made.sides = {1'920, 720};
        made.width = made.height = 600;
        made.bytes = 1;
    }

    const media::Blob& blob() const override { return made; }

    media::Blob made;
};

struct Senders {
    explicit Senders(Engine& engine)
        : app(engine, {[] { return noon; }, entropy, prints, hasher, sealer}) {}

    std::string send(AccountId account, places::ReviewId review, int number, int photos) {
        places::Developed worked;
        for (int i = 0; i < photos; ++i)
            worked.push_back(std::make_unique<Worked>(number * 10 + i));
        places::AddReviewPhotos input;
        input.review = review;
        return tests::slug(
            app.run<&places::add_review_photos>({Actor{account}, caller, policy}, input, worked));
    }

    tests::CountingEntropy entropy;
    tests::PlainFingerprint prints;
    tests::ReversingHasher hasher;
    tests::PlainSealer sealer;
    Caller caller{"192.0.2.1", "Test/1"};
    accounts::Policy policy;
    app::App app;
};

places::ReviewId written_by(Engine& engine, PlaceId place, AccountId account) {
    return say(engine, opinion(account, place, 5)).value();
}

TEST_CASE_TEMPLATE("add_review_photos: of ten at once a review takes five, in order", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto place = put(engine, hill(ada));
    const auto review = written_by(engine, place, bob);
    Senders senders(engine);
    constexpr int many = 10;
    std::vector<std::string> heard(many);
    {
        std::latch ready{many};
        std::vector<std::jthread> threads;
        for (int i = 0; i < many; ++i)
            threads.emplace_back([&, i] {
                ready.arrive_and_wait();
                heard[static_cast<std::size_t>(i)] = senders.send(bob, review, i + 1, 1);
            });
    }
    CHECK(std::ranges::count(heard, "ok") == 5);
    CHECK(std::ranges::count(heard, "review_photos_full") == 5);
    engine.read([&](app::Unit& unit) {
        const std::vector reviews{review};
        const auto photos = unit.photos().of_reviews(reviews, bob);
        REQUIRE(photos.size() == 5);
        for (int i = 0; i < 5; ++i)
            CHECK(photos[static_cast<std::size_t>(i)].photo.position == i + 1);
        CHECK(unit.photos().count(place, false, bob) == 5);
    });
}

TEST_CASE_TEMPLATE("add_review_photos: is for who wrote the review, and for five in all", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto review = written_by(engine, put(engine, hill(ada)), bob);
    Senders senders(engine);
    CHECK(senders.send(ada, review, 1, 1) == "not_your_review");
    CHECK(senders.send(bob, {99}, 1, 1) == "unknown_review");
    CHECK(senders.send(bob, review, 1, 3) == "ok");
    CHECK(senders.send(bob, review, 2, 3) == "review_photos_full");
    CHECK(senders.send(bob, review, 3, 2) == "ok");
    engine.read([&](app::Unit& unit) {
        CHECK(unit.photos().album({}, review)->photos == 5);
        CHECK(unit.photos().all({}, places::PhotoKind::review, {}, 9).size() == 5);
        CHECK(unit.photos().heroes({.wide = false, .first = 9}).empty());
    });
}

TEST_CASE_TEMPLATE("photos: of a review go with it, and do not show while it is hidden", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    auto& engine = database.engine();
    const auto ada = added(engine, "ada");
    const auto bob = added(engine, "bob");
    const auto place = put(engine, hill(ada));
    const auto review = written_by(engine, place, bob);
    const auto own = hang(engine, place, ada);
    const auto id = hang(engine, place, bob, review);
    const std::vector places{place};
    CHECK(shown(engine, id)->owner == bob);
    CHECK_FALSE(written<std::optional<places::Album>>(
        engine, [&](app::Unit& unit) { return unit.photos().hold(places::PlaceId{99}, review); }));
    const SubjectRef ref{*SubjectKind::parse("review"), {review.value}};
    engine.write([&](app::Unit& unit) {
        unit.subjects().set_hidden(ref, true);
        return true;
    });
    engine.read([&](app::Unit& unit) {
        CHECK_FALSE(unit.photos().find(id, bob));
        CHECK(numbers(unit.photos().best(places, bob)) == std::vector{own.value});
        CHECK(unit.photos().mapped(places).size() == 1);
        CHECK(unit.photos().count(place, false, bob) == 1);
        CHECK(unit.subjects().find({*SubjectKind::parse("photo"), {id.value}})->hidden);
    });
    engine.write([&](app::Unit& unit) {
        unit.subjects().set_hidden(ref, false);
        return true;
    });
    engine.read([&](app::Unit& unit) {
        CHECK(unit.photos().mapped(places).size() == 2);
        CHECK(unit.photos().mapped(places).at(0).id == own);  // a place's own come first
    });
    SUBCASE("with the review") {
        engine.write([&](app::Unit& unit) {
            unit.reviews().remove(review);
            return true;
        });
    }
    SUBCASE("with the account") {
        engine.write([&](app::Unit& unit) {
            unit.photos().forget(bob);
            unit.accounts().remove(bob);
            return true;
        });
    }
    CHECK(loose(engine).size() == 2);
    CHECK_FALSE(shown(engine, id));
    CHECK(shown(engine, own));
}

}  // namespace
}  // namespace asterism::store::testing
