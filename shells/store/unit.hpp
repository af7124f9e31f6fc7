#pragma once

#include "shells/app/store.hpp"
#include "shells/store/accounts.hpp"
#include "shells/store/audit.hpp"
#include "shells/store/badges.hpp"
#include "shells/store/client_events.hpp"
#include "shells/store/comments.hpp"
#include "shells/store/contacts.hpp"
#include "shells/store/follows.hpp"
#include "shells/store/identities.hpp"
#include "shells/store/keepsakes.hpp"
#include "shells/store/keys.hpp"
#include "shells/store/leftovers.hpp"
#include "shells/store/lockouts.hpp"
#include "shells/store/mail.hpp"
#include "shells/store/media.hpp"
#include "shells/store/photos.hpp"
#include "shells/store/places.hpp"
#include "shells/store/profiles.hpp"
#include "shells/store/reports.hpp"
#include "shells/store/reviews.hpp"
#include "shells/store/sessions.hpp"
#include "shells/store/shop_carts.hpp"
#include "shells/store/shop_checkouts.hpp"
#include "shells/store/shop_holds.hpp"
#include "shells/store/shop_incidents.hpp"
#include "shells/store/shop_offers.hpp"
#include "shells/store/shop_orders.hpp"
#include "shells/store/shop_products.hpp"
#include "shells/store/shop_replies.hpp"
#include "shells/store/shop_trouble.hpp"
#include "shells/store/site.hpp"
#include "shells/store/subjects.hpp"
#include "shells/store/summaries.hpp"
#include "shells/store/tasks.hpp"
#include "shells/store/terms.hpp"
#include "shells/store/tickets.hpp"
#include "shells/store/votes.hpp"

namespace asterism::store {

/// All ports over one connection, whose transaction is open.
class SqlUnit final : public app::Unit {
public:
    explicit SqlUnit(Db& db)
        : accounts_(db),
          sessions_(db),
          tickets_(db),
          lockouts_(db),
          keys_(db),
          profiles_(db),
          follows_(db),
          subjects_(db),
          votes_(db),
          reports_(db),
          identities_(db),
          identity_flows_(db),
          blobs_(db),
          places_(db),
          favourites_(db),
          visits_(db),
          reviews_(db),
          comments_(db),
          summaries_(db),
          site_index_(db),
          photos_(db),
          deeds_(db),
          awards_(db),
          products_(db),
          discounts_(db),
          shipping_methods_(db),
          order_statuses_(db),
          carts_(db),
          checkouts_(db),
          holds_(db),
          orders_(db),
          incidents_(db),
          heard_calls_(db),
          replies_(db),
          mail_troubles_(db),
          alarms_(db),
          messages_(db),
          tasks_(db),
          audit_log_(db),
          ledger_(db),
          leftovers_(db),
          terms_(db),
          contacts_(db),
          client_events_(db) {}

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

    audit::Log& audit_log() override { return audit_log_; }

    audit::Ledger& ledger() override { return ledger_; }

    accounts::Leftovers& leftovers() override { return leftovers_; }

    accounts::Terms& terms() override { return terms_; }

    crm::Contacts& contacts() override { return contacts_; }

    telemetry::ClientEvents& client_events() override { return client_events_; }

private:
    SqlAccounts accounts_;
    SqlSessions sessions_;
    SqlTickets tickets_;
    SqlLockouts lockouts_;
    SqlKeys keys_;
    SqlProfiles profiles_;
    SqlFollows follows_;
    SqlSubjects subjects_;
    SqlVotes votes_;
    SqlReports reports_;
    SqlIdentities identities_;
    SqlIdentityFlows identity_flows_;
    SqlBlobs blobs_;
    SqlPlaces places_;
    SqlFavourites favourites_;
    SqlVisits visits_;
    SqlReviews reviews_;
    SqlComments comments_;
    SqlSummaries summaries_;
    SqlSiteIndex site_index_;
    SqlPhotos photos_;
    SqlDeeds deeds_;
    SqlAwards awards_;
    SqlProducts products_;
    SqlDiscounts discounts_;
    SqlShippingMethods shipping_methods_;
    SqlStatuses order_statuses_;
    SqlCarts carts_;
    SqlCheckouts checkouts_;
    SqlHolds holds_;
    SqlOrders orders_;
    SqlIncidents incidents_;
    SqlHeardCalls heard_calls_;
    SqlReplies replies_;
    SqlMailTroubles mail_troubles_;
    SqlAlarms alarms_;
    SqlMessages messages_;
    SqlTasks tasks_;
    SqlAuditLog audit_log_;
    SqlLedger ledger_;
    SqlLeftovers leftovers_;
    SqlTerms terms_;
    SqlContacts contacts_;
    SqlClientEvents client_events_;
};

}  // namespace asterism::store
