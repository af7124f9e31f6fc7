#pragma once

#include <array>

namespace asterism::bench {

/// What an order of one line is, bare: $1 is its number, everything else is written out. Both
/// engines take them as they are.
inline constexpr std::array order_statements{
    "INSERT INTO shop_heard_call (id, heard_at) VALUES ('evt_' || CAST($1 AS TEXT), 1)"
    " ON CONFLICT (id) DO NOTHING",
    "SELECT id, reference, frozen, hash, cart_id, account_id, visitor, session, url, stage, "
    "holding,"
    " hold_until, ordered_as, intent FROM shop_checkout WHERE reference = 'Ref' || CAST($1 AS "
    "TEXT)",
    "SELECT identifier, title, description, phase, retired FROM shop_status ORDER BY id",
    "INSERT INTO shop_order (identifier, reference, visitor, secret_print, currency, items,"
    " item_discount, shipping, shipping_discount, total, promotion, paid, agreed_to_terms,"
    " needs_address, ordered_at, payment_email, payment_kind, card_name, session, intent, "
    "ship_name,"
    " ship_line1, ship_line2, ship_city, ship_state, ship_zip, ship_country, ship_code, bill_name,"
    " bill_line1, bill_line2, bill_city, bill_state, bill_zip, bill_country, bill_code,"
    " contact_email, contact_normal, first_name, last_name, method_id, method, carrier) VALUES"
    " ('ORD-' || CAST($1 AS TEXT), 'Ref' || CAST($1 AS TEXT),"
    " '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',"
    " '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 'USD', 350, 0, 956, 0,"
    " 1306, 0, 1306, 1, 1, 1, 'Ada@Example.org', 'card', 'Ada King Lovelace',"
    " 'cs_' || CAST($1 AS TEXT), 'pi_' || CAST($1 AS TEXT), 'Ada King Lovelace', '1 Main St', '',"
    " 'Springfield', 'IL', '62701', 'US', 'US', 'Ada King Lovelace', '1 Main St', '',"
    " 'Springfield', 'IL', '62701', 'US', 'US', 'Ada@Example.org', 'ada@example.org', 'Ada',"
    " 'King Lovelace', 2, 'USPSRetailGround', 'USPS Retail Ground')"
    " ON CONFLICT DO NOTHING RETURNING id",
    "INSERT INTO shop_order_line (order_id, place, sku_id, product, title, title_url, color, size,"
    " description, picture, quantity, cents, discount) SELECT id, 0, 1, 'bSusp6dBHm',"
    " 'Paper Clips', 'PaperClips', 'Silver', 'Medium', 'Left sided', '/img/clip.jpg', 1, 350, 0"
    " FROM shop_order WHERE reference = 'Ref' || CAST($1 AS TEXT)",
    "INSERT INTO shop_order_status (order_id, status, phase, since, note) SELECT id, 'accepted',"
    " 'accepted', 1, '' FROM shop_order WHERE reference = 'Ref' || CAST($1 AS TEXT)",
    "UPDATE shop_sku SET stock_left = stock_left - 1, stock_held = stock_held - 1"
    " WHERE id = 1 + (CAST($1 AS BIGINT) - (CAST($1 AS BIGINT) / 16) * 16)",
    "UPDATE shop_checkout SET stage = 'ordered', holding = 0, session = 'cs_' || CAST($1 AS TEXT),"
    " ordered_as = 'ORD-' || CAST($1 AS TEXT), intent = 'pi_' || CAST($1 AS TEXT)"
    " WHERE reference = 'Ref' || CAST($1 AS TEXT)",
    "SELECT id, account_id, visitor, shipping_id FROM shop_cart"
    " WHERE visitor = 'v' || CAST($1 AS TEXT)",
    "SELECT 1, l.place, l.sku_id, l.quantity FROM shop_cart_line l JOIN shop_cart k"
    " ON k.id = l.cart_id WHERE k.visitor = 'v' || CAST($1 AS TEXT)",
    "DELETE FROM shop_cart WHERE visitor = 'v' || CAST($1 AS TEXT)",
    "INSERT INTO audit_record (at, type, success, handle, address, agent, metadata) VALUES (1,"
    " 'order_placed', 1, 'anonymous', '192.0.2.7', 'Bench/1',"
    " 'order=ORD-' || CAST($1 AS TEXT) || ' paid=13.06 currency=USD')",
    "INSERT INTO task (kind, lane, key, payload, due) VALUES ('shop.order_mail', 'ada@example.org',"
    " 'ORD-' || CAST($1 AS TEXT), 'ORD-' || CAST($1 AS TEXT) || '-0123456789abcdefghijkl', 1)"
    " ON CONFLICT (kind, key) WHERE key <> '' AND buried = 0 DO UPDATE SET due = excluded.due",
};

}  // namespace asterism::bench
