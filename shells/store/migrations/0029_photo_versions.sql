-- Since 0022 the triggers photo_told... say that photos have changed, on PostgreSQL once and as the
-- transaction's last act. What 0019 had for it said so a second time, and held the row that all
-- writers share from the first photo on.
-- only sqlite
DROP TRIGGER photo_shown;
DROP TRIGGER photo_changed;
DROP TRIGGER photo_gone;
CREATE TRIGGER photo_gone AFTER DELETE ON photo
BEGIN
    DELETE FROM vote WHERE subject_kind = 'photo' AND subject_id = old.id;
    DELETE FROM media_blob WHERE id = old.blob_id;
END;
-- only postgresql
DROP TRIGGER photo_mapped ON photo;
DROP FUNCTION photo_mapped();
-- both
