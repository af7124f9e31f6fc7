#pragma once

#include <span>
#include <vector>

#include "libcore/base/use_case.hpp"
#include "libcore/places/photo_types.hpp"

namespace asterism::places {

enum class PhotoSort : std::uint8_t { newest, oldest, most_voted };

constexpr auto names(PhotoSort) {
    using Name = std::pair<PhotoSort, std::string_view>;
    return std::array{Name{PhotoSort::newest, "newest"}, Name{PhotoSort::oldest, "oldest"},
                      Name{PhotoSort::most_voted, "most_voted"}};
}

/// A photo's place in every order: what comes behind it does so for one reason or another.
struct PhotoMark {
    std::int64_t votes = 0;
    Instant created_at = {};
    PhotoId id = {};

    friend bool operator==(const PhotoMark&, const PhotoMark&) = default;
};

/// Part of a place's gallery.
struct Stretch {
    PlaceId place;
    PhotoSort sort = PhotoSort::newest;
    bool mine = false;                    ///< only the viewer's
    std::optional<PhotoMark> after = {};  ///< the first of all if absent
    std::int64_t limit = 0;
};

/// A place's photo that can stand for it on a page of its own.
struct Hero {
    PhotoId photo;
    PlaceId place;
    std::string name;  ///< the place's
    std::string file;  ///< empty: it has no photo
};

/// Which photos the front page may choose from.
struct HeroQuery {
    std::optional<Instant> before = {};   ///< only those from before then
    bool wide = true;                     ///< only those of 1,200 pixels and more
    bool of_reviews = false;              ///< reviews' photos, and not places' own
    std::vector<std::int64_t> from = {};  ///< the first one from each of these numbers on
    std::int64_t first = 0;  ///< or so many places' first ones, where no number is given
};

/// What is hidden is in none of the lists.
class Photos : public Stored {
public:
    virtual std::optional<ShownPhoto> find(PhotoId id, AccountId viewer) const = 0;
    /// Those of many reviews, review by review, each in its order.
    virtual std::vector<ShownPhoto> of_reviews(std::span<const ReviewId> reviews,
                                               AccountId viewer) const = 0;
    /// The best five of each place, its reviews' included: those with most votes, then the newest.
    virtual std::vector<ShownPhoto> best(std::span<const PlaceId> places,
                                         AccountId viewer) const = 0;
    /// Five of each place for a map: the newest of its own, then those of its newest reviews.
    virtual std::vector<MapPhoto> mapped(std::span<const PlaceId> places) const = 0;
    virtual std::vector<ShownPhoto> gallery(const Stretch& stretch, AccountId viewer) const = 0;
    /// How many the whole gallery has.
    virtual std::int64_t count(PlaceId place, bool mine, AccountId viewer) const = 0;

    virtual std::vector<Hero> heroes(const HeroQuery& query) const = 0;
    /// The newest places, for want of photos.
    virtual std::vector<Hero> bare_heroes(std::int64_t limit) const = 0;
    /// The greatest number that a photo from before then has; 0 without any.
    virtual std::int64_t last(Instant before) const = 0;

    /// None where there is no such place, or no such review of it. Without a place any will do.
    virtual std::optional<Album> album(std::optional<PlaceId> place,
                                       std::optional<ReviewId> review) const = 0;
    /// The same, and lets nobody else hold it until this run ends.
    virtual std::optional<Album> hold(std::optional<PlaceId> place,
                                      std::optional<ReviewId> review) = 0;

    // What follows is done while the album is held.

    /// Its id and the names of its files are not used. Its votes begin at none.
    virtual PhotoId add(const Photo& photo) = 0;
    virtual void rename(PhotoId id, std::string_view caption) = 0;
    /// The others of the album make room.
    virtual void move(const Photo& photo, int to) = 0;
    /// Takes its votes and its blob along; the others of the album close up.
    virtual void remove(const Photo& photo) = 0;

    /// An account's photos of other people's places are from then on those people's.
    virtual void forget(AccountId account) = 0;

    /// All that an account has sent, hidden ones too.
    virtual std::vector<Photo> of(AccountId account) const = 0;

    // Of upkeep.

    /// Those of all places, hidden ones too, that come behind one in the order of their numbers.
    virtual std::vector<Photo> all(std::optional<PlaceId> place, std::optional<PhotoKind> kind,
                                   PhotoId after, std::int64_t limit) const = 0;
    /// The photo that shows a blob.
    virtual std::optional<Photo> showing(media::BlobId blob) const = 0;
    /// Gives a photo another blob, whose names it has from then on.
    virtual void replace(PhotoId id, media::BlobId blob) = 0;
    /// How large a photo's full size is.
    virtual void measure(PhotoId id, int width, int height) = 0;
};

}  // namespace asterism::places
