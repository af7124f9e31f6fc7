#include "shells/store/media.hpp"
#include "shells/store/photo_rows.hpp"
#include "shells/store/photos.hpp"

namespace asterism::store {
namespace {

using places::Hero;
using places::PhotoId;
using places::PlaceId;

using HeroRow = std::tuple<PhotoId, PlaceId, std::string, std::string, std::string>;

constexpr Literal candidates{" FROM photo h WHERE h.hidden = 0 AND h.created_at < :before"};
constexpr Literal own{" AND h.review_id IS NULL"};
constexpr Literal own_wide{" AND h.review_id IS NULL AND h.width >= 1200"};  // as the index says
constexpr Literal said{" AND h.review_id IS NOT NULL"};
constexpr Literal said_wide{" AND h.review_id IS NOT NULL AND h.width >= 1200"};

constexpr Literal from_sqlite{" FROM json_each(:from) f"};
constexpr Literal from_postgres{
    " FROM (SELECT ordinality AS key, CAST(value AS BIGINT) AS value FROM"
    " json_array_elements_text(CAST(:from AS json)) WITH ORDINALITY) f"};

constexpr Literal hero{
    "SELECT ph.id, ph.place_id, p.name, b.name, b.sides FROM photo ph JOIN place p"
    " ON p.id = ph.place_id JOIN media_blob b ON b.id = ph.blob_id JOIN "};

/// The first photo from each number on, in the order of the numbers.
template <Literal Which>
constexpr Sql from_each{
    joined<hero, "(SELECT f.key AS turn, (SELECT min(h.id)", candidates, Which,
           " AND h.id >= f.value) AS id", from_sqlite, ") t ON t.id = ph.id ORDER BY t.turn">,
    joined<hero, "(SELECT f.key AS turn, (SELECT min(h.id)", candidates, Which,
           " AND h.id >= f.value) AS id", from_postgres, ") t ON t.id = ph.id ORDER BY t.turn">};

template <Literal Which>
constexpr Sql first_of_all{joined<hero, "(SELECT min(h.id) AS id", candidates, Which,
                                  " GROUP BY h.place_id ORDER BY 1 LIMIT :first) t"
                                  " ON t.id = ph.id ORDER BY ph.id">};

std::vector<Hero> heroes_of(std::vector<HeroRow>&& rows) {
    std::vector<Hero> out;
    for (auto& [id, place, name, blob, sides] : rows)
        out.push_back(
            {id, place, std::move(name), media::file_name(blob, sides_of(sides).front())});
    return out;
}

}  // namespace

std::vector<Hero> SqlPhotos::heroes(const places::HeroQuery& query) const {
    const auto before = query.before.value_or(Instant::max());
    const auto text = [&](Sql widest, Sql any, Sql widest_said, Sql any_said) {
        if (query.of_reviews) return query.wide ? widest_said : any_said;
        return query.wide ? widest : any;
    };
    if (query.from.empty())
        return heroes_of(db_.all<HeroRow>(text(first_of_all<own_wide>, first_of_all<own>,
                                               first_of_all<said_wide>, first_of_all<said>),
                                          before, query.first));
    std::vector<PhotoId> from;
    for (const auto number : query.from) from.push_back({number});
    return heroes_of(db_.all<HeroRow>(
        text(from_each<own_wide>, from_each<own>, from_each<said_wide>, from_each<said>), before,
        listed_ids(std::span<const PhotoId>(from))));
}

std::vector<Hero> SqlPhotos::bare_heroes(std::int64_t limit) const {
    std::vector<Hero> out;
    for (auto& [id, name] : db_.all<PlaceId, std::string>(
             "SELECT id, name FROM place ORDER BY created_at DESC, id LIMIT :limit", limit))
        out.push_back({{}, id, std::move(name), {}});
    return out;
}

std::int64_t SqlPhotos::last(Instant before) const {
    const auto row = db_.one<std::int64_t>(
        "SELECT id FROM photo WHERE created_at < :before ORDER BY id DESC LIMIT 1", before);
    return row ? std::get<0>(*row) : 0;
}

}  // namespace asterism::store
