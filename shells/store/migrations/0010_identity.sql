-- Who may sign in with a key of another house. Only issuer and subject say who it is.
CREATE TABLE identity (
    id           @id@,
    account_id   BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    provider     TEXT   NOT NULL,
    issuer       TEXT   NOT NULL CHECK (issuer <> ''),
    subject      TEXT   NOT NULL CHECK (subject <> ''),
    email        TEXT   NOT NULL CHECK (email = lower(email)),
    name         TEXT   NOT NULL,
    connected_at BIGINT NOT NULL,
    UNIQUE (issuer, subject)
);
CREATE INDEX identity_account ON identity (account_id);
CREATE INDEX identity_email ON identity (email) WHERE email <> '';

-- Ways to a provider and back that have begun; one that comes back is taken away.
CREATE TABLE oidc_flow (
    state      TEXT   NOT NULL PRIMARY KEY,
    provider   TEXT   NOT NULL,
    site_id    BIGINT NOT NULL,
    goal       TEXT   NOT NULL CHECK (goal IN ('login', 'connect')),
    account_id BIGINT REFERENCES account (id) ON DELETE CASCADE,
    browser    TEXT   NOT NULL,
    seed       TEXT   NOT NULL,
    callback   TEXT   NOT NULL,
    next       TEXT   NOT NULL,
    expires_at BIGINT NOT NULL,
    CHECK ((goal = 'connect') = (account_id IS NOT NULL))
);
CREATE INDEX oidc_flow_expires ON oidc_flow (expires_at);
