-- What is for sale. Nothing of it is ever deleted but pictures and videos: orders name it.
CREATE TABLE shop_product (
    id            @id@,
    identifier    TEXT   NOT NULL UNIQUE CHECK (identifier <> ''),
    title         TEXT   NOT NULL CHECK (title <> ''),
    title_url     TEXT   NOT NULL CHECK (title_url <> ''),
    headline      TEXT   NOT NULL DEFAULT '',
    description_1 TEXT   NOT NULL DEFAULT '',
    description_2 TEXT   NOT NULL DEFAULT '',
    retired       BIGINT NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
);

-- stock_left: pieces not yet taken, NULL where nobody counts; stock_held: of these, promised to people
-- who are paying.
CREATE TABLE shop_sku (
    id           @id@,
    product_id   BIGINT NOT NULL REFERENCES shop_product (id),
    availability TEXT   NOT NULL CHECK (availability IN ('in_stock', 'back_ordered', 'out_of_stock')),
    stock_left   BIGINT CHECK (stock_left >= 0),
    stock_held   BIGINT NOT NULL DEFAULT 0 CHECK (stock_held >= 0),
    color        TEXT   NOT NULL DEFAULT '',
    size         TEXT   NOT NULL DEFAULT '',
    description  TEXT   NOT NULL DEFAULT '',
    retired      BIGINT NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
    CHECK (stock_left IS NULL OR stock_held <= stock_left),
    UNIQUE (product_id, id)
);

-- The history of prices: rows are added and never changed.
CREATE TABLE shop_price (
    id       @id@,
    sku_id   BIGINT NOT NULL REFERENCES shop_sku (id),
    cents    BIGINT NOT NULL CHECK (cents BETWEEN 0 AND 9999999999),
    currency TEXT   NOT NULL,
    since    BIGINT NOT NULL
);
CREATE INDEX shop_price_sku ON shop_price (sku_id, since, id);

-- Of a product, or of one of its SKUs; of each at most one is main.
CREATE TABLE shop_picture (
    id         @id@,
    product_id BIGINT NOT NULL REFERENCES shop_product (id),
    sku_id     BIGINT,
    url        TEXT   NOT NULL CHECK (url <> ''),
    caption    TEXT   NOT NULL DEFAULT '',
    main       BIGINT NOT NULL DEFAULT 0 CHECK (main IN (0, 1)),
    FOREIGN KEY (product_id, sku_id) REFERENCES shop_sku (product_id, id)
);
CREATE INDEX shop_picture_product ON shop_picture (product_id, id);
CREATE INDEX shop_picture_sku ON shop_picture (sku_id) WHERE sku_id IS NOT NULL;
CREATE UNIQUE INDEX shop_picture_main ON shop_picture (product_id, (COALESCE(sku_id, 0))) WHERE main = 1;

CREATE TABLE shop_video (
    id            @id@,
    product_id    BIGINT NOT NULL REFERENCES shop_product (id),
    url           TEXT   NOT NULL CHECK (url <> ''),
    thumbnail_url TEXT   NOT NULL,
    caption       TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX shop_video_product ON shop_video (product_id, id);

-- amount: hundredths of a percent, of the currency's unit, or of a month. uses_left and uses_held as the
-- stock of a SKU.
CREATE TABLE shop_discount (
    id              @id@,
    code            TEXT   NOT NULL UNIQUE CHECK (code <> ''),
    description     TEXT   NOT NULL DEFAULT '',
    kind            TEXT   NOT NULL
        CHECK (kind IN ('percent_off', 'amount_off', 'free_months', 'free_shipping')),
    amount          BIGINT NOT NULL CHECK (amount > 0),
    order_minimum   BIGINT NOT NULL DEFAULT 0 CHECK (order_minimum >= 0),
    currency        TEXT   NOT NULL,
    starts_at       BIGINT NOT NULL,
    ends_at         BIGINT NOT NULL,
    combinable      BIGINT NOT NULL DEFAULT 0 CHECK (combinable IN (0, 1)),
    shipping_method TEXT   NOT NULL DEFAULT '',
    uses_left       BIGINT CHECK (uses_left >= 0),
    uses_held       BIGINT NOT NULL DEFAULT 0 CHECK (uses_held >= 0),
    CHECK (starts_at <= ends_at),
    CHECK (uses_left IS NULL OR uses_held <= uses_left)
);

CREATE TABLE shop_shipping_method (
    id            @id@,
    identifier    TEXT   NOT NULL UNIQUE CHECK (identifier <> ''),
    carrier       TEXT   NOT NULL,
    cost          BIGINT NOT NULL CHECK (cost >= 0),
    currency      TEXT   NOT NULL,
    tracking_base TEXT   NOT NULL DEFAULT '',
    active        BIGINT NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    parcel        BIGINT NOT NULL DEFAULT 1 CHECK (parcel IN (0, 1))
);

-- What orders can be.
CREATE TABLE shop_status (
    id          @id@,
    identifier  TEXT   NOT NULL UNIQUE CHECK (identifier <> ''),
    title       TEXT   NOT NULL,
    description TEXT   NOT NULL DEFAULT '',
    phase       TEXT   NOT NULL CHECK (phase IN
        ('accepted', 'in_work', 'packed', 'shipped', 'delivered', 'cancelled', 'refunded')),
    retired     BIGINT NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
);

-- One an owner: an account, or a visitor with a secret whose fingerprint this is.
CREATE TABLE shop_cart (
    id          @id@,
    account_id  BIGINT UNIQUE REFERENCES account (id) ON DELETE CASCADE,
    visitor     TEXT   UNIQUE CHECK (visitor <> ''),
    shipping_id BIGINT REFERENCES shop_shipping_method (id),
    changed_at  BIGINT NOT NULL DEFAULT 0,
    CHECK ((account_id IS NULL) <> (visitor IS NULL))
);
CREATE INDEX shop_cart_changed ON shop_cart (changed_at);

-- place: in the order in which they came.
CREATE TABLE shop_cart_line (
    cart_id  BIGINT NOT NULL REFERENCES shop_cart (id) ON DELETE CASCADE,
    sku_id   BIGINT NOT NULL REFERENCES shop_sku (id),
    place    BIGINT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity BETWEEN 0 AND 9999),
    PRIMARY KEY (cart_id, sku_id)
);

CREATE TABLE shop_cart_code (
    cart_id     BIGINT NOT NULL REFERENCES shop_cart (id) ON DELETE CASCADE,
    discount_id BIGINT NOT NULL REFERENCES shop_discount (id),
    place       BIGINT NOT NULL,
    PRIMARY KEY (cart_id, discount_id)
);
