#pragma once

#include "tests/store/place_rows.hpp"

namespace asterism::store::testing {

using places::Photo;
using places::PhotoId;
using places::PlaceId;

/// Hangs a photo, as the use case does: its album held, its blob added first.
inline PhotoId hang(Engine& engine, PlaceId place, AccountId account,
                    std::optional<places::ReviewId> review = {}, Instant at = noon,
                    int width = 1'300) {
    static int names = 0;
    const auto number = std::to_string(++names);
    media::Blob blob;
    blob.name = std::string(32 - number.size(), 'a') + number;
    blob.owner = account;
    blob.subject = {"photo", place.value};
    blob.sides = {1'920, 720};
    blob.width = width;
    blob.height = 700;
    blob.bytes = 1'000;
    blob.created_at = at;
    return written<PhotoId>(engine, [&](app::Unit& unit) {
        auto& photos = unit.photos();
        Photo photo;
        photo.place = place;
        photo.review = review;
        photo.account = account;
        photo.position = photos.hold(place, review).value().photos + 1;
        photo.blob = unit.blobs().add(blob);
        photo.width = width;
        photo.height = 700;
        photo.created_at = at;
        return photos.add(photo);
    });
}

inline std::optional<places::ShownPhoto> shown(Engine& engine, PhotoId id, AccountId viewer = {}) {
    std::optional<places::ShownPhoto> out;
    engine.read([&](app::Unit& unit) { out = unit.photos().find(id, viewer); });
    return out;
}

/// Names of the files that the database has let go of.
inline std::vector<std::string> loose(Engine& engine) {
    return written<std::vector<std::string>>(engine, [](app::Unit& unit) {
        std::vector<std::string> out;
        for (const auto& blob : unit.blobs().take_loose())
            for (const int side : blob.sides) out.push_back(media::file_name(blob.name, side));
        return out;
    });
}

inline void vote(Engine& engine, AccountId voter, PhotoId photo) {
    engine.write([&](app::Unit& unit) {
        unit.votes().set({voter, {*SubjectKind::parse("photo"), {photo.value}}, {}}, noon);
        return true;
    });
}

inline std::vector<std::int64_t> numbers(const std::vector<places::ShownPhoto>& photos) {
    std::vector<std::int64_t> out;
    for (const auto& each : photos) out.push_back(each.photo.id.value);
    return out;
}

}  // namespace asterism::store::testing
