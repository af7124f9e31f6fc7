#include "shells/store/place_query.hpp"

#include <algorithm>

namespace asterism::store {
namespace {

using places::Query;
using places::Sort;

// A statement that asks twice needs each parameter's name twice: those of its second question end
// with N.
template <Literal N>
constexpr Literal chord{joined<"(p.x - :x1", N, ") * (p.x - :x2", N, ") + (p.y - :y1", N,
                               ") * (p.y - :y2", N, ") + (p.z - :z1", N, ") * (p.z - :z2", N, ")">};

template <Literal N>
constexpr Literal plain_filters{
    joined<" WHERE COALESCE(p.rating, -1) >= :rating", N, " AND COALESCE(p.bortle, 10) <= :bortle",
           N, " AND p.verified >= :verified", N>};
template <Literal N>
constexpr Literal text_sqlite{
    joined<" AND instr(:types", N, ", p.type) > 0 AND instr(p.haystack, :needle", N, ") > 0">};
template <Literal N>
constexpr Literal text_postgres{
    joined<" AND strpos(:types", N, ", p.type) > 0 AND strpos(p.haystack, :needle", N, ") > 0">};

// A window over the date line is two boxes; what is not needed of them is out of this world.
template <Literal N>
constexpr Literal in_window{
    joined<" AND (p.longitude BETWEEN :w3", N, " AND :e3", N, " OR p.longitude BETWEEN :w4", N,
           " AND :e4", N, ") AND p.latitude BETWEEN :s3", N, " AND :n3", N>};
template <Literal N>
constexpr Literal boxes_sqlite{
    joined<" AND p.id IN (SELECT id FROM place_box WHERE max_lng >= :w1", N, " AND max_lat >= :s1",
           N, " AND min_lng <= :e1", N, " AND min_lat <= :n1", N,
           " UNION ALL SELECT id FROM place_box WHERE max_lng >= :w2", N, " AND max_lat >= :s2", N,
           " AND min_lng <= :e2", N, " AND min_lat <= :n2", N, ")", in_window<N>>};
template <Literal N>
constexpr Literal boxes_postgres{
    joined<" AND (place_boxed(p.longitude, p.latitude, :w1", N, ", :s1", N, ", :e1", N, ", :n1", N,
           ") OR place_boxed(p.longitude, p.latitude, :w2", N, ", :s2", N, ", :e2", N, ", :n2", N,
           "))", in_window<N>>};

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

template <Literal What, Literal From, Literal N, Literal Text, Literal Boxes, Literal Rest>
constexpr Literal asking{
    joined<What, chord<N>, " AS chord FROM ", From, plain_filters<N>, Text, Boxes, Rest>};

template <Literal What, Literal SqliteBoxes, Literal PostgresBoxes, Literal Rest>
constexpr Sql selecting{asking<What, "place p", "", text_sqlite<"">, SqliteBoxes, Rest>.text,
                        asking<What, "place p", "", text_postgres<"">, PostgresBoxes, Rest>.text};

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
        return db.all<ListRow>(selecting<head, boxes_sqlite<"">, boxes_postgres<"">, rest>, viewer,
                               viewer, filter..., query.chord2, slice.limit, slice.offset);
    });
}

/// The nearest of all, looked for close by; and among all where there are too few, which only the
/// database knows: the gate is open then, and what lies behind it is not read otherwise.
template <Literal Text, Literal TextFar, Literal Boxes, Literal BoxesFar>
constexpr Literal nearest_first{joined<
    asking<"WITH near AS MATERIALIZED (SELECT * FROM (SELECT p.*, ", "place p", "", Text, Boxes,
           ") p WHERE p.chord <= :reach ORDER BY p.chord, p.id LIMIT :limit OFFSET :offset),"
           " gate AS (SELECT 1 WHERE (SELECT count(*) FROM near) < :full) SELECT">,
    place_columns, viewer_columns,
    ", p.chord FROM (SELECT * FROM near WHERE NOT EXISTS (SELECT 1 FROM gate) UNION ALL SELECT *"
    " FROM (",
    asking<"SELECT * FROM (SELECT p.*, ", "gate CROSS JOIN place p", "_far", TextFar, BoxesFar,
           ") p WHERE p.chord <= :reach_far ORDER BY p.chord, p.id LIMIT :limit_far OFFSET"
           " :offset_far">,
    ") far) p", viewer_joins, " ORDER BY p.chord, p.id">};

template <Literal SqliteFar, Literal PostgresFar>
constexpr Sql nearest_of{
    nearest_first<text_sqlite<"">, text_sqlite<"_far">, boxes_sqlite<"">, SqliteFar>.text,
    nearest_first<text_postgres<"">, text_postgres<"_far">, boxes_postgres<"">, PostgresFar>.text};

std::vector<ListRow> nearest(Db& db, const Query& query, const Query& close, AccountId viewer,
                             places::Slice slice) {
    return with_window(close, [&](const auto&... near) {
        const auto ask = [&](Sql text, const auto&... far) {
            return db.all<ListRow>(text, near..., close.chord2, slice.limit, slice.offset,
                                   slice.limit, viewer, viewer, far..., query.chord2, slice.limit,
                                   slice.offset);
        };
        if (!query.window)
            return with_filters(
                query, [&](const auto&... far) { return ask(nearest_of<"", "">, far...); });
        return with_window(query, [&](const auto&... far) {
            return ask(nearest_of<boxes_sqlite<"_far">, boxes_postgres<"_far">>, far...);
        });
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
        return db.all<ListRow>(selecting<head, boxes_sqlite<"">, boxes_postgres<"">, rest>, viewer,
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
    if (const auto close = places::narrowed(query, slice))
        return found(nearest(db, query, *close, viewer, slice));
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
        return counted(db.one<std::int64_t>(
            selecting<head, boxes_sqlite<"">, boxes_postgres<"">, rest>, filter..., query.chord2));
    });
}

}  // namespace asterism::store
