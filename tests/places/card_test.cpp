#include "libcore/places/card.hpp"

#include <doctest/doctest.h>

#include "libcore/places/reviews.hpp"
#include "tests/fakes/memory_reviews.hpp"
#include "tests/places/studio.hpp"

namespace asterism::places {
namespace {

Place hill() {
    Place out;
    out.name = "Hill & Co";
    out.type = Type::dark_sky_site;
    return out;
}

TEST_CASE("card: says of a place what is known of it") {
    auto place = hill();
    CHECK(about(place) == "Hill & Co - a dark sky site.");
    place.address.country = "Slovenia";
    CHECK(about(place) == "Hill & Co - a dark sky site. in Slovenia.");
    place.address.region = "Slovenia";
    CHECK(about(place) == "Hill & Co - a dark sky site. in Slovenia.");
    place.address.region = "Bled";
    place.bortle = 3;
    place.rating = 3.6666;
    CHECK(about(place) ==
          "Hill & Co - a dark sky site. in Bled, Slovenia. Bortle class 3. rated 3.7/5.");
    place.address.country.clear();
    CHECK(about(place) == "Hill & Co - a dark sky site. in Bled. Bortle class 3. rated 3.7/5.");
}

struct Shown : Studio {
    std::string photo() const { return card_of(places, reviews, photos, hill)->photo; }

    std::string file(PhotoId id) const { return photos.find(id, {})->photo.file; }

    /// A review by somebody new.
    ReviewId say(const std::string& handle) {
        const auto who = settle({.handle = handle, .email = handle + "@example.org"});
        now.at += 1s;
        return write_review(now, {who}, {places, visits, reviews, events, photos}, {hill, 4, {}})
            ->id;
    }

    PhotoId hang(std::optional<ReviewId> review = {}) {
        media::Blob blob;
        blob.name = "blob" + std::to_string(tables.photos.size());
        blob.sides = {1'920, 720};
        Photo made;
        made.place = hill;
        made.review = review;
        made.account = ada;
        made.position = photos.hold(hill, review)->photos + 1;
        made.blob = blobs.add(blob);
        made.created_at = now.at;
        return photos.add(made);
    }

    AccountId ada = settle();
    PlaceId hill = put(ada, "Hill");
    tests::MemoryReviews reviews{tables, calls};
};

TEST_CASE_FIXTURE(Shown, "card: a place is stood for by its own first photo, in its order") {
    CHECK(photo().empty());
    const auto review = say("bob");
    hang(review);
    const auto first = hang();
    const auto second = hang();
    CHECK(photo() == file(first));
    photos.move(photos.find(second, {})->photo, 1);
    CHECK(photo() == file(second));
    CHECK(card_of(places, reviews, photos, hill)->name == "Hill");
    CHECK_FALSE(card_of(places, reviews, photos, {99}));
}

TEST_CASE_FIXTURE(Shown, "card: or by the first of the newest of its last five reviews") {
    std::vector<ReviewId> said;
    for (int i = 0; i < 7; ++i) said.push_back(say("bob" + std::to_string(i)));
    hang(said[1]);
    CHECK(photo().empty());  // five others have written since
    const auto older = hang(said[3]);
    CHECK(photo() == file(older));
    const auto newer = hang(said[5]);
    hang(said[5]);
    hang(said[3]);
    CHECK(photo() == file(newer));
}

}  // namespace
}  // namespace asterism::places
