-- A picture that is kept. Its files are called by its name and their size: name-720.jpg.
CREATE TABLE media_blob (
    id           @id@,
    name         TEXT   NOT NULL UNIQUE CHECK (length(name) = 32),
    account_id   BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    subject_kind TEXT   NOT NULL CHECK (subject_kind <> ''),
    subject_id   BIGINT NOT NULL,
    sides        TEXT   NOT NULL CHECK (sides <> ''),
    width        BIGINT NOT NULL CHECK (width > 0),
    height       BIGINT NOT NULL CHECK (height > 0),
    bytes        BIGINT NOT NULL CHECK (bytes > 0),
    created_at   BIGINT NOT NULL
);
CREATE INDEX media_blob_account ON media_blob (account_id);
CREATE INDEX media_blob_subject ON media_blob (subject_kind, subject_id);
-- Nobody has two pictures of himself.
CREATE UNIQUE INDEX media_blob_profile ON media_blob (subject_id) WHERE subject_kind = 'profile';

-- What an account has sent in a day, kept or not.
CREATE TABLE media_usage (
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    day        BIGINT NOT NULL,
    uploads    BIGINT NOT NULL,
    bytes      BIGINT NOT NULL,
    PRIMARY KEY (account_id, day)
);
CREATE INDEX media_usage_day ON media_usage (day);
