#include "libcore/shop/order_ports.hpp"

namespace asterism::shop {

Claim claim_of(const Snapshot& snapshot) {
    Claim out;
    for (const SnapshotLine& line : snapshot.lines) out.pieces.push_back({line.sku, line.quantity});
    for (const SnapshotCode& code : snapshot.codes)
        if (code.counts) out.codes.push_back(code.id);
    return out;
}

}  // namespace asterism::shop
