#include "libcore/shop/order_views.hpp"

#include <algorithm>

namespace asterism::shop {
namespace {

/// The first of them of which that member is that; null: none is.
template <class Row, class Is, class Of>
const Row* found(const std::vector<Row>& rows, const Is& is, Of of) {
    const auto row = std::ranges::find(rows, is, of);
    return row == rows.end() ? nullptr : &*row;
}

OrderLineView shown(const SnapshotLine& line, const OrderWords& words) {
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
    const auto sku_of = [](const Item& item) { return item.sku.id; };
    if (const Item* item = found(words.items, line.sku, sku_of))
        out.availability = item->sku.availability;
    return out;
}

OrderCodeView shown(const SnapshotCode& code, const OrderWords& words) {
    OrderCodeView out{code.id,
                      code.code,
                      code.description,
                      code.kind,
                      decimal({code.amount, Currency::usd}),  // two decimals, of whatever
                      decimal(code.order_minimum),
                      code.combinable,
                      code.counts};
    if (const Discount* discount = found(words.codes, code.id, &Discount::id)) {
        out.starts = discount->starts;
        out.ends = discount->ends;
    }
    return out;
}

OrderStatusView shown(const StatusEntry& entry, const OrderWords& words) {
    OrderStatusView out{entry.status, entry.phase, entry.at, entry.note, entry.status, ""};
    if (const Status* status = found(words.statuses, entry.status, &Status::identifier)) {
        out.title = status->title;
        out.description = status->description;
    }
    return out;
}

OrderAddress shown(const PostalAddress& address) {
    return {address.name,  address.line1, address.line2,   address.city,
            address.state, address.zip,   address.country, address.country_code};
}

}  // namespace

OrderView view_of(const PlacedOrder& order, const OrderWords& words) {
    const OrderRecord& record = order.record;
    OrderView out;
    out.identifier = record.order.identifier;
    out.ordered_at = record.order.at;
    out.currency = record.order.paid.currency;
    for (const auto& line : record.lines) out.lines.push_back(shown(line, words));
    for (const auto& code : record.codes) out.codes.push_back(shown(code, words));
    out.shipping_method = record.shipping.identifier;
    out.carrier = record.shipping.carrier;
    out.tracking = order.tracking;
    if (const auto* method = found(words.methods, record.shipping.id, &ShippingMethod::id))
        out.tracking_base = method->tracking_base;
    out.totals = view_of(record.order.totals);
    out.promotion = decimal(record.order.promotion);
    out.paid = decimal(record.order.paid);
    out.email = record.payment.email;
    out.payment_kind = record.payment.kind;
    out.card_name = record.payment.card_name;
    if (record.order.needs_address) out.shipping_address = shown(record.shipping_address);
    out.billing_address = shown(record.billing_address);
    for (const auto& entry : order.history) out.history.push_back(shown(entry, words));
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
