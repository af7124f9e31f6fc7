#include "shells/store/shop_incidents.hpp"

#include "shells/store/shop_lists.hpp"

namespace asterism::store {

using shop::Incident;
using shop::IncidentId;

bool SqlIncidents::add(const Incident& incident) {
    return db_.run(
               "INSERT INTO shop_incident (kind, reference, session, intent, amount, currency,"
               " email, heard_at) VALUES (:kind, :reference, :session, :intent, :amount,"
               " :currency, :email, :at) ON CONFLICT (session, kind) DO NOTHING",
               incident.kind, incident.reference, incident.session, incident.intent,
               incident.amount, incident.currency, incident.email, incident.at) > 0;
}

std::vector<shop::OpenIncident> SqlIncidents::open(std::int64_t limit) const {
    std::vector<shop::OpenIncident> out;
    for (auto& [id, kind, reference, session, intent, amount, currency, email, at] :
         db_.all<IncidentId, shop::IncidentKind, std::string, std::string, std::string,
                 std::int64_t, std::string, std::string, Instant>(
             "SELECT id, kind, reference, session, intent, amount, currency, email, heard_at"
             " FROM shop_incident WHERE settled_at IS NULL ORDER BY id LIMIT :limit",
             limit))
        out.push_back({id, {kind, reference, session, intent, amount, currency, email, at}});
    return out;
}

bool SqlIncidents::settle(IncidentId id, AccountId by, std::string_view note, Instant at) {
    return db_.run(
               "UPDATE shop_incident SET settled_at = :at, settled_by = :by, note = :note"
               " WHERE id = :id AND settled_at IS NULL",
               at, kept_owner(by), note, id) > 0;
}

bool SqlHeardCalls::note(std::string_view id, Instant at) {
    return db_.run(
               "INSERT INTO shop_heard_call (id, heard_at) VALUES (:id, :at)"
               " ON CONFLICT (id) DO NOTHING",
               kept_text(id, 255), at) > 0;
}

std::int64_t SqlHeardCalls::count(Instant before) const {
    return std::get<0>(*db_.one<std::int64_t>(
        "SELECT count(*) FROM shop_heard_call WHERE heard_at < :before", before));
}

std::int64_t SqlHeardCalls::forget(Instant before, std::int64_t limit) {
    return db_.run(
        "DELETE FROM shop_heard_call WHERE id IN (SELECT id FROM shop_heard_call"
        " WHERE heard_at < :before ORDER BY heard_at, id LIMIT :limit)",
        before, limit);
}

}  // namespace asterism::store
