-- What is to be done later. A lease that has run out makes its task due again.
CREATE TABLE task (
    id           @id@,
    kind         TEXT   NOT NULL CHECK (kind <> ''),
    lane         TEXT   NOT NULL,
    key          TEXT   NOT NULL,
    payload      TEXT   NOT NULL,
    due          BIGINT NOT NULL,
    leased_until BIGINT NOT NULL DEFAULT 0,
    leases       BIGINT NOT NULL DEFAULT 0,
    attempts     BIGINT NOT NULL DEFAULT 0,
    buried       BIGINT NOT NULL DEFAULT 0 CHECK (buried IN (0, 1)),
    last_error   TEXT   NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX task_key ON task (kind, key) WHERE key <> '' AND buried = 0;
CREATE INDEX task_due ON task (due) WHERE buried = 0;
CREATE INDEX task_lane ON task (lane, id) WHERE lane <> '' AND buried = 0;
