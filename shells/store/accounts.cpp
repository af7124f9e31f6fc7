#include "shells/store/accounts.hpp"

namespace asterism::store {
namespace {

using accounts::Account;

constexpr Literal columns{
    " id, uid, email, email_as_given, email_verified_at, handle, first_name, last_name, role,"
    " active, created_at, last_login_at, language, system,"
    " CASE WHEN EXISTS (SELECT 1 FROM credential c WHERE c.account_id = account.id"
    " AND c.kind = 'password') THEN 1 ELSE 0 END FROM account "};

using Row = std::tuple<AccountId, std::string, std::string, std::string, std::optional<Instant>,
                       std::string, std::string, std::string, Role, bool, Instant,
                       std::optional<Instant>, Language, bool, bool>;

std::optional<Account> account_of(std::optional<Row>&& row) {
    if (!row) return std::nullopt;
    return made<Account>(*std::move(row));
}

/// A change that the schema may refuse because somebody else was faster with the same name. The
/// next try sees that name and changes nothing.
template <class Change>
bool changed(Change change) {
    try {
        return change() == 1;
    } catch (const DbError& error) {
        if (error.trouble() != Trouble::constraint) throw;
        throw DbError(Trouble::collision, error.what());
    }
}

}  // namespace

std::optional<AccountId> SqlAccounts::add(const accounts::NewAccount& fresh) {
    const Account& a = fresh.account;
    const auto row = db_.one<AccountId>(
        "INSERT INTO account (uid, email, email_as_given, email_verified_at, handle, first_name,"
        " last_name, role, active, created_at, last_login_at, language, system)"
        " VALUES (:uid, :email, :given, :verified, :handle, :first, :last, :role, :active, :at,"
        " :login, :language, :system) ON CONFLICT DO NOTHING RETURNING id",
        a.uid, a.email, a.email_as_given, a.email_verified_at, a.handle, a.first_name, a.last_name,
        a.role, a.active, a.created_at, a.last_login_at, a.language, a.system);
    if (!row) return std::nullopt;
    const auto id = std::get<0>(*row);
    if (!fresh.password_hash.empty()) set_password_hash(id, fresh.password_hash, a.created_at);
    return id;
}

std::optional<Account> SqlAccounts::find(AccountId id) const {
    return account_of(db_.one<Row>(sql<"SELECT", columns, "WHERE id = :id">, id));
}

std::optional<Account> SqlAccounts::find_by_handle(std::string_view handle) const {
    return account_of(db_.one<Row>(sql<"SELECT", columns, "WHERE handle = :handle">, handle));
}

std::optional<Account> SqlAccounts::find_by_email(std::string_view normal) const {
    return account_of(db_.one<Row>(sql<"SELECT", columns, "WHERE email = :email">, normal));
}

std::vector<Account> SqlAccounts::list(AccountId after, std::int64_t limit) const {
    std::vector<Account> out;
    for (auto& row : db_.all<Row>(
             sql<"SELECT", columns, "WHERE id > :after ORDER BY id LIMIT :most">, after, limit))
        out.push_back(made<Account>(std::move(row)));
    return out;
}

std::int64_t SqlAccounts::count_admins() const {
    return std::get<0>(
        *db_.one<std::int64_t>("SELECT count(*) FROM account WHERE role = 'admin' AND active = 1"));
}

std::int64_t SqlAccounts::hold_admins() {
    const auto rows = db_.all<AccountId>(
        {"SELECT id FROM account WHERE role = 'admin' AND active = 1",
         "SELECT id FROM account WHERE role = 'admin' AND active = 1 ORDER BY id FOR UPDATE"});
    return std::ssize(rows);
}

std::optional<std::string> SqlAccounts::password_hash(AccountId id) const {
    auto row = db_.one<std::string>(
        "SELECT hash FROM credential WHERE account_id = :id AND kind = 'password'", id);
    if (!row) return std::nullopt;
    return std::get<0>(*std::move(row));
}

void SqlAccounts::set_password_hash(AccountId id, std::string_view hash, Instant at) {
    db_.run(
        "INSERT INTO credential (account_id, kind, hash, changed_at)"
        " VALUES (:account, 'password', :hash, :at)"
        " ON CONFLICT (account_id, kind)"
        " DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at",
        id, hash, at);
}

void SqlAccounts::mark_verified(AccountId id, Instant at) {
    db_.run("UPDATE account SET email_verified_at = :at WHERE id = :id", at, id);
}

void SqlAccounts::mark_login(AccountId id, Instant at) {
    db_.run("UPDATE account SET last_login_at = :at WHERE id = :id", at, id);
}

void SqlAccounts::set_role(AccountId id, Role role) {
    db_.run("UPDATE account SET role = :role WHERE id = :id", role, id);
}

void SqlAccounts::set_system(AccountId id) {
    db_.run("UPDATE account SET system = 1 WHERE id = :id", id);
}

void SqlAccounts::set_active(AccountId id, bool active) {
    db_.run("UPDATE account SET active = :active, suspended = 0 WHERE id = :id", active, id);
}

void SqlAccounts::suspend(AccountId id) {
    db_.run("UPDATE account SET active = 0, suspended = 1 WHERE id = :id AND active = 1", id);
}

bool SqlAccounts::lift(AccountId id) {
    return db_.run("UPDATE account SET active = 1, suspended = 0 WHERE id = :id AND suspended = 1",
                   id) > 0;
}

void SqlAccounts::set_names(AccountId id, std::string_view first, std::string_view last) {
    db_.run("UPDATE account SET first_name = :first, last_name = :last WHERE id = :id", first, last,
            id);
}

void SqlAccounts::set_language(AccountId id, Language language) {
    db_.run("UPDATE account SET language = :language WHERE id = :id", language, id);
}

bool SqlAccounts::set_handle(AccountId id, std::string_view handle) {
    return changed([&] {
        return db_.run(
            "UPDATE account SET handle = :handle WHERE id = :id AND NOT EXISTS"
            " (SELECT 1 FROM account other WHERE other.handle = :wanted AND other.id <> :self)",
            handle, id, handle, id);
    });
}

bool SqlAccounts::set_email(AccountId id, std::string_view normal, std::string_view given,
                            std::optional<Instant> verified_at) {
    return changed([&] {
        return db_.run(
            "UPDATE account SET email = :email, email_as_given = :given, email_verified_at = :at"
            " WHERE id = :id AND NOT EXISTS"
            " (SELECT 1 FROM account other WHERE other.email = :wanted AND other.id <> :self)",
            normal, given, verified_at, id, normal, id);
    });
}

void SqlAccounts::remove(AccountId id) { db_.run("DELETE FROM account WHERE id = :id", id); }

}  // namespace asterism::store
