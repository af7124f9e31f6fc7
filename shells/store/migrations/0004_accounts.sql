CREATE TABLE account (
    id                @id@,
    uid               TEXT   NOT NULL UNIQUE,
    email             TEXT   NOT NULL UNIQUE CHECK (email = lower(email)),
    email_as_given    TEXT   NOT NULL,
    email_verified_at BIGINT,
    handle            TEXT   NOT NULL UNIQUE CHECK (handle = lower(handle)),
    first_name        TEXT   NOT NULL,
    last_name         TEXT   NOT NULL,
    role              TEXT   NOT NULL CHECK (role IN ('user', 'moderator', 'staff', 'admin')),
    active            BIGINT NOT NULL CHECK (active IN (0, 1)),
    created_at        BIGINT NOT NULL,
    last_login_at     BIGINT
);
CREATE INDEX account_admin ON account (id) WHERE role = 'admin';

CREATE TABLE credential (
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind       TEXT   NOT NULL CHECK (kind IN ('password')),
    hash       TEXT   NOT NULL CHECK (hash <> ''),
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, kind)
);

CREATE TABLE session (
    id           @id@,
    account_id   BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    site_id      BIGINT NOT NULL,
    fingerprint  TEXT   NOT NULL UNIQUE,
    created_at   BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    idle_seconds BIGINT NOT NULL CHECK (idle_seconds > 0),
    remember     BIGINT NOT NULL CHECK (remember IN (0, 1)),
    last_seen    BIGINT NOT NULL,
    ended_at     BIGINT,
    end_reason   TEXT   NOT NULL DEFAULT '',
    address      TEXT   NOT NULL,
    agent        TEXT   NOT NULL
);
CREATE INDEX session_live ON session (account_id) WHERE ended_at IS NULL;

CREATE TABLE ticket (
    id          @id@,
    account_id  BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    purpose     TEXT   NOT NULL CHECK (purpose IN ('verify_email')),
    fingerprint TEXT   NOT NULL UNIQUE,
    address     TEXT   NOT NULL,
    expires_at  BIGINT NOT NULL,
    used_at     BIGINT
);
CREATE INDEX ticket_account ON ticket (account_id, purpose);

-- Keyed by account or by the fingerprint of a name that nobody has.
CREATE TABLE login_try (
    key          TEXT   NOT NULL PRIMARY KEY,
    failures     BIGINT NOT NULL CHECK (failures >= 0),
    since        BIGINT NOT NULL,
    locked_until BIGINT
);
