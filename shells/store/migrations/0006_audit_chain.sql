-- Sealed rows have their place in a chain (libcore/audit/chain.hpp). The seal's column is there.
ALTER TABLE audit_record ADD COLUMN request_id TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_record ADD COLUMN position BIGINT;
ALTER TABLE audit_record ADD COLUMN code TEXT;
CREATE UNIQUE INDEX audit_record_position ON audit_record (position);
CREATE INDEX audit_record_at ON audit_record (at);

CREATE TABLE audit_head (
    id       BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    position BIGINT NOT NULL,
    day      BIGINT NOT NULL,
    seal     TEXT   NOT NULL,
    key      TEXT   NOT NULL,
    proof    TEXT   NOT NULL
);
INSERT INTO audit_head (id, position, day, seal, key, proof) VALUES (1, 0, 0, '', '', '');

-- Stands for rows that were archived; they may be deleted once it is there.
CREATE TABLE audit_anchor (
    first      BIGINT NOT NULL PRIMARY KEY,
    last       BIGINT NOT NULL UNIQUE CHECK (last >= first),
    day        BIGINT NOT NULL,
    seal       TEXT   NOT NULL,
    file       TEXT   NOT NULL UNIQUE,
    digest     TEXT   NOT NULL,
    made_at    BIGINT NOT NULL,
    proof      TEXT   NOT NULL,
    cleaned_at BIGINT
);

-- A row is changed once, when it gets its place, and deleted when an anchor stands for it.
-- only sqlite
CREATE TRIGGER audit_record_fixed BEFORE UPDATE ON audit_record
WHEN old.position IS NOT NULL OR new.position IS NULL OR new.id <> old.id OR new.at <> old.at
    OR new.type <> old.type OR new.success <> old.success OR new.account_id IS NOT old.account_id
    OR new.handle <> old.handle OR new.address <> old.address OR new.agent <> old.agent
    OR new.metadata <> old.metadata OR new.request_id <> old.request_id
BEGIN
    SELECT raise(ABORT, 'audit records are not changed');
END;
CREATE TRIGGER audit_record_kept BEFORE DELETE ON audit_record
WHEN old.position IS NULL OR old.position > (SELECT coalesce(max(last), 0) FROM audit_anchor)
BEGIN
    SELECT raise(ABORT, 'audit records are deleted when they are archived');
END;
-- only postgresql
CREATE FUNCTION audit_record_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF old.position IS NULL AND new.position IS NOT NULL AND new.id = old.id AND new.at = old.at
            AND new.type = old.type AND new.success = old.success
            AND new.account_id IS NOT DISTINCT FROM old.account_id AND new.handle = old.handle
            AND new.address = old.address AND new.agent = old.agent
            AND new.metadata = old.metadata AND new.request_id = old.request_id THEN
            RETURN new;
        END IF;
        RAISE EXCEPTION 'audit records are not changed' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF old.position <= (SELECT coalesce(max(last), 0) FROM audit_anchor) THEN
            RETURN old;
        END IF;
    END IF;
    RAISE EXCEPTION 'audit records are deleted when they are archived'
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_record_guard BEFORE UPDATE OR DELETE ON audit_record
    FOR EACH ROW EXECUTE FUNCTION audit_record_guard();
CREATE TRIGGER audit_record_whole BEFORE TRUNCATE ON audit_record
    FOR EACH STATEMENT EXECUTE FUNCTION audit_record_guard();
-- both

-- What is done again and again: when next, and who is at it now.
CREATE TABLE job (
    name         TEXT   NOT NULL PRIMARY KEY CHECK (name <> ''),
    due          BIGINT NOT NULL,
    leased_until BIGINT NOT NULL DEFAULT 0,
    leases       BIGINT NOT NULL DEFAULT 0,
    last_run     BIGINT,
    last_outcome TEXT   NOT NULL DEFAULT ''
);
