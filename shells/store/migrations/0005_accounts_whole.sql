ALTER TABLE account ADD COLUMN language TEXT NOT NULL DEFAULT 'en'
    CHECK (language IN ('en', 'es', 'fr', 'ja', 'de', 'pt-BR', 'zh-CN', 'ko', 'it'));
ALTER TABLE account ADD COLUMN system BIGINT NOT NULL DEFAULT 0 CHECK (system IN (0, 1));

-- When its owner last proved to be the owner, and when its secret was last exchanged.
ALTER TABLE session ADD COLUMN proved_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN renewed_at BIGINT NOT NULL DEFAULT 0;

-- A mailed link has more uses than one now. SQLite cannot change a CHECK, so the table is made anew.
CREATE TABLE ticket_anew (
    id          @id@,
    account_id  BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    purpose     TEXT   NOT NULL CHECK (purpose IN ('verify_email', 'reset_password', 'change_email')),
    fingerprint TEXT   NOT NULL UNIQUE,
    address     TEXT   NOT NULL,
    expires_at  BIGINT NOT NULL,
    used_at     BIGINT
);
INSERT INTO ticket_anew (account_id, purpose, fingerprint, address, expires_at, used_at)
    SELECT account_id, purpose, fingerprint, address, expires_at, used_at FROM ticket;
DROP TABLE ticket;
ALTER TABLE ticket_anew RENAME TO ticket;
CREATE INDEX ticket_account ON ticket (account_id, purpose);
CREATE INDEX ticket_expires ON ticket (expires_at);
