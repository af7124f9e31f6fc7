#include "shells/store/summaries.hpp"

#include "shells/store/id_list.hpp"

namespace asterism::store {
namespace {

using places::Opinions;
using places::PlaceId;
using places::PlaceSummary;
using places::Summary;

}  // namespace

std::optional<Summary> SqlSummaries::find(PlaceId place, AccountId viewer) const {
    auto found = of_places({&place, 1}, viewer);
    if (found.empty()) return std::nullopt;
    return std::move(found.front().summary);
}

std::vector<PlaceSummary> SqlSummaries::of_places(std::span<const PlaceId> places,
                                                  AccountId viewer) const {
    if (places.empty()) return {};
    constexpr Literal select{
        "SELECT p.id, p.summary, p.summary_stale, p.summary_at, p.summary_doubted_at,"
        " (SELECT f.helpful FROM summary_feedback f WHERE f.place_id = p.id"
        " AND f.account_id = :viewer) FROM place p WHERE p.id"};
    std::vector<PlaceSummary> out;
    for (auto& [id, text, stale, written_at, doubted_at, helped] :
         db_.all<PlaceId, std::string, bool, std::optional<Instant>, std::optional<Instant>,
                 std::optional<bool>>(
             Sql{joined<select, listed_sqlite>, joined<select, listed_postgres>}, viewer,
             listed_ids(places)))
        out.push_back({id, {std::move(text), stale, written_at, doubted_at, helped}});
    return out;
}

std::optional<Summary> SqlSummaries::hold(PlaceId place) {
    constexpr Literal select{
        "SELECT summary, summary_stale, summary_at, summary_doubted_at FROM place"
        " WHERE id = :place"};
    auto row = db_.one<std::string, bool, std::optional<Instant>, std::optional<Instant>>(
        Sql{joined<select>, joined<select, " FOR NO KEY UPDATE">}, place);
    if (!row) return std::nullopt;
    return made<Summary>(*std::move(row));
}

void SqlSummaries::save(PlaceId place, const Summary& summary) {
    db_.run(
        "UPDATE place SET summary = :text, summary_stale = :stale, summary_at = :at,"
        " summary_doubted_at = :doubted WHERE id = :place",
        summary.text, summary.stale, summary.written_at, summary.doubted_at, place);
}

Opinions SqlSummaries::judge(AccountId account, PlaceId place, bool helped, Instant at) {
    // The account's row is read, and locked, so that one which is being deleted says no more.
    constexpr Literal insert{
        "INSERT INTO summary_feedback (account_id, place_id, helpful, summary_at, created_at,"
        " updated_at) SELECT a.id, p.id, CAST(:helpful AS BIGINT), p.summary_at,"
        " CAST(:at AS BIGINT), CAST(:changed AS BIGINT) FROM place p JOIN account a"
        " ON a.id = :account WHERE p.id = :place"};
    constexpr Literal or_turn{
        " ON CONFLICT (account_id, place_id) DO UPDATE SET helpful = excluded.helpful,"
        " summary_at = excluded.summary_at, updated_at = excluded.updated_at"};
    db_.run(Sql{joined<insert, or_turn>, joined<insert, " FOR KEY SHARE", or_turn>}, helped, at, at,
            account, place);
    return made<Opinions>(*db_.one<std::int64_t, std::int64_t>(
        "SELECT count(*), COALESCE(sum(1 - helpful), 0) FROM summary_feedback"
        " WHERE place_id = :place",
        place));
}

void SqlSummaries::forget(AccountId account) {
    db_.run("DELETE FROM summary_feedback WHERE account_id = :account", account);
}

std::vector<places::OwnOpinion> SqlSummaries::of(AccountId account) const {
    std::vector<places::OwnOpinion> out;
    for (auto& row : db_.all<PlaceId, std::string, bool>(
             "SELECT f.place_id, p.name, f.helpful FROM summary_feedback f JOIN place p"
             " ON p.id = f.place_id WHERE f.account_id = :account ORDER BY f.place_id",
             account))
        out.push_back(made<places::OwnOpinion>(std::move(row)));
    return out;
}

}  // namespace asterism::store
