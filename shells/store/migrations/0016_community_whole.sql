CREATE TABLE follow (
    id          @id@,
    follower_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    followed_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at  BIGINT NOT NULL,
    UNIQUE (follower_id, followed_id),
    CHECK (follower_id <> followed_id)
);
CREATE INDEX follow_followed ON follow (followed_id, id);
CREATE INDEX follow_follower ON follow (follower_id, id);
