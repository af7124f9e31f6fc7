#pragma once

#include "libcore/places/photo_ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlPhotos final : public places::Photos {
public:
    explicit SqlPhotos(Db& db) : db_(db) {}

    std::optional<places::ShownPhoto> find(places::PhotoId id, AccountId viewer) const override;
    std::vector<places::ShownPhoto> of_reviews(std::span<const places::ReviewId> reviews,
                                               AccountId viewer) const override;
    std::vector<places::ShownPhoto> best(std::span<const places::PlaceId> places,
                                         AccountId viewer) const override;
    std::vector<places::MapPhoto> mapped(std::span<const places::PlaceId> places) const override;
    std::vector<places::ShownPhoto> gallery(const places::Stretch& stretch,
                                            AccountId viewer) const override;
    std::int64_t count(places::PlaceId place, bool mine, AccountId viewer) const override;
    std::vector<places::Hero> heroes(const places::HeroQuery& query) const override;
    std::vector<places::Hero> bare_heroes(std::int64_t limit) const override;
    std::int64_t last(Instant before) const override;
    std::optional<places::Album> album(std::optional<places::PlaceId> place,
                                       std::optional<places::ReviewId> review) const override;
    std::optional<places::Album> hold(std::optional<places::PlaceId> place,
                                      std::optional<places::ReviewId> review) override;
    places::PhotoId add(const places::Photo& photo) override;
    void rename(places::PhotoId id, std::string_view caption) override;
    void move(const places::Photo& photo, int to) override;
    void remove(const places::Photo& photo) override;
    void forget(AccountId account) override;
    std::vector<places::Photo> of(AccountId account) const override;
    std::vector<places::Photo> all(std::optional<places::PlaceId> place,
                                   std::optional<places::PhotoKind> kind, places::PhotoId after,
                                   std::int64_t limit) const override;
    std::optional<places::Photo> showing(media::BlobId blob) const override;
    void replace(places::PhotoId id, media::BlobId blob) override;
    void measure(places::PhotoId id, int width, int height) override;

private:
    void shift(const places::Photo& photo, int first, int last, int by);

    Db& db_;
};

}  // namespace asterism::store
