#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/fingerprint.hpp"
#include "libcore/base/language.hpp"
#include "libcore/shop/quote.hpp"

namespace asterism::shop {

// What somebody is about to pay for, as it was when he went to pay. It never changes: whatever is
// done to the cart, to prices or to codes afterwards, the order will be this.

struct SnapshotLine {
    SkuId sku;
    std::string product;  ///< identifier
    std::string title;
    std::string title_url;
    std::string color;
    std::string size;
    std::string description;
    std::string picture;
    std::int64_t quantity = 1;
    Money each;
    Money discount;  ///< the line's part of what codes take off the items

    friend bool operator==(const SnapshotLine&, const SnapshotLine&) = default;
};

struct SnapshotCode {
    DiscountId id;
    std::string code;
    std::string description;
    DiscountKind kind = DiscountKind::percent_off;
    std::int64_t amount = 0;
    Money order_minimum;
    bool combinable = false;
    bool counts = false;  ///< it took something off

    friend bool operator==(const SnapshotCode&, const SnapshotCode&) = default;
};

struct SnapshotShipping {
    ShippingMethodId id;
    std::string identifier;
    std::string carrier;

    friend bool operator==(const SnapshotShipping&, const SnapshotShipping&) = default;
};

struct Snapshot {
    std::string reference;  ///< its public name, drawn by chance: at least 128 bits
    CartId cart;
    Owner owner;
    std::string email;  ///< where it was told before paying; else empty
    Currency currency = Currency::usd;
    bool needs_address = true;
    bool live = false;        ///< to be paid with real money
    bool promotions = false;  ///< whoever takes the money may lower it
    std::vector<SnapshotLine> lines;
    std::vector<SnapshotCode> codes;
    SnapshotShipping shipping;
    Totals totals;
    Instant made_at;
    std::optional<Language> language = {};  ///< of mails about it; none: nobody said

    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

/// Who pays, and how he will be found again.
struct Payer {
    std::string reference;
    std::string email;
    std::optional<Language> language = {};  ///< which he reads; none: he did not say
};

/// Refused where the cart cannot be ordered as it is: nothing in it, something that is not for sale
/// now, or no way of shipping. Lines of no pieces are left out.
Result<Snapshot> freeze(const Contents& contents, const Payer& payer, const Policy& policy,
                        Instant at);

/// The one form as bytes: the same snapshot has the same, and no two have one.
std::string canonical(const Snapshot& snapshot);
/// Nothing where the bytes are not what `canonical` would have written.
std::optional<Snapshot> read_canonical(std::string_view bytes);

/// A snapshot as it is kept.
struct Frozen {
    std::string bytes;
    std::string hash;
};

Frozen sealed(const Fingerprint& fingerprint, const Snapshot& snapshot);
/// Nothing where it was altered.
std::optional<Snapshot> opened(const Fingerprint& fingerprint, const Frozen& frozen);

/// Something to be charged: so many pieces at that price, and how they are called.
struct Charge {
    std::string name;
    std::string description;
    std::string picture;
    std::int64_t quantity = 1;
    Money each;

    friend bool operator==(const Charge&, const Charge&) = default;
};

/// What whoever takes the money is told to charge: it sums up to the total. Shipping is a charge of
/// its own where it costs something.
Result<std::vector<Charge>> charges(const Snapshot& snapshot);

}  // namespace asterism::shop
