#include "shells/store/shop_trouble.hpp"

#include "shells/store/shop_lists.hpp"

namespace asterism::store {

using shop::AlarmCount;
using shop::MailFailure;
using shop::MailTrouble;
using shop::MailTroubleId;

void SqlMailTroubles::note(std::string_view order, MailFailure kind, std::string_view error,
                           Instant at) {
    db_.run(
        "INSERT INTO shop_mail_trouble (order_name, kind, error, first_at, last_at)"
        " VALUES (:order, :kind, :error, :first, :last)"
        " ON CONFLICT (order_name, kind) WHERE settled_at IS NULL"
        " DO UPDATE SET times = shop_mail_trouble.times + 1, error = excluded.error,"
        " last_at = excluded.last_at",
        order, kind, error, at, at);
}

std::vector<MailTrouble> SqlMailTroubles::open(std::int64_t limit) const {
    std::vector<MailTrouble> out;
    for (auto& row : db_.all<MailTroubleId, std::string, MailFailure, std::string, std::int64_t,
                             Instant, Instant>(
             "SELECT id, order_name, kind, error, times, first_at, last_at FROM shop_mail_trouble"
             " WHERE settled_at IS NULL ORDER BY id LIMIT :limit",
             limit))
        out.push_back(made<MailTrouble>(std::move(row)));
    return out;
}

bool SqlMailTroubles::settle(MailTroubleId id, AccountId by, std::string_view note, Instant at) {
    return db_.run(
               "UPDATE shop_mail_trouble SET settled_at = :at, settled_by = :by, note = :note"
               " WHERE id = :id AND settled_at IS NULL",
               at, kept_owner(by), note, id) > 0;
}

void SqlMailTroubles::settle_all(std::string_view order, std::string_view note, Instant at) {
    db_.run(
        "UPDATE shop_mail_trouble SET settled_at = :at, note = :note"
        " WHERE order_name = :order AND settled_at IS NULL",
        at, note, order);
}

std::int64_t SqlAlarms::raise(std::string_view kind, Instant at) {
    return std::get<0>(*db_.one<std::int64_t>(
        "INSERT INTO shop_alarm (kind, raised, raised_at) VALUES (:kind, 1, :at)"
        " ON CONFLICT (kind) DO UPDATE SET raised = shop_alarm.raised + 1,"
        " raised_at = excluded.raised_at RETURNING raised",
        kind, at));
}

bool SqlAlarms::take_mail(std::string_view kind, Instant at, Instant before) {
    return db_.run(
               "UPDATE shop_alarm SET mails = mails + 1, mailed_at = :at"
               " WHERE kind = :kind AND (mailed_at IS NULL OR mailed_at <= :before)",
               at, kind, before) > 0;
}

std::vector<AlarmCount> SqlAlarms::counts() const {
    std::vector<AlarmCount> out;
    for (auto& row : db_.all<std::string, std::int64_t, std::int64_t, Instant>(
             "SELECT kind, raised, mails, raised_at FROM shop_alarm ORDER BY kind"))
        out.push_back(made<AlarmCount>(std::move(row)));
    return out;
}

}  // namespace asterism::store
