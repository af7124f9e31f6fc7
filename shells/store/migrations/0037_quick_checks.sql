-- SQLite makes a table of every list of three or more that a check or a partial index asks for, each
-- time that it writes a row: three of them for one checkout. Alternatives it tries one by one.
DROP INDEX shop_checkout_unpaid;

-- only sqlite
CREATE TABLE shop_checkout_quick (
    id         @id@,
    reference  TEXT   NOT NULL UNIQUE CHECK (reference <> ''),
    frozen     TEXT   NOT NULL,
    hash       TEXT   NOT NULL,
    cart_id    BIGINT NOT NULL,
    account_id BIGINT REFERENCES account (id) ON DELETE SET NULL,
    visitor    TEXT   NOT NULL DEFAULT '',
    session    TEXT   UNIQUE CHECK (session <> ''),
    url        TEXT   NOT NULL DEFAULT '',
    stage      TEXT   NOT NULL
        CHECK (stage = 'open' OR stage = 'waiting' OR stage = 'ordered' OR stage = 'failed'
            OR stage = 'expired' OR stage = 'contested'),
    holding    BIGINT NOT NULL CHECK (holding IN (0, 1)),
    hold_until BIGINT,
    ordered_as TEXT   NOT NULL DEFAULT '',
    intent     TEXT   NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    CHECK ((stage = 'ordered') = (ordered_as <> ''))
);
-- No number is given twice, though its row is gone.
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'shop_checkout_quick', seq FROM sqlite_sequence WHERE name = 'shop_checkout';
INSERT INTO shop_checkout_quick (id, reference, frozen, hash, cart_id, account_id, visitor, session,
    url, stage, holding, hold_until, ordered_as, intent, created_at)
    SELECT id, reference, frozen, hash, cart_id, account_id, visitor, session, url, stage, holding,
        hold_until, ordered_as, intent, created_at FROM shop_checkout;
DROP TABLE shop_checkout;
ALTER TABLE shop_checkout_quick RENAME TO shop_checkout;
CREATE INDEX shop_checkout_cart ON shop_checkout (cart_id, id);
CREATE INDEX shop_checkout_account ON shop_checkout (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX shop_checkout_overdue ON shop_checkout (hold_until) WHERE stage = 'open';
-- both
CREATE INDEX shop_checkout_unpaid ON shop_checkout (created_at)
    WHERE stage = 'failed' OR stage = 'expired' OR stage = 'contested';
