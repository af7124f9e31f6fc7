-- Carts on their way to be orders. What was frozen, and its hash, are written once; the cart may go.
CREATE TABLE shop_checkout (
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
        CHECK (stage IN ('open', 'waiting', 'ordered', 'failed', 'expired', 'contested')),
    holding    BIGINT NOT NULL CHECK (holding IN (0, 1)),
    hold_until BIGINT,
    ordered_as TEXT   NOT NULL DEFAULT '',
    intent     TEXT   NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    CHECK ((stage = 'ordered') = (ordered_as <> ''))
);
CREATE INDEX shop_checkout_cart ON shop_checkout (cart_id, id);
CREATE INDEX shop_checkout_account ON shop_checkout (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX shop_checkout_overdue ON shop_checkout (hold_until) WHERE stage = 'open';

-- What was bought and paid, as it was then: it names products, codes and ways of shipping, and hangs on
-- none of them. One payment makes one order, whatever is told of it and how often.
CREATE TABLE shop_order (
    id                @id@,
    identifier        TEXT   NOT NULL CONSTRAINT shop_order_identifier UNIQUE CHECK (identifier <> ''),
    reference         TEXT   NOT NULL UNIQUE CHECK (reference <> ''),
    account_id        BIGINT REFERENCES account (id) ON DELETE SET NULL,
    visitor           TEXT   NOT NULL DEFAULT '',
    secret_print      TEXT   NOT NULL DEFAULT '',
    currency          TEXT   NOT NULL,
    items             BIGINT NOT NULL CHECK (items >= 0),
    item_discount     BIGINT NOT NULL CHECK (item_discount BETWEEN 0 AND items),
    shipping          BIGINT NOT NULL CHECK (shipping >= 0),
    shipping_discount BIGINT NOT NULL CHECK (shipping_discount BETWEEN 0 AND shipping),
    total             BIGINT NOT NULL CHECK (total = items - item_discount + shipping - shipping_discount),
    promotion         BIGINT NOT NULL CHECK (promotion >= 0),
    paid              BIGINT NOT NULL CHECK (paid = total - promotion),
    agreed_to_terms   BIGINT NOT NULL CHECK (agreed_to_terms IN (0, 1)),
    needs_address     BIGINT NOT NULL CHECK (needs_address IN (0, 1)),
    ordered_at        BIGINT NOT NULL,
    payment_email     TEXT   NOT NULL,
    payment_kind      TEXT   NOT NULL,
    card_name         TEXT   NOT NULL,
    session           TEXT   NOT NULL UNIQUE CHECK (session <> ''),
    intent            TEXT   UNIQUE CHECK (intent <> ''),
    ship_name         TEXT   NOT NULL,
    ship_line1        TEXT   NOT NULL,
    ship_line2        TEXT   NOT NULL,
    ship_city         TEXT   NOT NULL,
    ship_state        TEXT   NOT NULL,
    ship_zip          TEXT   NOT NULL,
    ship_country      TEXT   NOT NULL,
    ship_code         TEXT   NOT NULL,
    bill_name         TEXT   NOT NULL,
    bill_line1        TEXT   NOT NULL,
    bill_line2        TEXT   NOT NULL,
    bill_city         TEXT   NOT NULL,
    bill_state        TEXT   NOT NULL,
    bill_zip          TEXT   NOT NULL,
    bill_country      TEXT   NOT NULL,
    bill_code         TEXT   NOT NULL,
    contact_email     TEXT   NOT NULL,
    contact_normal    TEXT   NOT NULL,
    first_name        TEXT   NOT NULL,
    last_name         TEXT   NOT NULL,
    method_id         BIGINT NOT NULL,
    method            TEXT   NOT NULL,
    carrier           TEXT   NOT NULL,
    tracking          TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX shop_order_account ON shop_order (account_id, id) WHERE account_id IS NOT NULL;
CREATE INDEX shop_order_guest ON shop_order (contact_normal) WHERE account_id IS NULL;

CREATE TABLE shop_order_line (
    order_id    BIGINT NOT NULL REFERENCES shop_order (id) ON DELETE CASCADE,
    place       BIGINT NOT NULL,
    sku_id      BIGINT NOT NULL,
    product     TEXT   NOT NULL,
    title       TEXT   NOT NULL,
    title_url   TEXT   NOT NULL,
    color       TEXT   NOT NULL,
    size        TEXT   NOT NULL,
    description TEXT   NOT NULL,
    picture     TEXT   NOT NULL,
    quantity    BIGINT NOT NULL CHECK (quantity BETWEEN 1 AND 9999),
    cents       BIGINT NOT NULL CHECK (cents >= 0),
    discount    BIGINT NOT NULL CHECK (discount BETWEEN 0 AND quantity * cents),
    PRIMARY KEY (order_id, place)
);

CREATE TABLE shop_order_code (
    order_id      BIGINT NOT NULL REFERENCES shop_order (id) ON DELETE CASCADE,
    place         BIGINT NOT NULL,
    discount_id   BIGINT NOT NULL,
    code          TEXT   NOT NULL,
    description   TEXT   NOT NULL,
    kind          TEXT   NOT NULL,
    amount        BIGINT NOT NULL,
    order_minimum BIGINT NOT NULL,
    combinable    BIGINT NOT NULL CHECK (combinable IN (0, 1)),
    counts        BIGINT NOT NULL CHECK (counts IN (0, 1)),
    PRIMARY KEY (order_id, place)
);

-- The history of an order: rows are added and never changed, and no status comes twice.
CREATE TABLE shop_order_status (
    id       @id@,
    order_id BIGINT NOT NULL REFERENCES shop_order (id) ON DELETE CASCADE,
    status   TEXT   NOT NULL CHECK (status <> ''),
    phase    TEXT   NOT NULL,
    since    BIGINT NOT NULL,
    set_by   BIGINT REFERENCES account (id) ON DELETE SET NULL,
    note     TEXT   NOT NULL DEFAULT '',
    UNIQUE (order_id, status)
);
CREATE INDEX shop_order_status_by ON shop_order_status (set_by) WHERE set_by IS NOT NULL;

-- Money that needs a person: one row of a kind for each session.
CREATE TABLE shop_incident (
    id         @id@,
    kind       TEXT   NOT NULL CHECK (kind <> ''),
    reference  TEXT   NOT NULL,
    session    TEXT   NOT NULL,
    intent     TEXT   NOT NULL,
    amount     BIGINT NOT NULL,
    currency   TEXT   NOT NULL,
    email      TEXT   NOT NULL,
    heard_at   BIGINT NOT NULL,
    settled_at BIGINT,
    settled_by BIGINT REFERENCES account (id) ON DELETE SET NULL,
    note       TEXT   NOT NULL DEFAULT '',
    UNIQUE (session, kind)
);
CREATE INDEX shop_incident_open ON shop_incident (id) WHERE settled_at IS NULL;
CREATE INDEX shop_incident_by ON shop_incident (settled_by) WHERE settled_by IS NOT NULL;

-- Calls of whoever takes the money, each once.
CREATE TABLE shop_heard_call (
    id       TEXT   NOT NULL PRIMARY KEY CHECK (id <> ''),
    heard_at BIGINT NOT NULL
);
CREATE INDEX shop_heard_call_at ON shop_heard_call (heard_at);
