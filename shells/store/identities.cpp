#include "shells/store/identities.hpp"

namespace asterism::store {
namespace {

using accounts::FlowGoal;
using accounts::Identity;
using accounts::IdentityFlow;
using accounts::IdentityId;

constexpr Literal columns{
    " id, account_id, provider, issuer, subject, email, name, connected_at FROM identity "};

using Row = std::tuple<IdentityId, AccountId, std::string, std::string, std::string, std::string,
                       std::string, Instant>;

}  // namespace

std::optional<IdentityId> SqlIdentities::add(const Identity& fresh) {
    const auto row = db_.one<IdentityId>(
        "INSERT INTO identity (account_id, provider, issuer, subject, email, name, connected_at)"
        " VALUES (:account, :provider, :issuer, :subject, :email, :name, :at)"
        " ON CONFLICT DO NOTHING RETURNING id",
        fresh.account, fresh.provider, fresh.issuer, fresh.subject, fresh.email, fresh.name,
        fresh.connected_at);
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

std::optional<Identity> SqlIdentities::find(std::string_view issuer,
                                            std::string_view subject) const {
    auto row = db_.one<Row>(sql<"SELECT", columns, "WHERE issuer = :issuer AND subject = :subject">,
                            issuer, subject);
    if (!row) return std::nullopt;
    return made<Identity>(*std::move(row));
}

std::vector<Identity> SqlIdentities::of(AccountId account) const {
    std::vector<Identity> out;
    for (auto& row :
         db_.all<Row>(sql<"SELECT", columns, "WHERE account_id = :account ORDER BY id">, account))
        out.push_back(made<Identity>(std::move(row)));
    return out;
}

/// The account's row is what others wait for: an identity that is not there yet has none.
std::vector<Identity> SqlIdentities::hold_of(AccountId account) {
    db_.one<AccountId>({"SELECT id FROM account WHERE id = :account",
                        "SELECT id FROM account WHERE id = :account FOR UPDATE"},
                       account);
    return of(account);
}

bool SqlIdentities::has_email(std::string_view normal) const {
    return db_
        .one<IdentityId>("SELECT id FROM identity WHERE email = :email AND email <> '' LIMIT 1",
                         normal)
        .has_value();
}

void SqlIdentities::remove(IdentityId id) { db_.run("DELETE FROM identity WHERE id = :id", id); }

void SqlIdentityFlows::add(std::string_view state, const IdentityFlow& flow) {
    db_.run(
        "INSERT INTO oidc_flow (state, provider, site_id, goal, account_id, browser, seed,"
        " callback, next, expires_at) VALUES (:state, :provider, :site, :goal, :account, :browser,"
        " :seed, :callback, :next, :expires)",
        state, flow.provider, flow.site, flow.goal, flow.account, flow.browser, flow.seed,
        flow.callback, flow.next, flow.expires);
}

std::optional<IdentityFlow> SqlIdentityFlows::take(std::string_view state) {
    auto row = db_.one<std::string, SiteId, FlowGoal, std::optional<AccountId>, std::string,
                       std::string, std::string, std::string, Instant>(
        "DELETE FROM oidc_flow WHERE state = :state RETURNING provider, site_id, goal, account_id,"
        " browser, seed, callback, next, expires_at",
        state);
    if (!row) return std::nullopt;
    return made<IdentityFlow>(*std::move(row));
}

void SqlIdentityFlows::drop_expired(Instant now) {
    db_.run("DELETE FROM oidc_flow WHERE expires_at <= :now", now);
}

}  // namespace asterism::store
