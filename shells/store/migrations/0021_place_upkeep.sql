-- Whether somebody gave the elevation: then no service changes it.
ALTER TABLE place ADD COLUMN own_elevation BIGINT NOT NULL DEFAULT 0
    CHECK (own_elevation IN (0, 1));
UPDATE place SET own_elevation = 1 WHERE elevation <> 0;
