-- What is judged is kept by other modules: nothing here knows their tables. Each takes its votes
-- along when a thing of its goes; reports stay.
CREATE TABLE vote (
    subject_kind TEXT   NOT NULL CHECK (subject_kind <> ''),
    subject_id   BIGINT NOT NULL CHECK (subject_id > 0),
    account_id   BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    author_id    BIGINT REFERENCES account (id) ON DELETE SET NULL,
    choice       TEXT   NOT NULL CHECK (choice IN ('up', 'down')),
    created_at   BIGINT NOT NULL,
    PRIMARY KEY (subject_kind, subject_id, account_id),
    CHECK (author_id IS NULL OR author_id <> account_id)
);
CREATE INDEX vote_account ON vote (account_id, created_at);
CREATE INDEX vote_author ON vote (author_id, subject_kind);

CREATE TABLE report (
    id           @id@,
    subject_kind TEXT   NOT NULL CHECK (subject_kind <> ''),
    subject_id   BIGINT NOT NULL CHECK (subject_id > 0),
    reporter_id  BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    author_id    BIGINT REFERENCES account (id) ON DELETE SET NULL,
    reason       TEXT   NOT NULL CHECK (reason IN ('spam', 'harassment', 'inappropriate',
                     'misinformation', 'duplicate', 'inaccurate', 'closed', 'dangerous', 'other')),
    text         TEXT   NOT NULL,
    status       TEXT   NOT NULL CHECK (status IN ('pending', 'reviewed', 'resolved', 'dismissed')),
    reviewer_id  BIGINT REFERENCES account (id) ON DELETE SET NULL,
    note         TEXT   NOT NULL DEFAULT '',
    reviewed_at  BIGINT,
    created_at   BIGINT NOT NULL,
    UNIQUE (reporter_id, subject_kind, subject_id),
    CHECK (author_id IS NULL OR author_id <> reporter_id)
);
CREATE INDEX report_subject ON report (subject_kind, subject_id, status);
CREATE INDEX report_status ON report (status, id);
CREATE INDEX report_author ON report (author_id);
CREATE INDEX report_reviewer ON report (reviewer_id);

-- What a moderator, or enough reports, keep from others.
ALTER TABLE profile ADD COLUMN hidden BIGINT NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));
