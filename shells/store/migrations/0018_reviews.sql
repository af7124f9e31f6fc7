-- What people say of a place: once each, and never of their own, as the statement that adds sees to.
CREATE TABLE review (
    id         @id@,
    place_id   BIGINT NOT NULL REFERENCES place (id) ON DELETE CASCADE,
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    stars      BIGINT NOT NULL CHECK (stars BETWEEN 1 AND 5),
    text       TEXT   NOT NULL DEFAULT '',
    hidden     BIGINT NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (account_id, place_id)
);
CREATE INDEX review_place ON review (place_id, created_at DESC, id DESC);
CREATE INDEX review_account ON review (account_id, created_at DESC, id DESC);

CREATE TABLE comment (
    id         @id@,
    review_id  BIGINT NOT NULL REFERENCES review (id) ON DELETE CASCADE,
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    text       TEXT   NOT NULL CHECK (text <> ''),
    hidden     BIGINT NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX comment_review ON comment (review_id, created_at, id);
CREATE INDEX comment_account ON comment (account_id, created_at);

-- Votes have no key to what they are on, so whatever takes a thing away takes its votes along.
-- only sqlite
CREATE TRIGGER review_votes AFTER DELETE ON review BEGIN
    DELETE FROM vote WHERE subject_kind = 'review' AND subject_id = OLD.id;
END;
CREATE TRIGGER comment_votes AFTER DELETE ON comment BEGIN
    DELETE FROM vote WHERE subject_kind = 'comment' AND subject_id = OLD.id;
END;
-- only postgresql
CREATE FUNCTION drop_votes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM vote WHERE subject_kind = TG_ARGV[0] AND subject_id = OLD.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER review_votes AFTER DELETE ON review
    FOR EACH ROW EXECUTE FUNCTION drop_votes('review');
CREATE TRIGGER comment_votes AFTER DELETE ON comment
    FOR EACH ROW EXECUTE FUNCTION drop_votes('comment');
-- both

-- What reviews come to in a few sentences; empty: nobody has said yet.
ALTER TABLE place ADD COLUMN summary TEXT NOT NULL DEFAULT '';
ALTER TABLE place ADD COLUMN summary_stale BIGINT NOT NULL DEFAULT 1 CHECK (summary_stale IN (0, 1));
ALTER TABLE place ADD COLUMN summary_at BIGINT;
ALTER TABLE place ADD COLUMN summary_doubted_at BIGINT;

-- Whether it helped somebody, and the moment of the summary that he read.
CREATE TABLE summary_feedback (
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    place_id   BIGINT NOT NULL REFERENCES place (id) ON DELETE CASCADE,
    helpful    BIGINT NOT NULL CHECK (helpful IN (0, 1)),
    summary_at BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, place_id)
);
CREATE INDEX summary_feedback_place ON summary_feedback (place_id, helpful);
