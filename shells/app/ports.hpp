#pragma once

#include <optional>
#include <type_traits>

#include "libcore/accounts/identity_cases.hpp"
#include "libcore/accounts/use_cases.hpp"
#include "libcore/badges/use_cases.hpp"
#include "libcore/base/events.hpp"
#include "libcore/community/follows.hpp"
#include "libcore/community/reports.hpp"
#include "libcore/community/votes.hpp"
#include "libcore/media/shelf.hpp"
#include "libcore/own_data.hpp"
#include "libcore/places/detail.hpp"
#include "libcore/places/feedback.hpp"
#include "libcore/places/records.hpp"
#include "libcore/shop/at_the_till.hpp"
#include "libcore/shop/check_out.hpp"
#include "libcore/shop/order_cases.hpp"
#include "libcore/shop/policy.hpp"
#include "libcore/shop/settling.hpp"
#include "libcore/sky/skyglow_ports.hpp"
#include "libcore/sky/zones.hpp"
#include "libcore/storefront.hpp"
#include "shells/app/store.hpp"

namespace asterism::app {

/// Files, if the shell keeps any, and what is to become of them once the run is committed.
struct Folders {
    const media::Files* files;
    media::Changes& changes;
};

/// What lies around the store.
struct Around {
    const audit::Sealer& sealer;
    const sky::LightMap& light_map;
    const sky::Zones* zones;
    Folders folders;
    const shop::Policy& shop;
};

/// What one run may draw on: hands out whatever a use case's parameter asks for, by type. A new
/// port is one line here and one in Unit; a parameter that nobody can fill does not compile.
class Ports {
public:
    Ports(Unit* unit, const std::optional<Actor>& actor, const accounts::Run& run, Events& events,
          Around around)
        : unit_(unit), actor_(actor), run_(run), events_(events), around_(around) {}

    template <class Param>
    Param give() const {
        return find(Wanted<std::remove_cvref_t<Param>>{});
    }

private:
    template <class>
    struct Wanted {};

    Actor find(Wanted<Actor>) const { return *actor_; }

    std::optional<Actor> find(Wanted<std::optional<Actor>>) const { return actor_; }

    Now find(Wanted<Now>) const { return run_.now; }

    const Caller& find(Wanted<Caller>) const { return run_.caller; }

    const accounts::Policy& find(Wanted<accounts::Policy>) const { return run_.policy; }

    const Fingerprint& find(Wanted<Fingerprint>) const { return run_.fingerprint; }

    Entropy& find(Wanted<Entropy>) const { return run_.entropy; }

    audit::Trail& find(Wanted<audit::Trail>) const { return run_.trail; }

    Events& find(Wanted<Events>) const { return events_; }

    const audit::Sealer& find(Wanted<audit::Sealer>) const { return around_.sealer; }

    const sky::Zones& find(Wanted<sky::Zones>) const {
        if (!around_.zones) throw NoZones("this shell has no time zones");
        return *around_.zones;
    }

    const sky::LightMap& find(Wanted<sky::LightMap>) const { return around_.light_map; }

    accounts::Leftovers& find(Wanted<accounts::Leftovers>) const { return unit_->leftovers(); }

    audit::Ledger& find(Wanted<audit::Ledger>) const { return unit_->ledger(); }

    const accounts::Run& find(Wanted<accounts::Run>) const { return run_; }

    accounts::Door find(Wanted<accounts::Door>) const {
        return {unit_->sessions(), unit_->lockouts(), unit_->tickets()};
    }

    mail::Outbox find(Wanted<mail::Outbox>) const { return {unit_->messages(), unit_->tasks()}; }

    accounts::Accounts& find(Wanted<accounts::Accounts>) const { return unit_->accounts(); }

    accounts::Sessions& find(Wanted<accounts::Sessions>) const { return unit_->sessions(); }

    accounts::Tickets& find(Wanted<accounts::Tickets>) const { return unit_->tickets(); }

    accounts::Lockouts& find(Wanted<accounts::Lockouts>) const { return unit_->lockouts(); }

    accounts::Keys& find(Wanted<accounts::Keys>) const { return unit_->keys(); }

    media::Blobs& find(Wanted<media::Blobs>) const { return unit_->blobs(); }

    media::Shelf find(Wanted<media::Shelf>) const {
        return {unit_->blobs(), around_.folders.changes};
    }

    const media::Files& find(Wanted<media::Files>) const {
        if (!around_.folders.files) throw NoImages("this shell keeps no files");
        return *around_.folders.files;
    }

    community::Profiles& find(Wanted<community::Profiles>) const { return unit_->profiles(); }

    places::Places& find(Wanted<places::Places>) const { return unit_->places(); }

    places::Favourites& find(Wanted<places::Favourites>) const { return unit_->favourites(); }

    places::Visits& find(Wanted<places::Visits>) const { return unit_->visits(); }

    places::Reviews& find(Wanted<places::Reviews>) const { return unit_->reviews(); }

    places::Comments& find(Wanted<places::Comments>) const { return unit_->comments(); }

    places::Summaries& find(Wanted<places::Summaries>) const { return unit_->summaries(); }

    places::ReviewDesk find(Wanted<places::ReviewDesk>) const {
        return {unit_->places(), unit_->visits(), unit_->reviews(), events_, unit_->photos()};
    }

    places::Remarks find(Wanted<places::Remarks>) const {
        return {unit_->reviews(), unit_->comments()};
    }

    places::Urn find(Wanted<places::Urn>) const {
        return {unit_->subjects(), unit_->votes(), events_};
    }

    places::Reading find(Wanted<places::Reading>) const {
        return {unit_->places(), unit_->reviews(), unit_->summaries(), unit_->photos()};
    }

