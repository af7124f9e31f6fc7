#include "shells/store/votes.hpp"

namespace asterism::store {
namespace {

using community::Choice;
using community::Tally;

// The voter's row is read, and locked, so that an account which is being deleted votes no more.
constexpr Literal insert{
    "INSERT INTO vote (subject_kind, subject_id, account_id, author_id, choice, created_at)"
    " SELECT :kind, :subject, a.id, :author, :choice, :at FROM account a WHERE a.id = :voter"};
constexpr Literal or_turn{
    " ON CONFLICT (subject_kind, subject_id, account_id)"
    " DO UPDATE SET choice = excluded.choice, created_at = excluded.created_at"};

}  // namespace

std::optional<Choice> SqlVotes::find(AccountId voter, const SubjectRef& ref) const {
    const auto row = db_.one<Choice>(
        "SELECT choice FROM vote WHERE subject_kind = :kind AND subject_id = :subject"
        " AND account_id = :voter",
        ref.kind.view(), ref.id, voter);
    if (!row) return std::nullopt;
    return std::get<0>(*row);
}

void SqlVotes::set(const community::Vote& vote, Instant at) {
    db_.run(Sql{joined<insert, or_turn>, joined<insert, " FOR KEY SHARE", or_turn>},
            vote.subject.kind.view(), vote.subject.id, vote.author, vote.choice, at, vote.voter);
}

void SqlVotes::drop(AccountId voter, const SubjectRef& ref) {
    db_.run(
        "DELETE FROM vote WHERE subject_kind = :kind AND subject_id = :subject"
        " AND account_id = :voter",
        ref.kind.view(), ref.id, voter);
}

Tally SqlVotes::tally(const SubjectRef& ref, AccountId viewer) const {
    const auto row = db_.one<std::int64_t, std::int64_t, std::optional<Choice>>(
        "SELECT COALESCE(sum(CASE WHEN choice = 'up' THEN 1 ELSE 0 END), 0),"
        " COALESCE(sum(CASE WHEN choice = 'down' THEN 1 ELSE 0 END), 0),"
        " max(CASE WHEN account_id = :viewer THEN choice END)"
        " FROM vote WHERE subject_kind = :kind AND subject_id = :subject",
        viewer, ref.kind.view(), ref.id);
    return made<Tally>(*row);
}

std::vector<community::OwnVote> SqlVotes::of(AccountId voter) const {
    std::vector<community::OwnVote> out;
    for (auto& row : db_.all<std::string, SubjectId, Choice, Instant>(
             "SELECT subject_kind, subject_id, choice, created_at FROM vote"
             " WHERE account_id = :voter ORDER BY created_at DESC, subject_kind, subject_id",
             voter))
        out.push_back(made<community::OwnVote>(std::move(row)));
    return out;
}

void SqlVotes::drop_all(const SubjectRef& ref) {
    db_.run("DELETE FROM vote WHERE subject_kind = :kind AND subject_id = :subject",
            ref.kind.view(), ref.id);
}

void SqlVotes::drop_all(AccountId voter) {
    db_.run("DELETE FROM vote WHERE account_id = :voter", voter);
}

}  // namespace asterism::store
