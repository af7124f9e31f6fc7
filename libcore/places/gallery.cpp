#include "libcore/places/gallery.hpp"

#include "libcore/base/cursor.hpp"
#include "libcore/places/faults.hpp"
#include "libcore/places/photo_faults.hpp"

namespace asterism::places {
namespace {

constexpr int most_shown = 50;
constexpr int usually_shown = 24;

PhotoMark mark_of(const PhotoView& photo) { return {photo.votes, photo.created_at, photo.id}; }

}  // namespace

std::string cursor_of(const PhotoMark& mark) {
    return cursor_text({mark.votes, mark.created_at.time_since_epoch().count(), mark.id.value});
}

std::optional<PhotoMark> mark_of(std::string_view cursor) {
    const auto numbers = read_cursor(cursor);
    if (!numbers) return std::nullopt;
    const auto& [votes, at, id] = *numbers;
    return PhotoMark{votes, Instant(Instant::duration(at)), {id}};
}

Result<PhotoPage> list_photos(std::optional<Actor> actor, const Photos& photos,
                              const ListPhotos& input) {
    const auto limit = input.limit.value_or(usually_shown);
    if (limit < 1 || limit > most_shown) return field_error(bad_photo_limit, "limit");
    Stretch stretch{.place = input.place, .limit = limit + 1};
    stretch.sort = input.sort.value_or(PhotoSort::newest);
    stretch.mine = actor && input.mine.value_or(false);
    if (input.cursor) stretch.after = mark_of(*input.cursor);
    if (input.cursor && !stretch.after) return field_error(bad_cursor, "cursor");
    if (!photos.album(input.place, {})) return unknown_place;
    const auto viewer = actor ? actor->account : AccountId{};
    PhotoPage out{photos.count(input.place, stretch.mine, viewer),
                  views_of(photos.gallery(stretch, viewer)),
                  {}};
    if (std::ssize(out.photos) > limit) {
        out.photos.pop_back();
        out.next = cursor_of(mark_of(out.photos.back()));
    }
    return out;
}

Result<PhotoVotes> vote_photo(Now now, Actor actor, const Photos& photos,
                              community::Subjects& subjects, community::Votes& votes,
                              Events& events, const ThisPhoto& input) {
    const auto found = photos.find(input.photo, actor.account);
    if (!found || !is_meant(found->photo, input)) return unknown_photo;
    const auto tally = community::cast_vote(
        now, actor, subjects, votes, events,
        {*SubjectKind::parse("photo"), {input.photo.value}, community::Choice::up});
    if (!tally) return tally.error();
    return PhotoVotes{input.photo, found->photo.review, tally->up, tally->mine.has_value()};
}

}  // namespace asterism::places
