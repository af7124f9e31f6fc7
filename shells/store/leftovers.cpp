#include "shells/store/leftovers.hpp"

namespace asterism::store {
namespace {

using accounts::Account;
using accounts::Leftover;

constexpr Literal never_proved{
    " FROM account WHERE email_verified_at IS NULL AND last_login_at IS NULL AND system = 0"
    " AND created_at < :before"};
constexpr Literal dead_sessions{
    " FROM session WHERE ended_at < :before OR expires_at < :expired"
    " OR last_seen + 1000000 * idle_seconds < :idle"};
constexpr Literal void_tickets{" FROM ticket WHERE expires_at < :before OR used_at < :used"};
constexpr Literal old_tries{
    " FROM login_try WHERE since < :before AND (locked_until IS NULL OR locked_until < :lock)"};

}  // namespace

std::vector<Account> SqlLeftovers::unverified(Instant before, std::int64_t limit) const {
    std::vector<Account> out;
    for (auto& [id, handle] : db_.all<AccountId, std::string>(
             sql<"SELECT id, handle", never_proved, " ORDER BY id LIMIT :limit">, before, limit)) {
        Account account;
        account.id = id;
        account.handle = std::move(handle);
        out.push_back(std::move(account));
    }
    return out;
}

std::int64_t SqlLeftovers::count_unverified(Instant before) const {
    return std::get<0>(*db_.one<std::int64_t>(sql<"SELECT count(*)", never_proved>, before));
}

std::int64_t SqlLeftovers::count(Leftover what, Instant before) const {
    const auto first = [](const auto& row) { return std::get<0>(*row); };
    switch (what) {
        case Leftover::session:
            return first(db_.one<std::int64_t>(sql<"SELECT count(*)", dead_sessions>, before,
                                               before, before));
        case Leftover::ticket:
            return first(
                db_.one<std::int64_t>(sql<"SELECT count(*)", void_tickets>, before, before));
        case Leftover::lockout:
            return first(db_.one<std::int64_t>(sql<"SELECT count(*)", old_tries>, before, before));
    }
    return 0;
}

std::int64_t SqlLeftovers::drop(Leftover what, Instant before, std::int64_t limit) {
    switch (what) {
        case Leftover::session:
            return db_.run(
                sql<"DELETE FROM session WHERE id IN (SELECT id", dead_sessions, " LIMIT :limit)">,
                before, before, before, limit);
        case Leftover::ticket:
            return db_.run(
                sql<"DELETE FROM ticket WHERE id IN (SELECT id", void_tickets, " LIMIT :limit)">,
                before, before, limit);
        case Leftover::lockout:
            return db_.run(
                sql<"DELETE FROM login_try WHERE key IN (SELECT key", old_tries, " LIMIT :limit)">,
                before, before, limit);
    }
    return 0;
}

}  // namespace asterism::store
