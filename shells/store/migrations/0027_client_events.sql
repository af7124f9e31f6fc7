-- What pages tell of their visitors. Codes are kept as they were told, without keys to what they
-- stand for, so that they outlive it.
CREATE TABLE client_event (
    id         @id@,
    kind       TEXT   NOT NULL CHECK (kind IN ('page_view', 'script_error', 'click', 'link')),
    account_id BIGINT REFERENCES account (id) ON DELETE SET NULL,
    visitor    TEXT   NOT NULL,
    url        TEXT   NOT NULL,
    width      BIGINT,
    what       TEXT   NOT NULL,
    contact    TEXT   NOT NULL,
    campaign   TEXT   NOT NULL,
    ad         TEXT   NOT NULL,
    address    TEXT   NOT NULL,
    agent      TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX client_event_account ON client_event (account_id);
CREATE INDEX client_event_created ON client_event (created_at);
