-- Whom the site may write to: accounts, and strangers who have told an address. An account's address
-- and names are in its own row. The secret stands in links of mails that are yet to be written, so
-- it cannot be kept as a fingerprint; all it opens is the way out of that mail.
CREATE TABLE contact (
    id             @id@,
    account_id     BIGINT UNIQUE REFERENCES account (id) ON DELETE CASCADE,
    email          TEXT UNIQUE,
    email_as_given TEXT   NOT NULL DEFAULT '',
    first_name     TEXT   NOT NULL DEFAULT '',
    last_name      TEXT   NOT NULL DEFAULT '',
    code           TEXT   NOT NULL UNIQUE,
    secret         TEXT   NOT NULL UNIQUE,
    opted_out_at   BIGINT,
    first_seen     BIGINT NOT NULL,
    converted_at   BIGINT,
    said           TEXT   NOT NULL DEFAULT '',
    origin         TEXT   NOT NULL DEFAULT '',
    CHECK ((account_id IS NULL) <> (email IS NULL))
);

CREATE TABLE consent (
    contact_id BIGINT NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    topic      TEXT   NOT NULL,
    given      BIGINT NOT NULL CHECK (given IN (0, 1)),
    source     TEXT   NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (contact_id, topic)
);

CREATE TABLE opt_out_reason (
    id               @id@,
    contact_id       BIGINT NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    no_longer_wanted BIGINT NOT NULL CHECK (no_longer_wanted IN (0, 1)),
    never_signed_up  BIGINT NOT NULL CHECK (never_signed_up IN (0, 1)),
    inappropriate    BIGINT NOT NULL CHECK (inappropriate IN (0, 1)),
    spam             BIGINT NOT NULL CHECK (spam IN (0, 1)),
    other            TEXT   NOT NULL,
    created_at       BIGINT NOT NULL
);
CREATE INDEX opt_out_reason_contact ON opt_out_reason (contact_id, id);

CREATE TABLE inquiry (
    id         @id@,
    contact_id BIGINT REFERENCES contact (id) ON DELETE CASCADE,
    account_id BIGINT REFERENCES account (id) ON DELETE CASCADE,
    name       TEXT   NOT NULL,
    email      TEXT   NOT NULL,
    message    TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX inquiry_account ON inquiry (account_id, id);
CREATE INDEX inquiry_contact ON inquiry (contact_id);

-- The terms of use and who has agreed to which.
CREATE TABLE terms_version (
    version      BIGINT NOT NULL PRIMARY KEY CHECK (version > 0),
    note         TEXT   NOT NULL,
    published_at BIGINT NOT NULL
);
CREATE TABLE terms_agreement (
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    version    BIGINT NOT NULL REFERENCES terms_version (version),
    agreed_at  BIGINT NOT NULL,
    PRIMARY KEY (account_id, version)
);
INSERT INTO terms_version (version, note, published_at) VALUES (1,
    'These are our first terms of use. Please read our <a class="raw-link" href="/privacy-policy">privacy policy</a> and our <a class="raw-link" href="/terms-of-sale">terms of sale</a>, too.',
    1555718400000000);
