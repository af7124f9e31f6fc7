-- Append only. No foreign key: it outlives the accounts it tells of. The seal is put on later, in
-- commit order, by one worker.
CREATE TABLE audit_record (
    id         @id@,
    at         BIGINT NOT NULL,
    type       TEXT   NOT NULL CHECK (type <> ''),
    success    BIGINT NOT NULL CHECK (success IN (0, 1)),
    account_id BIGINT,
    handle     TEXT   NOT NULL,
    address    TEXT   NOT NULL,
    agent      TEXT   NOT NULL,
    metadata   TEXT   NOT NULL,
    seal       TEXT
);
CREATE INDEX audit_record_account ON audit_record (account_id, at);
CREATE INDEX audit_record_unsealed ON audit_record (id) WHERE seal IS NULL;
