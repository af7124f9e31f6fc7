#include "libcore/shop/cart_views.hpp"

#include "libcore/shop/prices.hpp"

namespace asterism::shop {
namespace {

CartLineView shown(const QuotedLine& line) {
    const Item& item = line.item;
    CartLineView out{item.sku.id,
                     item.product,
                     item.title,
                     item.title_url,
                     item.sku.color,
                     item.sku.size,
                     item.sku.description,
                     {},
                     shown_availability(item.sku),
                     line.quantity,
                     {},
                     decimal(line.total)};
    if (!item.picture.empty()) out.picture = item.picture;
    if (line.each) out.price = decimal(*line.each);
    return out;
}

CodeView shown(const Discount& code, bool counts) {
    return {code.id,
            code.code,
            code.description,
            code.kind,
            decimal({code.amount, Currency::usd}),  // two decimals, of whatever
            decimal(code.order_minimum),
            code.starts,
            code.ends,
            code.combinable,
            counts};
}

}  // namespace

ShippingMethodView view_of(const ShippingMethod& method) {
    return {method.identifier, method.carrier, decimal(method.cost), method.tracking_base};
}

ShopTotals view_of(const Totals& totals) {
    return {decimal(totals.items), decimal(totals.item_discount), decimal(totals.shipping),
            decimal(totals.shipping_discount), decimal(totals.total)};
}

Result<CartView> view_of(const Contents& contents, const Policy& policy, Instant at) {
    const auto quoted = quote(contents, policy, at);
    if (!quoted) return quoted.error();
    CartView out;
    out.found = true;
    out.currency = policy.currency;
    for (const QuotedLine& line : quoted->lines) out.lines.push_back(shown(line));
    for (std::size_t i = 0; i < contents.codes.size(); ++i)
        out.codes.push_back(shown(contents.codes[i], quoted->counts[i]));
    if (contents.shipping) out.shipping = view_of(*contents.shipping);
    out.totals = view_of(quoted->totals);
    return out;
}

CartView view_of_none(const Policy& policy) {
    const Money none{0, policy.currency};
    CartView out;
    out.currency = policy.currency;
    out.totals = view_of(Totals{none, none, none, none, none});
    return out;
}

}  // namespace asterism::shop
