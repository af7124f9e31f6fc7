#include "tests/fakes/memory_photos.hpp"

#include <algorithm>

namespace asterism::tests {
namespace {

using places::Album;
using places::Photo;
using places::PhotoId;
using places::PhotoKind;
using places::PlaceId;
using places::ReviewId;
using places::ShownPhoto;

bool is_vote_on(const community::Vote& vote, PhotoId id) {
    return vote.subject.kind.view() == "photo" && vote.subject.id.value == id.value;
}

bool same_album(const Photo& a, const Photo& b) {
    return a.place == b.place && a.review == b.review;
}

places::Uploader uploader(const Tables& tables, AccountId id) {
    const auto& account = tables.accounts.at(static_cast<std::size_t>(id.value - 1)).account;
    const auto profile = tables.profiles.find(id.value);
    const auto mark = tables.hidden_profiles.find(id.value);
    const bool hidden = mark != tables.hidden_profiles.end() && mark->second;
    return {account.handle, account.first_name, account.last_name,
            profile == tables.profiles.end() || hidden ? std::string() : profile->second.picture,
            account.system};
}

std::optional<Album> album_of(const Tables& tables, std::optional<PlaceId> place,
                              std::optional<ReviewId> review) {
    Album out{place.value_or(PlaceId{}), review};
    if (review) {
        const auto found = tables.reviews.find(review->value);
        if (found == tables.reviews.end() ||
            found->second.place != place.value_or(found->second.place))
            return std::nullopt;
        out.place = found->second.place;
        out.owner = found->second.account;
        out.hidden = found->second.hidden;
    } else {
        const auto found = tables.places.find(out.place.value);
        if (found == tables.places.end()) return std::nullopt;
        out.owner = found->second.added_by;
    }
    for (const PhotoRow& row : tables.photos)
        if (row.photo.place == out.place && row.photo.review == review) ++out.photos;
    return out;
}

/// As its blob calls them.
void name_files(const Tables& tables, Photo& photo) {
    for (const media::Blob& blob : tables.blobs)
        if (blob.id == photo.blob) {
            photo.file = media::file_name(blob.name, blob.sides.front());
            photo.thumbnail = media::file_name(blob.name, blob.sides.back());
        }
}

ShownPhoto shown(const Tables& tables, const Photo& photo, AccountId viewer) {
    ShownPhoto out{photo};
    out.owner = photo.review ? tables.reviews.at(photo.review->value).account
                             : tables.places.at(photo.place.value).added_by;
    out.uploader = uploader(tables, photo.account.value_or(out.owner));
    for (const auto& vote : tables.votes) {
        if (!is_vote_on(vote, photo.id)) continue;
        ++out.votes;
        out.voted = out.voted || vote.voter == viewer;
    }
    return out;
}

}  // namespace

bool is_hidden(const Tables& tables, const PhotoRow& row) {
    return row.hidden || (row.photo.review && tables.reviews.at(row.photo.review->value).hidden);
}

void drop_photos(Tables& tables, const std::function<bool(const Photo&)>& which) {
    std::erase_if(tables.photos, [&](const PhotoRow& row) {
        if (!which(row.photo)) return false;
        std::erase_if(tables.votes,
                      [&](const auto& vote) { return is_vote_on(vote, row.photo.id); });
        std::erase_if(tables.blobs, [&](const media::Blob& blob) {
            if (blob.id != row.photo.blob) return false;
            tables.loose.push_back(blob);
            return true;
        });
        ++tables.map_version;
        return true;
    });
}

std::optional<community::Subject> photo_subject(const Tables& tables, SubjectId id) {
    for (const PhotoRow& row : tables.photos)
        if (row.photo.id.value == id.value)
            return community::Subject{row.photo.account, is_hidden(tables, row),
                                      community::Ballot::up};
    return std::nullopt;
}

void hide_photo(Tables& tables, SubjectId id, bool hidden) {
    for (PhotoRow& row : tables.photos)
        if (row.photo.id.value == id.value) row.hidden = hidden;
    ++tables.map_version;
}

std::vector<ShownPhoto> MemoryPhotos::seen(AccountId viewer) const {
    std::vector<ShownPhoto> out;
    for (const PhotoRow& row : tables_.photos)
        if (!is_hidden(tables_, row)) out.push_back(shown(tables_, row.photo, viewer));
    return out;
}

std::optional<ShownPhoto> MemoryPhotos::find(PhotoId id, AccountId viewer) const {
    return calls_.read([&]() -> std::optional<ShownPhoto> {
        for (auto& each : seen(viewer))
            if (each.photo.id == id) return each;
        return std::nullopt;
    });
}

std::vector<ShownPhoto> MemoryPhotos::of_reviews(std::span<const ReviewId> reviews,
                                                 AccountId viewer) const {
    return calls_.read([&] {
        std::vector<ShownPhoto> out;
        for (auto& each : seen(viewer))
            if (each.photo.review &&
                std::ranges::find(reviews, *each.photo.review) != reviews.end())
                out.push_back(each);
        std::ranges::sort(out, {}, [](const ShownPhoto& each) {
            return std::pair(*each.photo.review, each.photo.position);
        });
        return out;
    });
}

std::int64_t MemoryPhotos::last(Instant before) const {
    return calls_.read([&] {
        std::int64_t out = 0;
        for (const PhotoRow& row : tables_.photos)
            if (row.photo.created_at < before) out = row.photo.id.value;
        return out;
    });
}

std::optional<Album> MemoryPhotos::album(std::optional<PlaceId> place,
                                         std::optional<ReviewId> review) const {
    return calls_.read([&] { return album_of(tables_, place, review); });
}

std::optional<Album> MemoryPhotos::hold(std::optional<PlaceId> place,
                                        std::optional<ReviewId> review) {
    return calls_.write([&] { return album_of(tables_, place, review); });
}

PhotoId MemoryPhotos::add(const Photo& photo) {
    return calls_.write([&] {
        auto kept = photo;
        kept.id = {++tables_.last_photo};
        name_files(tables_, kept);
        tables_.photos.push_back({kept});
        ++tables_.map_version;
        return kept.id;
    });
}

void MemoryPhotos::rename(PhotoId id, std::string_view caption) {
    calls_.write([&] {
        for (PhotoRow& row : tables_.photos)
            if (row.photo.id == id) row.photo.caption = caption;
    });
}

void MemoryPhotos::move(const Photo& photo, int to) {
    calls_.write([&] {
        for (PhotoRow& row : tables_.photos) {
            auto& each = row.photo;
            if (!same_album(each, photo)) continue;
            if (each.id == photo.id)
                each.position = to;
            else if (each.position > photo.position && each.position <= to)
                --each.position;
            else if (each.position < photo.position && each.position >= to)
                ++each.position;
        }
    });
}

void MemoryPhotos::remove(const Photo& photo) {
    calls_.write([&] {
        drop_photos(tables_, [&](const Photo& each) { return each.id == photo.id; });
        for (PhotoRow& row : tables_.photos)
            if (same_album(row.photo, photo) && row.photo.position > photo.position)
                --row.photo.position;
    });
}

void MemoryPhotos::forget(AccountId account) {
    calls_.write([&] {
        for (PhotoRow& row : tables_.photos) {
            const auto owner = tables_.places.at(row.photo.place.value).added_by;
            if (row.photo.review || row.photo.account != account || owner == account) continue;
            row.photo.account.reset();
            for (media::Blob& blob : tables_.blobs)
                if (blob.id == row.photo.blob) blob.owner = owner;
        }
    });
}

std::vector<Photo> MemoryPhotos::of(AccountId account) const {
    return calls_.read([&] {
        std::vector<Photo> out;
        for (const PhotoRow& row : tables_.photos)
            if (row.photo.account == account) out.push_back(row.photo);
        return out;
    });
}

std::vector<Photo> MemoryPhotos::all(std::optional<PlaceId> place, std::optional<PhotoKind> kind,
                                     PhotoId after, std::int64_t limit) const {
    return calls_.read([&] {
        std::vector<Photo> out;
        for (const PhotoRow& row : tables_.photos) {
            const auto& photo = row.photo;
            if (photo.id > after && (!place || photo.place == *place) &&
                (!kind || (*kind == PhotoKind::review) == photo.review.has_value()) &&
                std::ssize(out) < limit)
                out.push_back(photo);
        }
        return out;
    });
}

std::optional<Photo> MemoryPhotos::showing(media::BlobId blob) const {
    return calls_.read([&]() -> std::optional<Photo> {
        for (const PhotoRow& row : tables_.photos)
            if (row.photo.blob == blob) return row.photo;
        return std::nullopt;
    });
}

void MemoryPhotos::replace(PhotoId id, media::BlobId blob) {
    calls_.write([&] {
        for (PhotoRow& row : tables_.photos)
            if (row.photo.id == id) {
                row.photo.blob = blob;
                name_files(tables_, row.photo);
            }
        ++tables_.map_version;
    });
}

void MemoryPhotos::measure(PhotoId id, int width, int height) {
    calls_.write([&] {
        for (PhotoRow& row : tables_.photos)
            if (row.photo.id == id) {
                row.photo.width = width;
                row.photo.height = height;
            }
    });
}

}  // namespace asterism::tests
