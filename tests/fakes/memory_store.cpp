#include "tests/fakes/memory_store.hpp"

#include <utility>

namespace asterism::tests {
namespace {

class MemoryUnit : public app::Unit {
public:
    MemoryUnit(Tables& tables, Calls& calls)
        : accounts_(tables, calls),
          sessions_(tables, calls),
          tickets_(tables, calls),
          lockouts_(tables, calls),
          keys_(tables, calls),
          profiles_(tables, calls),
          follows_(tables, calls),
          subjects_(tables, calls),
          votes_(tables, calls),
          reports_(tables, calls),
          identities_(tables, calls),
          identity_flows_(tables, calls),
          blobs_(tables, calls),
          places_(tables, calls),
          favourites_(tables, calls),
          visits_(tables, calls),
          reviews_(tables, calls),
          comments_(tables, calls),
          summaries_(tables, calls),
          site_index_(tables, calls),
          photos_(tables, calls),
          deeds_(tables, calls),
          awards_(tables, calls),
          products_(tables.shop, calls),
          discounts_(tables.shop, calls),
          shipping_methods_(tables.shop, calls),
          order_statuses_(tables.shop, calls),
          carts_(tables.shop, calls),
          checkouts_(tables.shop, calls),
          holds_(tables.shop, calls),
          orders_(tables.shop, calls),
          incidents_(tables.shop, calls),
          heard_calls_(tables.shop, calls),
          replies_(tables.shop, calls),
          mail_troubles_(tables, calls),
          alarms_(tables, calls),
          messages_(tables, calls),
          tasks_(tables, calls),
          log_(tables, calls),
          ledger_(tables, calls),
          leftovers_(tables, calls),
          terms_(tables, calls),
          contacts_(tables, calls),
          client_events_(tables, calls) {}

    accounts::Accounts& accounts() override { return accounts_; }

    accounts::Sessions& sessions() override { return sessions_; }

    accounts::Tickets& tickets() override { return tickets_; }

    accounts::Lockouts& lockouts() override { return lockouts_; }

    accounts::Keys& keys() override { return keys_; }

    community::Profiles& profiles() override { return profiles_; }

    community::Follows& follows() override { return follows_; }

    community::Subjects& subjects() override { return subjects_; }

    community::Votes& votes() override { return votes_; }

    community::Reports& reports() override { return reports_; }

    accounts::Identities& identities() override { return identities_; }

    accounts::IdentityFlows& identity_flows() override { return identity_flows_; }

    media::Blobs& blobs() override { return blobs_; }

    places::Places& places() override { return places_; }

    places::Favourites& favourites() override { return favourites_; }

    places::Visits& visits() override { return visits_; }

    places::Reviews& reviews() override { return reviews_; }

    places::Comments& comments() override { return comments_; }

    places::Summaries& summaries() override { return summaries_; }

    SiteIndex& site_index() override { return site_index_; }

    places::Photos& photos() override { return photos_; }

    badges::Deeds& deeds() override { return deeds_; }

    badges::Awards& awards() override { return awards_; }

    shop::Products& products() override { return products_; }

    shop::Discounts& discounts() override { return discounts_; }

    shop::ShippingMethods& shipping_methods() override { return shipping_methods_; }

    shop::Statuses& order_statuses() override { return order_statuses_; }

    shop::Carts& carts() override { return carts_; }

    shop::Checkouts& checkouts() override { return checkouts_; }

    shop::Holds& holds() override { return holds_; }

    shop::Orders& orders() override { return orders_; }

    shop::Incidents& incidents() override { return incidents_; }

    shop::HeardCalls& heard_calls() override { return heard_calls_; }

    shop::Replies& replies() override { return replies_; }

    shop::MailTroubles& mail_troubles() override { return mail_troubles_; }

    shop::Alarms& alarms() override { return alarms_; }

    mail::Messages& messages() override { return messages_; }

    Tasks& tasks() override { return tasks_; }

    audit::Log& audit_log() override { return log_; }

    audit::Ledger& ledger() override { return ledger_; }

    accounts::Leftovers& leftovers() override { return leftovers_; }

    accounts::Terms& terms() override { return terms_; }

    crm::Contacts& contacts() override { return contacts_; }

    telemetry::ClientEvents& client_events() override { return client_events_; }

private:
    MemoryAccounts accounts_;
    MemorySessions sessions_;
    MemoryTickets tickets_;
    MemoryLockouts lockouts_;
    MemoryKeys keys_;
    MemoryProfiles profiles_;
    MemoryFollows follows_;
    MemorySubjects subjects_;
    MemoryVotes votes_;
    MemoryReports reports_;
    MemoryIdentities identities_;
    MemoryIdentityFlows identity_flows_;
    MemoryBlobs blobs_;
    MemoryPlaces places_;
    MemoryFavourites favourites_;
    MemoryVisits visits_;
    MemoryReviews reviews_;
    MemoryComments comments_;
    MemorySummaries summaries_;
    MemorySiteIndex site_index_;
    MemoryPhotos photos_;
    MemoryDeeds deeds_;
    MemoryAwards awards_;
    MemoryProducts products_;
    MemoryDiscounts discounts_;
    MemoryShippingMethods shipping_methods_;
    MemoryStatuses order_statuses_;
    MemoryCarts carts_;
    MemoryCheckouts checkouts_;
    MemoryHolds holds_;
    MemoryOrders orders_;
    MemoryIncidents incidents_;
    MemoryHeardCalls heard_calls_;
    MemoryReplies replies_;
    MemoryMailTroubles mail_troubles_;
    MemoryAlarms alarms_;
    MemoryMessages messages_;
    MemoryTasks tasks_;
    MemoryLog log_;
    MemoryLedger ledger_;
    MemoryLeftovers leftovers_;
    MemoryTerms terms_;
    MemoryContacts contacts_;
    MemoryClientEvents client_events_;
};

/// Puts everything back at the end of its life unless it was told to keep it.
class Transaction {
public:
    Transaction(Tables& tables, bool& open) : tables_(tables), before_(tables), open_(open) {}

    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    ~Transaction() {
        if (!kept) tables_ = std::move(before_);
        open_ = false;
    }

    bool kept = false;

private:
    Tables& tables_;
    Tables before_;
    bool& open_;
};

}  // namespace

void FailingCalls::before() {
    Calls::before();
    if (count == fail_before) throw app::StoreUnavailable("before the call");
}

void FailingCalls::before_append() {
    if (fail_on_append) throw app::StoreUnavailable("no room in the log");
}

void FailingCalls::after() {
    if (count == fail_after) throw app::StoreUnavailable("after the call");
}

void MemoryStore::begin(bool read_only) {
    if (open_) throw std::logic_error("a transaction within a transaction");
    if (down) throw app::StoreUnavailable("down");
    open_ = true;
    calls.read_only = read_only;
}

void MemoryStore::read(app::FunctionRef<void(app::Unit&)> work) {
    begin(true);
    ++reads;
    const Transaction transaction(tables, open_);
    MemoryUnit unit(tables, calls);
    work(unit);
}

void MemoryStore::write(app::Work work) {
    for (;; --restarts) {
        begin(false);
        ++writes;
        Transaction transaction(tables, open_);
        MemoryUnit unit(tables, calls);
        if (!work(unit)) return;
        if (restarts > 0) continue;
        if (++commits == fail_at_commit) throw app::StoreUnavailable("at commit");
        ++tables.map_version;
        transaction.kept = true;
        return;
    }
}

void MemoryStore::ping() {
    if (down) throw app::StoreUnavailable("down");
}

}  // namespace asterism::tests
