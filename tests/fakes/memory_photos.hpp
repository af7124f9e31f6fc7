#pragma once

#include <functional>

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemoryPhotos : public places::Photos {
public:
    MemoryPhotos(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

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
    std::vector<places::ShownPhoto> seen(AccountId viewer) const;

    Tables& tables_;
    Calls& calls_;
};

/// As the database does when what photos hang on goes: their votes and blobs go, their files are
/// left for somebody to take away.
void drop_photos(Tables& tables, const std::function<bool(const places::Photo&)>& which);

/// By itself, or with its review.
bool is_hidden(const Tables& tables, const PhotoRow& row);
std::optional<community::Subject> photo_subject(const Tables& tables, SubjectId id);
void hide_photo(Tables& tables, SubjectId id, bool hidden);

}  // namespace asterism::tests
