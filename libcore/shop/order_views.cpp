#include "libcore/shop/order_views.hpp"

namespace asterism::shop {
namespace {

OrderLineView shown(const SnapshotLine& line) {
    OrderLineView out{line.sku,
                      line.product,
                      line.title,
                      line.title_url,
                      line.color,
                      line.size,
                      line.description,
                      {},
                      line.quantity,
                      decimal(line.each),
                      decimal(line.discount)};
    if (!line.picture.empty()) out.picture = line.picture;
    return out;
}

OrderCodeView shown(const SnapshotCode& code) {
    return {code.id,
            code.code,
            code.description,
            code.kind,
            decimal({code.amount, Currency::usd}),  // two decimals, of whatever
            decimal(code.order_minimum),
            code.combinable,
            code.counts};
}

OrderAddress shown(const PostalAddress& address) {
    return {address.name,  address.line1, address.line2,   address.city,
            address.state, address.zip,   address.country, address.country_code};
}

}  // namespace

OrderView view_of(const PlacedOrder& order) {
    const OrderRecord& record = order.record;
    OrderView out;
    out.identifier = record.order.identifier;
    out.ordered_at = record.order.at;
    out.currency = record.order.paid.currency;
    for (const auto& line : record.lines) out.lines.push_back(shown(line));
    for (const auto& code : record.codes) out.codes.push_back(shown(code));
    out.shipping_method = record.shipping.identifier;
    out.carrier = record.shipping.carrier;
    out.tracking = order.tracking;
    out.totals = view_of(record.order.totals);
    out.promotion = decimal(record.order.promotion);
    out.paid = decimal(record.order.paid);
    out.email = record.payment.email;
    out.payment_kind = record.payment.kind;
    out.card_name = record.payment.card_name;
    if (record.order.needs_address) out.shipping_address = shown(record.shipping_address);
    out.billing_address = shown(record.billing_address);
    for (const auto& entry : order.history)
        out.history.push_back({entry.status, entry.phase, entry.at, entry.note});
    return out;
}

OrderCard card_of(const PlacedOrder& order) {
    const OrderRow& row = order.record.order;
    return {order.id,
            row.identifier,
            row.at,
            decimal(row.totals.total),
            order.history.back().status,
            order.record.contact.email};
}

}  // namespace asterism::shop
