#pragma once

#include "libcore/community/votes.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlVotes final : public community::Votes {
public:
    explicit SqlVotes(Db& db) : db_(db) {}

    std::optional<community::Choice> find(AccountId voter, const SubjectRef& ref) const override;
    void set(const community::Vote& vote, Instant at) override;
    void drop(AccountId voter, const SubjectRef& ref) override;
    community::Tally tally(const SubjectRef& ref, AccountId viewer) const override;
    std::vector<community::OwnVote> of(AccountId voter) const override;
    void drop_all(const SubjectRef& ref) override;
    void drop_all(AccountId voter) override;

private:
    Db& db_;
};

}  // namespace asterism::store