    places::Intake find(Wanted<places::Intake>) const {
        return {unit_->accounts(), unit_->places(), events_};
    }

    SiteIndex& find(Wanted<SiteIndex>) const { return unit_->site_index(); }

    places::Photos& find(Wanted<places::Photos>) const { return unit_->photos(); }

    badges::Deeds& find(Wanted<badges::Deeds>) const { return unit_->deeds(); }

    badges::Awards& find(Wanted<badges::Awards>) const { return unit_->awards(); }

    badges::Bench find(Wanted<badges::Bench>) const { return {unit_->deeds(), unit_->awards()}; }

    community::Follows& find(Wanted<community::Follows>) const { return unit_->follows(); }

    community::Subjects& find(Wanted<community::Subjects>) const { return unit_->subjects(); }

    community::Votes& find(Wanted<community::Votes>) const { return unit_->votes(); }

    community::Reports& find(Wanted<community::Reports>) const { return unit_->reports(); }

    community::Bench find(Wanted<community::Bench>) const {
        return {unit_->subjects(), unit_->reports(), events_};
    }

    accounts::Identities& find(Wanted<accounts::Identities>) const { return unit_->identities(); }

    accounts::IdentityFlows& find(Wanted<accounts::IdentityFlows>) const {
        return unit_->identity_flows();
    }

    accounts::IdentityDesk find(Wanted<accounts::IdentityDesk>) const {
        return {unit_->accounts(),
                unit_->identities(),
                {unit_->sessions(), unit_->lockouts(), unit_->tickets()},
                {unit_->messages(), unit_->tasks()},
                events_};
    }

    OwnShelves find(Wanted<OwnShelves>) const {
        return {unit_->sessions(),
                unit_->keys(),
                unit_->identities(),
                unit_->profiles(),
                unit_->follows(),
                unit_->votes(),
                unit_->reports(),
                unit_->places(),
                unit_->favourites(),
                unit_->visits(),
                unit_->reviews(),
                unit_->comments(),
                unit_->summaries(),
                unit_->photos(),
                unit_->awards(),
                unit_->carts(),
                find(Wanted<shop::Shelves>{}),
                around_.shop,
                unit_->orders(),
                unit_->contacts(),
                unit_->terms()};
    }

    const shop::Policy& find(Wanted<shop::Policy>) const { return around_.shop; }

    shop::Products& find(Wanted<shop::Products>) const { return unit_->products(); }

    shop::Discounts& find(Wanted<shop::Discounts>) const { return unit_->discounts(); }

    shop::ShippingMethods& find(Wanted<shop::ShippingMethods>) const {
        return unit_->shipping_methods();
    }

    shop::Statuses& find(Wanted<shop::Statuses>) const { return unit_->order_statuses(); }

    shop::Carts& find(Wanted<shop::Carts>) const { return unit_->carts(); }

    shop::Shelves find(Wanted<shop::Shelves>) const {
        return {unit_->products(), unit_->discounts(), unit_->shipping_methods()};
    }

    shop::CheckoutDesk find(Wanted<shop::CheckoutDesk>) const {
        return {unit_->accounts(), find(Wanted<shop::Shelves>{})};
    }

    shop::Checkouts& find(Wanted<shop::Checkouts>) const { return unit_->checkouts(); }

    shop::Holds& find(Wanted<shop::Holds>) const { return unit_->holds(); }

    shop::Orders& find(Wanted<shop::Orders>) const { return unit_->orders(); }

    shop::Incidents& find(Wanted<shop::Incidents>) const { return unit_->incidents(); }

    shop::Gate find(Wanted<shop::Gate>) const {
        return {unit_->carts(), unit_->checkouts(), unit_->holds(), unit_->tasks(),
                unit_->accounts()};
    }

    shop::Till find(Wanted<shop::Till>) const {
        return {unit_->carts(),     unit_->checkouts(),   unit_->holds(), unit_->orders(),
                unit_->incidents(), unit_->heard_calls(), unit_->tasks(), unit_->order_statuses()};
    }

    shop::Workshop find(Wanted<shop::Workshop>) const {
        return {unit_->orders(), unit_->holds(), unit_->order_statuses(),
                unit_->shipping_methods()};
    }

    shop::MailTroubles& find(Wanted<shop::MailTroubles>) const { return unit_->mail_troubles(); }

    shop::Alarms& find(Wanted<shop::Alarms>) const { return unit_->alarms(); }

    shop::HeardCalls& find(Wanted<shop::HeardCalls>) const { return unit_->heard_calls(); }

    shop::Replies& find(Wanted<shop::Replies>) const { return unit_->replies(); }

    accounts::Terms& find(Wanted<accounts::Terms>) const { return unit_->terms(); }

    crm::Contacts& find(Wanted<crm::Contacts>) const { return unit_->contacts(); }

    crm::Hall find(Wanted<crm::Hall>) const {
        return {unit_->accounts(),
                {unit_->sessions(), unit_->lockouts(), unit_->tickets()},
                unit_->terms(),
                unit_->contacts(),
                {unit_->messages(), unit_->tasks()}};
    }

    OwnPageShelves find(Wanted<OwnPageShelves>) const {
        return {unit_->tickets(), unit_->terms(), unit_->contacts(), unit_->orders()};
    }

    telemetry::ClientEvents& find(Wanted<telemetry::ClientEvents>) const {
        return unit_->client_events();
    }

    mail::Messages& find(Wanted<mail::Messages>) const { return unit_->messages(); }

    Tasks& find(Wanted<Tasks>) const { return unit_->tasks(); }

    Unit* unit_;  ///< null for a use case that asks for nothing stored
    const std::optional<Actor>& actor_;
    const accounts::Run& run_;
    Events& events_;
    Around around_;
};

}  // namespace asterism::app
