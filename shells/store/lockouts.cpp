#include "shells/store/lockouts.hpp"

namespace asterism::store {

using accounts::Tries;

Tries SqlLockouts::hold(std::string_view key) {
    // There must be a row to hold, or two first tries at once would both be the first.
    db_.run(
        "INSERT INTO login_try (key, failures, since) VALUES (:key, 0, 0)"
        " ON CONFLICT (key) DO NOTHING",
        key);
    const auto row = db_.one<int, Instant, std::optional<Instant>>(
        {"SELECT failures, since, locked_until FROM login_try WHERE key = :key",
         "SELECT failures, since, locked_until FROM login_try WHERE key = :key FOR UPDATE"},
        key);
    return made<Tries>(row.value());
}

void SqlLockouts::save(std::string_view key, const Tries& tries) {
    db_.run(
        "UPDATE login_try SET failures = :failures, since = :since, locked_until = :until"
        " WHERE key = :key",
        tries.failures, tries.since, tries.locked_until, key);
}

void SqlLockouts::clear(std::string_view key) {
    db_.run("DELETE FROM login_try WHERE key = :key", key);
}

}  // namespace asterism::store
