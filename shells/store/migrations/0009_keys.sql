CREATE TABLE api_key (
    id           @id@,
    account_id   BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name         TEXT   NOT NULL CHECK (name <> ''),
    fingerprint  TEXT   NOT NULL UNIQUE,
    scopes       TEXT   NOT NULL CHECK (scopes <> ''),
    created_at   BIGINT NOT NULL,
    expires_at   BIGINT,
    last_used_at BIGINT,
    revoked_at   BIGINT
);
CREATE INDEX api_key_account ON api_key (account_id);
