#pragma once

#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

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
#include "libcore/telemetry/ports.hpp"
#include "tests/fakes/shop_tables.hpp"

namespace asterism::tests {

struct AccountRow {
    accounts::Account account;
    std::optional<std::string> password_hash;
};

struct SessionRow {
    accounts::Session session;
    std::string fingerprint;
    Caller caller;
    std::string end_reason;
    Instant created_at;
    std::string former;  ///< fingerprint before the last renewal
};

struct TicketRow {
    accounts::Ticket ticket;
    std::string fingerprint;
};

struct KeyRow {
    accounts::ApiKey key;
    std::string fingerprint;
};

struct FollowRow {
    community::FollowId id;
    AccountId follower;
    AccountId followed;
};

struct ReportRow {
    community::ReportId id;
    community::Report report;
    community::ReportStatus status = community::ReportStatus::pending;
    std::optional<community::Settlement> settlement = {};
};

struct PhotoRow {
    places::Photo photo;
    bool hidden = false;
};

struct TaskRow {
    std::string kind;
    std::string lane;
    std::string key;
    std::string payload;
    Instant due;
};

struct MailTroubleRow {
    shop::MailTrouble trouble;
    bool settled = false;
};

struct AlarmRow {
    std::int64_t raised = 0;
    std::int64_t mails = 0;
    Instant at;
    std::optional<Instant> mailed;
};

/// What the audit log's chain keeps.
struct Chain {
    std::vector<audit::Sealed> rows;
    std::int64_t placed = 0;   ///< the last record that has its place
    std::int64_t dropped = 0;  ///< so many of the first records were archived
    audit::Head head;
    std::vector<audit::Anchor> anchors;
};

/// Everything a store keeps. A copy is a snapshot.
struct Tables {
    std::vector<AccountRow> accounts;
    std::vector<SessionRow> sessions;
    std::vector<TicketRow> tickets;
    std::int64_t last_ticket = 0;
    std::map<std::string, accounts::Tries, std::less<>> lockouts;
    std::vector<KeyRow> keys;
    std::map<std::int64_t, community::Profile> profiles;
    std::map<std::int64_t, places::Place> places;
    std::int64_t last_place = 0;
    std::int64_t map_version = 1;
    std::vector<places::Favourite> favourites;
    std::int64_t last_favourite = 0;
    std::map<std::pair<std::int64_t, std::int64_t>, Instant> visits;  ///< by account and place
    std::map<std::int64_t, places::Review> reviews;
    std::int64_t last_review = 0;
    std::map<std::int64_t, places::Comment> comments;
    std::int64_t last_comment = 0;
    std::map<std::int64_t, places::Summary> summaries;               ///< by place
    std::map<std::pair<std::int64_t, std::int64_t>, bool> opinions;  ///< by account and place
    std::set<std::int64_t> suspended;  ///< accounts that moderators have locked
    std::vector<PhotoRow> photos;
    std::int64_t last_photo = 0;
    std::map<std::pair<std::int64_t, std::int64_t>, badges::Award> awards;  ///< by account, badge
    std::vector<FollowRow> follows;
    std::int64_t last_follow = 0;
    std::vector<std::pair<SubjectRef, community::Subject>> subjects;  ///< beside profiles
    std::map<std::int64_t, bool> hidden_profiles;
    std::vector<community::Vote> votes;
    std::vector<ReportRow> reports;
    std::vector<accounts::Identity> identities;
    std::int64_t last_identity = 0;
    std::map<std::string, accounts::IdentityFlow, std::less<>> flows;
    std::vector<media::Blob> blobs;
    std::int64_t last_blob = 0;
    std::vector<media::Blob> loose;  ///< let go of by the store, files and all
    std::map<std::pair<std::int64_t, Instant>, media::Usage> usage;  ///< by account and day
    ShopTables shop;
    std::vector<accounts::TermsVersion> terms{{1, "First.", {}}};
    std::map<std::pair<std::int64_t, std::int64_t>, Instant> agreements;  ///< by account, version
    std::vector<crm::Contact> contacts;
    std::map<std::int64_t, std::map<std::string, bool, std::less<>>> consents;  ///< by contact
    std::vector<std::pair<crm::ContactId, crm::Reasons>> reasons;
    std::vector<crm::Inquiry> inquiries;
    std::vector<telemetry::ClientEvent> client_events;
    std::vector<mail::Message> messages;
    std::vector<TaskRow> tasks;
    std::vector<MailTroubleRow> mail_troubles;
    std::map<std::string, AlarmRow, std::less<>> alarms;
    std::vector<audit::Record> audit;
    Chain chain;

    /// Careful rather than exact: here every commit may have changed what anybody sees.
    Versions versions(AccountId viewer) const {
        return {map_version, map_version, viewer ? map_version : 0};
    }
};

/// What every call of a memory port passes through: counted, and stopped where a test says so.
class Calls {
public:
    virtual ~Calls() = default;

    template <class Body>
    auto read(Body body) {
        before();
        if constexpr (std::is_void_v<decltype(body())>) {
            body();
            after();
        } else {
            auto out = body();
            after();
            return out;
        }
    }

    template <class Body>
    auto write(Body body) {
        if (read_only) throw std::logic_error("a write in a transaction that reads");
        return read(body);
    }

    virtual void before_append() {}

    bool read_only = false;
    int count = 0;

protected:
    virtual void before() { ++count; }

    virtual void after() {}
};

}  // namespace asterism::tests
