CREATE TABLE place (
    id              @id@,
    name            TEXT   NOT NULL CHECK (name <> ''),
    description     TEXT   NOT NULL DEFAULT '',
    type            TEXT   NOT NULL CHECK (type IN ('dark_sky_site', 'observatory', 'campground',
                                                    'viewpoint', 'other')),
    website         TEXT   NOT NULL DEFAULT '',
    phone_number    TEXT   NOT NULL DEFAULT '',
    phone_display   TEXT   NOT NULL DEFAULT '',
    reservation_url TEXT   NOT NULL DEFAULT '',
    added_by        BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    latitude        DOUBLE PRECISION NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude       DOUBLE PRECISION NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    x               DOUBLE PRECISION NOT NULL, -- the same point on the unit sphere, made by the
    y               DOUBLE PRECISION NOT NULL, -- library, so that every engine compares the same
    z               DOUBLE PRECISION NOT NULL, -- numbers
    elevation       DOUBLE PRECISION NOT NULL CHECK (elevation BETWEEN -500 AND 9000),
    bortle          BIGINT CHECK (bortle BETWEEN 1 AND 9),
    sqm             DOUBLE PRECISION,
    address         TEXT   NOT NULL DEFAULT '',
    region          TEXT   NOT NULL DEFAULT '',
    locality        TEXT   NOT NULL DEFAULT '',
    country         TEXT   NOT NULL DEFAULT '',
    haystack        TEXT   NOT NULL,
    reviews         BIGINT NOT NULL DEFAULT 0 CHECK (reviews >= 0),
    rating          DOUBLE PRECISION CHECK ((rating IS NULL) = (reviews = 0)),
    verified        BIGINT NOT NULL DEFAULT 0 CHECK (verified IN (0, 1)),
    verified_at     BIGINT,
    verified_by     BIGINT REFERENCES account (id) ON DELETE SET NULL,
    verified_notes  TEXT   NOT NULL DEFAULT '',
    reports         BIGINT NOT NULL DEFAULT 0 CHECK (reports >= 0),
    visitors        BIGINT NOT NULL DEFAULT 0 CHECK (visitors >= 0),
    last_visited_at BIGINT,
    created_at      BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL
);
CREATE INDEX place_newest ON place (created_at DESC, id);
CREATE INDEX place_rating ON place (rating DESC, reviews DESC, id);
CREATE INDEX place_reviews ON place (reviews DESC, id);
CREATE INDEX place_added_by ON place (added_by);
CREATE INDEX place_verified_by ON place (verified_by) WHERE verified_by IS NOT NULL;

-- Where a place lies, for finding those within a window. SQLite's is written by the store: where the
-- schema is not trusted, no trigger may write to a virtual table.
-- only sqlite
CREATE VIRTUAL TABLE place_box USING rtree(id, min_lng, max_lng, min_lat, max_lat);
-- only postgresql
CREATE INDEX place_box ON place USING gist (point(longitude, latitude));
-- both

-- Which state of all places a map shows: grows in the transaction of whoever changes one.
CREATE TABLE place_map (
    id      BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    version BIGINT NOT NULL
);
INSERT INTO place_map (id, version) VALUES (1, 1);

CREATE TABLE favourite (
    id         @id@,
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    place_id   BIGINT NOT NULL REFERENCES place (id) ON DELETE CASCADE,
    nickname   TEXT   NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    UNIQUE (account_id, place_id)
);
CREATE INDEX favourite_place ON favourite (place_id);

CREATE TABLE visit (
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    place_id   BIGINT NOT NULL REFERENCES place (id) ON DELETE CASCADE,
    visited_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, place_id)
);
CREATE INDEX visit_place ON visit (place_id, visited_at);
