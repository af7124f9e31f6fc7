-- What was answered to requests that bore a key of their sender's, for a day. Of the key and of what
-- was asked fingerprints are kept. A status of 0: the answer is being made.
CREATE TABLE shop_reply (
    key      TEXT   NOT NULL PRIMARY KEY CHECK (key <> ''),
    request  TEXT   NOT NULL,
    status   BIGINT NOT NULL DEFAULT 0 CHECK (status = 0 OR status BETWEEN 200 AND 499),
    body     TEXT   NOT NULL DEFAULT '',
    begun_at BIGINT NOT NULL
);
CREATE INDEX shop_reply_begun ON shop_reply (begun_at);
