#include <algorithm>
#include <tuple>

#include "tests/fakes/memory_photos.hpp"

namespace asterism::tests {
namespace {

using places::Hero;
using places::PhotoSort;
using places::PlaceId;
using places::ShownPhoto;

auto mark(const ShownPhoto& each) {
    return std::tuple(each.votes, each.photo.created_at, each.photo.id);
}

auto moment(const ShownPhoto& each) { return std::tuple(each.photo.created_at, each.photo.id); }

bool comes_before(PhotoSort sort, const ShownPhoto& a, const ShownPhoto& b) {
    switch (sort) {
        case PhotoSort::newest: return moment(a) > moment(b);
        case PhotoSort::oldest: return moment(a) < moment(b);
        case PhotoSort::most_voted: return mark(a) > mark(b);
    }
    return false;
}

}  // namespace

std::vector<ShownPhoto> MemoryPhotos::best(std::span<const PlaceId> places,
                                           AccountId viewer) const {
    return calls_.read([&] {
        std::vector<ShownPhoto> out;
        auto all = seen(viewer);
        std::ranges::sort(all, [](const ShownPhoto& a, const ShownPhoto& b) {
            return comes_before(PhotoSort::most_voted, a, b);
        });
        for (const PlaceId place : places)
            for (int found = 0; const auto& each : all)
                if (each.photo.place == place && found++ < places::most_photos) out.push_back(each);
        return out;
    });
}

std::vector<places::MapPhoto> MemoryPhotos::mapped(std::span<const PlaceId> places) const {
    return calls_.read([&] {
        std::vector<places::MapPhoto> out;
        auto all = seen({});
        std::ranges::sort(all, [](const ShownPhoto& a, const ShownPhoto& b) {
            if (a.photo.review.has_value() != b.photo.review.has_value()) return !a.photo.review;
            return comes_before(PhotoSort::newest, a, b);
        });
        for (const PlaceId place : places)
            for (int found = 0; const auto& [photo, owner, from, votes, voted] : all)
                if (photo.place == place && found++ < places::most_photos)
                    out.push_back({place, photo.id, photo.file, photo.thumbnail});
        return out;
    });
}

std::vector<ShownPhoto> MemoryPhotos::gallery(const places::Stretch& stretch,
                                              AccountId viewer) const {
    return calls_.read([&] {
        auto out = seen(viewer);
        std::erase_if(out, [&](const ShownPhoto& each) {
            return each.photo.place != stretch.place ||
                   (stretch.mine && each.photo.account != viewer);
        });
        std::ranges::sort(out, [&](const ShownPhoto& a, const ShownPhoto& b) {
            return comes_before(stretch.sort, a, b);
        });
        if (stretch.after) {
            ShownPhoto edge;
            edge.votes = stretch.after->votes;
            edge.photo.created_at = stretch.after->created_at;
            edge.photo.id = stretch.after->id;
            std::erase_if(out, [&](const ShownPhoto& each) {
                return !comes_before(stretch.sort, edge, each);
            });
        }
        if (std::ssize(out) > stretch.limit) out.erase(out.begin() + stretch.limit, out.end());
        return out;
    });
}

std::int64_t MemoryPhotos::count(PlaceId place, bool mine, AccountId viewer) const {
    return calls_.read([&] {
        return static_cast<std::int64_t>(
            std::ranges::count_if(seen(viewer), [&](const ShownPhoto& each) {
                return each.photo.place == place && (!mine || each.photo.account == viewer);
            }));
    });
}

std::vector<Hero> MemoryPhotos::heroes(const places::HeroQuery& query) const {
    return calls_.read([&] {
        constexpr int wide = 1'200;
        std::vector<Hero> all;
        for (const PhotoRow& row : tables_.photos) {
            const auto& photo = row.photo;
            if (!row.hidden && photo.review.has_value() == query.of_reviews &&
                (!query.before || photo.created_at < *query.before) &&
                (!query.wide || photo.width >= wide))
                all.push_back(
                    {photo.id, photo.place, tables_.places.at(photo.place.value).name, photo.file});
        }
        std::vector<Hero> out;
        for (const auto number : query.from) {
            const auto found = std::ranges::find_if(
                all, [&](const Hero& each) { return each.photo.value >= number; });
            if (found != all.end()) out.push_back(*found);
        }
        if (query.from.empty())
            for (const Hero& each : all)
                if (std::ssize(out) < query.first &&
                    std::ranges::find(out, each.place, &Hero::place) == out.end())
                    out.push_back(each);
        return out;
    });
}

std::vector<Hero> MemoryPhotos::bare_heroes(std::int64_t limit) const {
    return calls_.read([&] {
        std::vector<Hero> out;
        for (auto at = tables_.places.rbegin(); at != tables_.places.rend(); ++at)
            if (std::ssize(out) < limit) out.push_back({{}, at->second.id, at->second.name, {}});
        return out;
    });
}

}  // namespace asterism::tests
