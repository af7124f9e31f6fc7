-- An account without a row has said nothing yet.
CREATE TABLE profile (
    account_id BIGINT NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    bio        TEXT   NOT NULL DEFAULT '',
    location   TEXT   NOT NULL DEFAULT '',
    units      TEXT   NOT NULL DEFAULT 'metric' CHECK (units IN ('metric', 'imperial')),
    picture    TEXT   NOT NULL DEFAULT '',
    verified   BIGINT NOT NULL DEFAULT 0 CHECK (verified IN (0, 1)),
    updated_at BIGINT NOT NULL
);
