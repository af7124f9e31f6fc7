#include "shells/store/lockouts.hpp"

namespace asterism::store {

using accounts::Tries;

Tries SqlLockouts::hold(std::string_view key) {
    // There must be a row to hold, or two first tries at once would both be the first; and it must
    // be held by the statement that finds it, or somebody could delete it in between.
    const auto row = db_.one<int, Instant, std::optional<Instant>>(
        "INSERT INTO login_try (key, failures, since) VALUES (:key, 0, 0)"
        " ON CONFLICT (key) DO UPDATE SET key = excluded.key"
        " RETURNING failures, since, locked_until",
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
