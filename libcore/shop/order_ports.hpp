#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/use_case.hpp"
#include "libcore/shop/plan.hpp"

namespace asterism::shop {

/// What a checkout needs for itself alone: pieces, and uses of the codes that count.
struct Claim {
    std::vector<CartLine> pieces;
    std::vector<DiscountId> codes;

    friend bool operator==(const Claim&, const Claim&) = default;
};

Claim claim_of(const Snapshot& snapshot);

/// What gave out.
enum class Shortage : std::uint8_t { pieces, codes };

/// Pieces in stock and uses of codes, in the store's hands: Supply says what each of these does to
/// one of them. All of a claim or nothing; the database decides, in an order that lets no two
/// claims wait for each other.
class Holds : public Stored {
public:
    virtual std::optional<Shortage> hold(const Claim& claim) = 0;
    virtual void give_back(const Claim& claim) = 0;
    /// What was held is sold, and used.
    virtual void take_held(const Claim& claim) = 0;
    /// Pieces come back from an order.
    virtual void refill(std::span<const CartLine> pieces) = 0;
};

class Checkouts : public Stored {
public:
    virtual CheckoutId add(const Checkout& checkout, Instant at) = 0;
    virtual std::optional<Checkout> find_by_session(std::string_view session) const = 0;
    // The same, and keep others from changing it until this run ends.
    virtual std::optional<Checkout> hold(std::string_view reference) = 0;
    virtual std::optional<Checkout> hold_by_session(std::string_view session) = 0;
    /// The open one of that cart, if any.
    virtual std::optional<Checkout> hold_open(CartId cart) = 0;
    /// The open ones whose hold is over.
    virtual std::vector<Checkout> hold_overdue(Instant now, std::int64_t limit) = 0;
    /// All but what was frozen, which never changes.
    virtual void save(const Checkout& checkout) = 0;
    /// One cart went into another: whatever is on its way follows.
    virtual void follow(CartId from, const Cart& into) = 0;
    /// The account goes: whatever is on its way is a guest's.
    virtual void forget(AccountId account) = 0;
    /// Those that failed, expired or are contested and were begun before then are gone; so many.
    virtual std::int64_t forget_unpaid(Instant before, std::int64_t limit) = 0;
};

using OrderId = Id<struct OrderTag>;

struct PlacedOrder {
    OrderId id;
    OrderRecord record;
    std::string tracking;              ///< a parcel's number, or empty
    std::vector<StatusEntry> history;  ///< oldest first, never empty
};

/// Whether an order was written.
enum class Placed : std::uint8_t {
    yes,
    identifier_taken,  ///< draw another
    already            ///< that snapshot, session or money has its order
};

/// Where a list goes on: orders with smaller ids than `before`; an id of 0 is no bound.
struct OrderWindow {
    OrderId before = {};
    std::int64_t limit = 50;
};

class Orders : public Stored {
public:
    /// Every row of it. Constraints of the database decide what is taken.
    virtual Placed add(const OrderPlan& plan) = 0;
    virtual std::optional<PlacedOrder> find(std::string_view identifier) const = 0;
    /// The same, and keeps others from changing it until this run ends.
    virtual std::optional<PlacedOrder> hold(std::string_view identifier) = 0;
    /// Newest first; of all accounts and guests where the id is none.
    virtual std::vector<PlacedOrder> list(AccountId account, const OrderWindow& window) const = 0;
    /// False if the order had that status before; the database decides.
    virtual bool add_status(OrderId order, const StatusEntry& entry) = 0;
    virtual void set_tracking(OrderId order, std::string_view number) = 0;
    /// Gives a guest's order a new secret.
    virtual void set_secret(OrderId order, std::string_view print) = 0;
    /// Guests' orders by that address become the account's, which has just proved to have it.
    virtual std::int64_t join(AccountId account, std::string_view normal) = 0;
    /// The account goes; its orders stay, as of somebody unknown who has the mail.
    virtual void forget(AccountId account) = 0;
};

using IncidentId = Id<struct IncidentTag>;

struct OpenIncident {
    IncidentId id;
    Incident incident;
};

class Incidents : public Stored {
public:
    /// False: that session has one of that kind already; the database decides.
    virtual bool add(const Incident& incident) = 0;
    /// Those that nobody settled, oldest first.
    virtual std::vector<OpenIncident> open(std::int64_t limit) const = 0;
    /// False: there is none such that is open.
    virtual bool settle(IncidentId id, AccountId by, std::string_view note, Instant at) = 0;
};

/// Names of calls that were heard, each once.
class HeardCalls : public Stored {
public:
    /// False: it was heard before; the database decides.
    virtual bool note(std::string_view id, Instant at) = 0;
    /// Those that were heard before then.
    virtual std::int64_t count(Instant before) const = 0;
    /// The same are gone; so many.
    virtual std::int64_t forget(Instant before, std::int64_t limit) = 0;
};

// Whoever takes the money.

/// What a counter is opened for.
struct CounterRequest {
    std::string reference;  ///< also makes asking twice the same as once
    CartId cart;
    std::vector<Charge> charges;
    Currency currency = Currency::usd;
    std::string email;  ///< empty: not known yet
    bool needs_address = true;
    bool promotions = false;
    Instant expires;
};

/// Where it is paid.
struct PayCounter {
    std::string session;
    std::string url;
};

/// Talks to the network: called with no transaction open. May be used by many threads at once.
class Payments {
public:
    using Outside = void;
    virtual ~Payments() = default;
    /// Refused: payments_refused or payments_away.
    virtual Result<PayCounter> open(const CounterRequest& request) const = 0;
    /// None: they know no such session. Refused: payments_away.
    virtual Result<std::optional<Payment>> look(std::string_view session) const = 0;
    /// Nobody can pay there any more; also where nobody could before. Refused: payments_away.
    virtual Result<Done> close(std::string_view session) const = 0;
};

}  // namespace asterism::shop
