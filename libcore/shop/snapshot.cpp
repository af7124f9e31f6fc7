#include "libcore/shop/snapshot.hpp"

#include "libcore/shop/faults.hpp"
#include "libcore/shop/prices.hpp"

namespace asterism::shop {
namespace {

SnapshotLine frozen(const QuotedLine& line) {
    const Item& item = line.item;
    return {item.sku.id,
            item.product,
            item.title,
            item.title_url,
            item.sku.color,
            item.sku.size,
            item.sku.description,
            item.picture,
            line.quantity,
            *line.each,
            {0, line.each->currency}};
}

SnapshotCode frozen(const Discount& code, bool counts) {
    return {code.id,     code.code,          code.description, code.kind,
            code.amount, code.order_minimum, code.combinable,  counts};
}

/// The lines with pieces in them, all of which are for sale.
Result<std::vector<SnapshotLine>> frozen_lines(const Contents& contents, const Quote& quote,
                                               Instant at) {
    std::vector<SnapshotLine> out;
    if (quote.lines.size() != contents.cart.lines.size()) return unknown_sku;
    for (const QuotedLine& line : quote.lines) {
        if (line.quantity <= 0) continue;
        if (const Fault* fault = sale_refusal(line.item.sku, line.quantity, at)) return *fault;
        out.push_back(frozen(line));
    }
    return out;
}

/// Gives each line its part of the discount.
Result<std::vector<SnapshotLine>> with_parts(std::vector<SnapshotLine> lines, Money discount) {
    std::vector<PricedLine> priced;
    for (const SnapshotLine& line : lines) priced.push_back({line.quantity, line.each});
    const auto parts = spread(discount, priced);
    if (!parts) return parts.error();
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].discount = (*parts)[i];
    return lines;
}

/// No counter takes more charges than this.
constexpr std::size_t most_charges = 100;

std::string words_of(const SnapshotLine& line) {
    const auto between = line.color.empty() || line.size.empty() ? "" : " - ";
    return line.color + between + line.size;
}

/// Each line by the piece: where its discount leaves odd cents, some pieces cost a cent more.
Result<std::vector<Charge>> piecewise(const Snapshot& snapshot) {
    std::vector<Charge> out;
    for (const SnapshotLine& line : snapshot.lines) {
        const auto pieces = reduced({line.quantity, line.each}, line.discount);
        if (!pieces) return pieces.error();
        for (const Pieces& some : *pieces)
            out.push_back({line.title, words_of(line), line.picture, some.quantity, some.each});
    }
    return out;
}

/// Each line as one charge, and what is too much for the counter as a last one.
Result<std::vector<Charge>> linewise(const Snapshot& snapshot) {
    std::vector<Charge> out;
    for (const SnapshotLine& line : snapshot.lines) {
        const auto all = line_total({line.quantity, line.each});
        if (!all) return all.error();
        const auto left = subtract(*all, line.discount);
        if (!left) return left.error();
        if (out.size() + 2 < most_charges) {  // room for the rest and for shipping
            out.push_back({std::to_string(line.quantity) + " × " + line.title, words_of(line),
                           line.picture, 1, *left});
            continue;
        }
        if (out.size() + 2 == most_charges)
            out.push_back({"More items", "", "", 1, {0, left->currency}});
        const auto sum = add(out.back().each, *left);
        if (!sum) return sum.error();
        out.back().each = *sum;
    }
    return out;
}

}  // namespace

Result<Snapshot> freeze(const Contents& contents, const Payer& payer, const Policy& policy,
                        Instant at) {
    if (is_empty(contents.cart)) return empty_cart;
    if (!contents.shipping) return no_shipping_method;
    const auto quoted = quote(contents, policy, at);
    if (!quoted) return quoted.error();
    auto lines = frozen_lines(contents, *quoted, at);
    if (!lines) return lines.error();
    auto shared = with_parts(*std::move(lines), quoted->totals.item_discount);
    if (!shared) return shared.error();

    const ShippingMethod& method = *contents.shipping;
    Snapshot out;
    out.reference = payer.reference;
    out.cart = contents.cart.id;
    out.owner = contents.cart.owner;
    out.email = payer.email;
    out.currency = policy.currency;
    out.needs_address = method.parcel;
    out.live = policy.live;
    out.promotions = policy.promotions;
    out.lines = *std::move(shared);
    for (std::size_t i = 0; i < contents.codes.size(); ++i)
        out.codes.push_back(frozen(contents.codes[i], quoted->counts[i]));
    out.shipping = {method.id, method.identifier, method.carrier};
    out.totals = quoted->totals;
    out.made_at = at;
    out.language = payer.language;
    return out;
}

Frozen sealed(const Fingerprint& fingerprint, const Snapshot& snapshot) {
    auto bytes = canonical(snapshot);
    auto hash = fingerprint.of(bytes);
    return {std::move(bytes), std::move(hash)};
}

std::optional<Snapshot> opened(const Fingerprint& fingerprint, const Frozen& frozen) {
    if (fingerprint.of(frozen.bytes) != frozen.hash) return std::nullopt;
    return read_canonical(frozen.bytes);
}

Result<std::vector<Charge>> charges(const Snapshot& snapshot) {
    auto out = piecewise(snapshot);
    if (out && out->size() + 1 > most_charges) out = linewise(snapshot);
    if (!out) return out;
    const auto shipping = subtract(snapshot.totals.shipping, snapshot.totals.shipping_discount);
    if (!shipping) return shipping.error();
    if (shipping->minor > 0) out->push_back({"Shipping", "", "", 1, *shipping});
    return out;
}

}  // namespace asterism::shop
