#pragma once

#include <algorithm>

#include "tests/store/people.hpp"

namespace asterism::scale {

/// So many places, spread evenly over the Earth, without a run each: what takes a place a second to
/// write takes a list of them a second to read.
inline void fill(store::Engine& engine, AccountId owner, std::int64_t count) {
    constexpr store::Literal make{
        "INSERT INTO place (name, type, website, added_by, latitude, longitude, x, y, z, elevation,"
        " bortle, sqm, address, region, locality, country, haystack, reviews, rating, created_at,"
        " updated_at) WITH RECURSIVE n(i) AS (SELECT CAST(:first AS BIGINT) UNION ALL SELECT i + 1"
        " FROM n WHERE i < CAST(:last AS BIGINT)), s AS (SELECT i, 2 * (i * CAST(0.6180339887498949"
        " AS DOUBLE PRECISION) - floor(i * CAST(0.6180339887498949 AS DOUBLE PRECISION))) - 1 AS h,"
        " 360 * (i * CAST(0.4142135623730951 AS DOUBLE PRECISION) - floor(i *"
        " CAST(0.4142135623730951 AS DOUBLE PRECISION))) - 180 AS l FROM n), p AS (SELECT i, l,"
        " degrees(asin(h)) AS b, sqrt(1 - h * h) * cos(radians(l)) AS x, sqrt(1 - h * h) *"
        " sin(radians(l)) AS y, h AS z FROM s)"
        " SELECT 'Place ' || i, CASE i % 3 WHEN 0 THEN 'viewpoint' WHEN 1 THEN 'campground'"
        " ELSE 'observatory' END, CASE i % 4 WHEN 0 THEN 'https://example.org/' || i ELSE '' END,"
        " CAST(:owner AS BIGINT), b, l, x, y, z, i % 3000, 1 + i % 9, 21.5,"
        " 'Town ' || i % 5000 || ', Region ' || i % 200 || ', Land ' || i % 90, 'Region ' ||"
        " i % 200, 'Town ' || i % 5000, 'Land ' || i % 90, 'place ' || i || ' region ' || i % 200 "
        "||"
        " ' land ' || i % 90, i % 7, CASE i % 7 WHEN 0 THEN NULL ELSE 1 + (i % 41) / 10.0 END,"
        " 1700000000000000 + i * 1000000, 1700000000000000 + i * 1000000 FROM p"};
    constexpr std::int64_t step = 20'000;
    for (std::int64_t first = 1; first <= count; first += step)
        engine.write_db([&](store::Db& db) {
            db.run(store::sql<make>, first, std::min(first + step - 1, count), owner);
            return true;
        });
    // Nobody analyses a SQLite database; PostgreSQL does so by itself, some time later. Only what
    // was filled: the catalogues are shared, and two tests that read them in two orders block each
    // other.
    engine.write_db([&](store::Db& db) {
        db.script(db.engine() == "sqlite"
                      ? "INSERT OR REPLACE INTO place_box SELECT id, longitude, longitude,"
                        " latitude, latitude FROM place"
                      : "ANALYZE place");
        return true;
    });
}

}  // namespace asterism::scale
