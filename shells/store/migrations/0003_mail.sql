CREATE TABLE mail_message (
    id            @id@,
    recipient     TEXT   NOT NULL CHECK (recipient <> ''),
    sender        TEXT   NOT NULL,
    template_code TEXT   NOT NULL,
    class         TEXT   NOT NULL CHECK (class IN ('transactional', 'marketing')),
    subject       TEXT   NOT NULL,
    text_body     TEXT   NOT NULL,
    html_body     TEXT   NOT NULL,
    unique_part   TEXT   NOT NULL UNIQUE,
    state         TEXT   NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'suppressed', 'kept')),
    created_at    BIGINT NOT NULL,
    attempts      BIGINT NOT NULL DEFAULT 0,
    last_error    TEXT   NOT NULL DEFAULT ''
);
