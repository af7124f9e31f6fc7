-- Photos of places and of their reviews. Positions count from 1 without a gap; below 0 they are on
-- the move within a transaction. A review so has five at most.
CREATE TABLE photo (
    id         @id@,
    place_id   BIGINT NOT NULL REFERENCES place (id) ON DELETE CASCADE,
    review_id  BIGINT REFERENCES review (id) ON DELETE CASCADE,
    account_id BIGINT REFERENCES account (id) ON DELETE SET NULL,
    blob_id    BIGINT NOT NULL UNIQUE REFERENCES media_blob (id) ON DELETE CASCADE,
    position   BIGINT NOT NULL CHECK (review_id IS NULL OR position BETWEEN -5 AND 5),
    caption    TEXT   NOT NULL DEFAULT '',
    width      BIGINT CHECK (width > 0),
    height     BIGINT CHECK (height > 0),
    hidden     BIGINT NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX photo_position ON photo (place_id, (COALESCE(review_id, 0)), position);
CREATE INDEX photo_newest ON photo (place_id, created_at, id);
CREATE INDEX photo_review ON photo (review_id, position) WHERE review_id IS NOT NULL;
CREATE INDEX photo_account ON photo (account_id);
CREATE INDEX photo_wide ON photo (id) WHERE review_id IS NULL AND width >= 1200;

-- Files whose rows went with what they hung on, until somebody takes them away.
CREATE TABLE media_loose (
    name  TEXT NOT NULL PRIMARY KEY,
    sides TEXT NOT NULL
);

-- However a photo goes, its votes and its blob go with it, and maps show it no more.
-- only sqlite
CREATE TRIGGER photo_gone AFTER DELETE ON photo
BEGIN
    DELETE FROM vote WHERE subject_kind = 'photo' AND subject_id = old.id;
    DELETE FROM media_blob WHERE id = old.blob_id;
    UPDATE place_map SET version = version + 1 WHERE id = 1;
END;
CREATE TRIGGER photo_shown AFTER INSERT ON photo
BEGIN
    UPDATE place_map SET version = version + 1 WHERE id = 1;
END;
CREATE TRIGGER photo_changed AFTER UPDATE OF hidden, blob_id ON photo
BEGIN
    UPDATE place_map SET version = version + 1 WHERE id = 1;
END;
CREATE TRIGGER photo_file_loose AFTER DELETE ON media_blob WHEN old.subject_kind = 'photo'
BEGIN
    INSERT INTO media_loose (name, sides) VALUES (old.name, old.sides);
END;
-- only postgresql
CREATE FUNCTION photo_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM vote WHERE subject_kind = 'photo' AND subject_id = old.id;
    DELETE FROM media_blob WHERE id = old.blob_id;
    RETURN NULL;
END $$;
CREATE FUNCTION photo_mapped() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE place_map SET version = version + 1 WHERE id = 1;
    RETURN NULL;
END $$;
CREATE FUNCTION photo_file_loose() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO media_loose (name, sides) VALUES (old.name, old.sides);
    RETURN NULL;
END $$;
CREATE TRIGGER photo_gone AFTER DELETE ON photo FOR EACH ROW EXECUTE FUNCTION photo_gone();
CREATE TRIGGER photo_mapped AFTER INSERT OR DELETE OR UPDATE OF hidden, blob_id ON photo
    FOR EACH ROW EXECUTE FUNCTION photo_mapped();
CREATE TRIGGER photo_file_loose AFTER DELETE ON media_blob
    FOR EACH ROW WHEN (old.subject_kind = 'photo') EXECUTE FUNCTION photo_file_loose();
-- both
