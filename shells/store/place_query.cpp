#include "shells/store/place_query.hpp"

#include <algorithm>

namespace asterism::store {
namespace {

using places::Query;
using places::Sort;

constexpr Literal chord{
    "(p.x - :x1) * (p.x - :x2) + (p.y - :y1) * (p.y - :y2) + (p.z - :z1) * (p.z - :z2)"};

constexpr Literal plain_filters{
    " WHERE COALESCE(p.rating, -1) >= :rating AND COALESCE(p.bortle, 10) <= :bortle"
    " AND p.verified >= :verified"};
constexpr Literal text_sqlite{" AND instr(:types, p.type) > 0 AND instr(p.haystack, :needle) > 0"};
constexpr Literal text_postgres{
    " AND strpos(:types, p.type) > 0 AND strpos(p.haystack, :needle) > 0"};

// A window over the date line is two boxes; what is not needed of them is out of this world.
constexpr Literal boxes_sqlite{
    " AND p.id IN (SELECT id FROM place_box WHERE max_lng >= :w1 AND max_lat >= :s1"
    " AND min_lng <= :e1 AND min_lat <= :n1 UNION ALL SELECT id FROM place_box"
    " WHERE max_lng >= :w2 AND max_lat >= :s2 AND min_lng <= :e2 AND min_lat <= :n2)"
    " AND (p.longitude BETWEEN :w3 AND :e3 OR p.longitude BETWEEN :w4 AND :e4)"
    " AND p.latitude BETWEEN :s3 AND :n3"};
constexpr Literal boxes_postgres{
    " AND (point(p.longitude, p.latitude) <@ box(point(:w1, :s1), point(:e1, :n1))"
    " OR point(p.longitude, p.latitude) <@ box(point(:w2, :s2), point(:e2, :n2)))"
    " AND (p.longitude BETWEEN :w3 AND :e3 OR p.longitude BETWEEN :w4 AND :e4)"
    " AND p.latitude BETWEEN :s3 AND :n3"};

struct Boxes {
    double west1, east1, west2, east2;
};

Boxes boxes_of(const places::Window& window) {
    constexpr double nowhere = 1'000;
    if (window.west <= window.east) return {window.west, window.east, nowhere, nowhere};
    return {window.west, 180, -180, window.east};
}

/// "viewpoint other", or all: no name of a type is part of another's.
std::string spelled(const std::vector<places::Type>& types) {
    std::string out;
    for (const auto& [type, name] : names(places::Type{}))
        if (types.empty() || std::ranges::find(types, type) != types.end())
            out.append(name).append(1, ' ');
    return out;
}

/// What the filters are bound to, in the order of the text.
template <class Run>
auto with_filters(const Query& query, Run run) {
    const auto types = spelled(query.types);
    return run(query.centre.x, query.centre.x, query.centre.y, query.centre.y, query.centre.z,
               query.centre.z, query.least_rating, query.darkest_to, query.verified, types,
               query.needle);
}

template <class Run>
auto with_window(const Query& query, Run run) {
    const auto& [south, north, west, east] = *query.window;
    const auto [w1, e1, w2, e2] = boxes_of(*query.window);
    return with_filters(query, [&, s = south, n = north](const auto&... filter) {
        return run(filter..., w1, s, e1, n, w2, s, e2, n, w1, e1, w2, e2, s, n);
    });
}

template <Literal What, Literal SqliteBoxes, Literal PostgresBoxes, Literal Rest>
constexpr Sql selecting{
    joined<What, chord, " AS chord FROM place p", plain_filters, text_sqlite, SqliteBoxes, Rest>,
    joined<What, chord, " AS chord FROM place p", plain_filters, text_postgres, PostgresBoxes,
           Rest>};

using ListRow = decltype(std::tuple_cat(std::declval<FoundRow>(), std::tuple<double>()));

/// The page is cut before anything is joined to it, so that what is joined costs a page, too.
template <Literal Order>
std::vector<ListRow> listed(Db& db, const Query& query, AccountId viewer, places::Slice slice) {
    constexpr Literal head{joined<"SELECT", place_columns, viewer_columns,
                                  ", p.chord FROM (SELECT * FROM (SELECT p.*, ">};
    constexpr Literal rest{
        joined<") p WHERE p.chord <= :reach ORDER BY ", Order, " LIMIT :limit OFFSET :offset) p",
               viewer_joins, " ORDER BY ", Order>};
    if (!query.window) {
        return with_filters(query, [&](const auto&... filter) {
            return db.all<ListRow>(selecting<head, "", "", rest>, viewer, viewer, filter...,
                                   query.chord2, slice.limit, slice.offset);
        });
    }
    return with_window(query, [&](const auto&... filter) {
        return db.all<ListRow>(selecting<head, boxes_sqlite, boxes_postgres, rest>, viewer, viewer,
                               filter..., query.chord2, slice.limit, slice.offset);
    });
}

std::vector<ListRow> batched(Db& db, const Query& query, AccountId viewer, places::Batch batch) {
    // Of people, a map shows the hearts alone.
    constexpr Literal head{
        joined<"SELECT", place_columns,
               ", '', NULL, CASE WHEN EXISTS (SELECT 1 FROM favourite f WHERE f.account_id = :fan"
               " AND f.place_id = p.id) THEN 1 ELSE 0 END, 0, p.chord FROM (SELECT p.*, ">};
    constexpr Literal rest{
        ") p WHERE p.chord <= :reach AND p.id > :after ORDER BY p.id LIMIT :limit"};
    if (!query.window) {
        return with_filters(query, [&](const auto&... filter) {
            return db.all<ListRow>(selecting<head, "", "", rest>, viewer, filter..., query.chord2,
                                   batch.after, batch.limit);
        });
    }
    return with_window(query, [&](const auto&... filter) {
        return db.all<ListRow>(selecting<head, boxes_sqlite, boxes_postgres, rest>, viewer,
                               filter..., query.chord2, batch.after, batch.limit);
    });
}

std::vector<ListRow> rows(Db& db, const Query& query, AccountId viewer, places::Slice slice) {
    const auto by = [&]<Literal Order>() { return listed<Order>(db, query, viewer, slice); };
    switch (query.sort) {
        case Sort::newest: return by.operator()<"p.created_at DESC, p.id">();
        case Sort::oldest: return by.operator()<"p.created_at, p.id">();
        case Sort::best_rated:
            return by.operator()<"p.rating DESC NULLS LAST, p.reviews DESC, p.id">();
        case Sort::worst_rated: return by.operator()<"p.rating NULLS LAST, p.reviews DESC, p.id">();
        case Sort::most_reviewed: return by.operator()<"p.reviews DESC, p.id">();
        case Sort::least_reviewed: return by.operator()<"p.reviews, p.id">();
        case Sort::nearest: return by.operator()<"p.chord, p.id">();
        case Sort::farthest: return by.operator()<"p.chord DESC, p.id">();
    }
    throw DbError(Trouble::broken, "no such order");
}

std::vector<places::Found> found(std::vector<ListRow>&& rows) {
    std::vector<places::Found> out;
    out.reserve(rows.size());
    for (auto& row : rows) {
        const double chord2 = std::get<std::tuple_size_v<FoundRow>>(row);
        out.push_back(found_of(leading<FoundRow>(std::move(row))));
        out.back().chord2 = chord2;
    }
    return out;
}

}  // namespace

std::vector<places::Found> list_places(Db& db, const Query& query, AccountId viewer,
                                       places::Slice slice) {
    if (const auto less = places::narrowed(query, slice))
        if (auto all = rows(db, *less, viewer, slice); std::ssize(all) == slice.limit)
            return found(std::move(all));
    return found(rows(db, query, viewer, slice));
}

std::vector<places::Found> batch_of_places(Db& db, const Query& query, AccountId viewer,
                                           places::Batch batch) {
    return found(batched(db, query, viewer, batch));
}

std::int64_t count_places(Db& db, const Query& query) {
    if (places::is_everything(query))
        return std::get<0>(*db.one<std::int64_t>("SELECT places FROM place_map"));
    constexpr Literal head{"SELECT count(*) FROM (SELECT "};
    constexpr Literal rest{") p WHERE p.chord <= :reach"};
    const auto counted = [](const auto& row) { return std::get<0>(*row); };
    if (!query.window) {
        return with_filters(query, [&](const auto&... filter) {
            return counted(
                db.one<std::int64_t>(selecting<head, "", "", rest>, filter..., query.chord2));
        });
    }
    return with_window(query, [&](const auto&... filter) {
        return counted(db.one<std::int64_t>(selecting<head, boxes_sqlite, boxes_postgres, rest>,
                                            filter..., query.chord2));
    });
}

}  // namespace asterism::store
