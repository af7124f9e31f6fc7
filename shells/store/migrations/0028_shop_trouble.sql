-- Orders' mails that did not go out: one row an order and kind until it is settled, by somebody or by
-- the mail's going out after all.
CREATE TABLE shop_mail_trouble (
    id         @id@,
    order_name TEXT   NOT NULL REFERENCES shop_order (identifier) ON DELETE CASCADE,
    kind       TEXT   NOT NULL CHECK (kind IN
        ('template_lookup', 'formatting', 'cart_deletion', 'smtp', 'emailsent_logging')),
    error      TEXT   NOT NULL,
    times      BIGINT NOT NULL DEFAULT 1 CHECK (times > 0),
    first_at   BIGINT NOT NULL,
    last_at    BIGINT NOT NULL,
    settled_at BIGINT,
    settled_by BIGINT REFERENCES account (id) ON DELETE SET NULL,
    note       TEXT   NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX shop_mail_trouble_open ON shop_mail_trouble (order_name, kind) WHERE settled_at IS NULL;
CREATE INDEX shop_mail_trouble_order ON shop_mail_trouble (order_name);
CREATE INDEX shop_mail_trouble_by ON shop_mail_trouble (settled_by) WHERE settled_by IS NOT NULL;

-- Found when what nobody paid for is forgotten.
CREATE INDEX shop_checkout_unpaid ON shop_checkout (created_at) WHERE stage IN ('failed', 'expired', 'contested');

-- How often each alarm was raised, and when the last mail told of it.
CREATE TABLE shop_alarm (
    kind      TEXT   NOT NULL PRIMARY KEY CHECK (kind <> ''),
    raised    BIGINT NOT NULL CHECK (raised > 0),
    raised_at BIGINT NOT NULL,
    mails     BIGINT NOT NULL DEFAULT 0 CHECK (mails >= 0),
    mailed_at BIGINT
);
