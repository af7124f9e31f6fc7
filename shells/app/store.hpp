#pragma once

#include <stdexcept>

#include "libcore/accounts/cleanup.hpp"
#include "libcore/accounts/identity_ports.hpp"
#include "libcore/accounts/keys.hpp"
#include "libcore/accounts/ports.hpp"
#include "libcore/accounts/terms.hpp"
#include "libcore/audit/ports.hpp"
#include "libcore/badges/ports.hpp"
#include "libcore/base/tasks.hpp"
#include "libcore/community/follows.hpp"
#include "libcore/community/reports.hpp"
#include "libcore/community/votes.hpp"
#include "libcore/crm/ports.hpp"
#include "libcore/mail/ports.hpp"
#include "libcore/media/ports.hpp"
#include "libcore/places/photo_ports.hpp"
#include "libcore/places/ports.hpp"
#include "libcore/places/review_ports.hpp"
#include "libcore/shop/alarms.hpp"
#include "libcore/shop/mail_trouble.hpp"
#include "libcore/shop/order_ports.hpp"
#include "libcore/shop/ports.hpp"
#include "libcore/shop/replies.hpp"
#include "libcore/site.hpp"
#include "libcore/telemetry/ports.hpp"
#include "shells/app/function_ref.hpp"

namespace asterism::app {

/// The database cannot be reached, or not in time. Shells answer "not now", never "our bug".
struct StoreUnavailable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A bounded resource of this process is used up: the hash pool and its queue.
struct Busy : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The place where files are kept has no room for another.
struct NoRoom : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Pictures cannot be worked on: their worker does not start, or this shell keeps no files.
struct NoImages : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What clocks of the world show cannot be told: there is no tz database, or this shell has none.
struct NoZones : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Every port a use case may name, over one open transaction. Lives only within one piece of work.
class Unit {
public:
    virtual ~Unit() = default;
    virtual accounts::Accounts& accounts() = 0;
    virtual accounts::Sessions& sessions() = 0;
    virtual accounts::Tickets& tickets() = 0;
    virtual accounts::Lockouts& lockouts() = 0;
    virtual accounts::Keys& keys() = 0;
    virtual community::Profiles& profiles() = 0;
    virtual community::Follows& follows() = 0;
    virtual community::Subjects& subjects() = 0;
    virtual community::Votes& votes() = 0;
    virtual community::Reports& reports() = 0;
    virtual accounts::Identities& identities() = 0;
    virtual accounts::IdentityFlows& identity_flows() = 0;
    virtual media::Blobs& blobs() = 0;
    virtual places::Places& places() = 0;
    virtual places::Favourites& favourites() = 0;
    virtual places::Visits& visits() = 0;
    virtual places::Reviews& reviews() = 0;
    virtual places::Comments& comments() = 0;
    virtual places::Summaries& summaries() = 0;
    virtual SiteIndex& site_index() = 0;
    virtual places::Photos& photos() = 0;
    virtual badges::Deeds& deeds() = 0;
    virtual badges::Awards& awards() = 0;
    virtual shop::Products& products() = 0;
    virtual shop::Discounts& discounts() = 0;
    virtual shop::ShippingMethods& shipping_methods() = 0;
    virtual shop::Statuses& order_statuses() = 0;
    virtual shop::Carts& carts() = 0;
    virtual shop::Checkouts& checkouts() = 0;
    virtual shop::Holds& holds() = 0;
    virtual shop::Orders& orders() = 0;
    virtual shop::Incidents& incidents() = 0;
    virtual shop::HeardCalls& heard_calls() = 0;
    virtual shop::Replies& replies() = 0;
    virtual shop::MailTroubles& mail_troubles() = 0;
    virtual shop::Alarms& alarms() = 0;
    virtual mail::Messages& messages() = 0;
    virtual Tasks& tasks() = 0;
    virtual audit::Log& audit_log() = 0;
    virtual audit::Ledger& ledger() = 0;
    virtual accounts::Leftovers& leftovers() = 0;
    virtual accounts::Terms& terms() = 0;
    virtual crm::Contacts& contacts() = 0;
    virtual telemetry::ClientEvents& client_events() = 0;
};

/// Work within a transaction: true commits, false or an exception rolls back. It may be called
/// again from the start if the database asks for it, so it must begin by forgetting its last try.
using Work = FunctionRef<bool(Unit&)>;

class Store {
public:
    virtual ~Store() = default;
    /// A consistent snapshot; nothing is ever written.
    virtual void read(FunctionRef<void(Unit&)> work) = 0;
    /// Returns when the outcome is durable. Throws StoreUnavailable or what `work` throws.
    virtual void write(Work work) = 0;
    /// Throws StoreUnavailable if the database does not answer.
    virtual void ping() = 0;
};

}  // namespace asterism::app
