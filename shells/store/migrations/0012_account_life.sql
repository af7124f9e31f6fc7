-- The secret that a session had before its last renewal: requests under way still carry it.
ALTER TABLE session ADD COLUMN former_fingerprint TEXT NOT NULL DEFAULT '';
CREATE INDEX session_former ON session (former_fingerprint) WHERE former_fingerprint <> '';

ALTER TABLE ticket ADD COLUMN issued_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN address_as_given TEXT NOT NULL DEFAULT '';
CREATE INDEX ticket_address ON ticket (purpose, address) WHERE used_at IS NULL;
