#pragma once

#include "libcore/places/review_ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlComments final : public places::Comments {
public:
    explicit SqlComments(Db& db) : db_(db) {}

    std::optional<places::CommentId> add(const places::Comment& comment) override;
    std::optional<places::Comment> hold(places::CommentId id) override;
    void save(const places::Comment& comment) override;
    void remove(places::CommentId id) override;
    void forget(AccountId account) override;
    std::optional<places::FoundComment> find(places::CommentId id, AccountId viewer) const override;
    std::int64_t count(places::ReviewId review) const override;
    std::vector<places::FoundComment> list(places::ReviewId review, AccountId viewer,
                                           places::Slice slice) const override;
    std::vector<places::FoundComment> of(AccountId account) const override;

private:
    Db& db_;
};

}  // namespace asterism::store
