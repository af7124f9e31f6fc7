#pragma once

#include <span>
#include <vector>

#include "libcore/badges/types.hpp"
#include "libcore/base/use_case.hpp"

namespace asterism::badges {

/// One of the first who joined.
struct EarlyBird {
    AccountId account;
    std::string handle;
    bool verified = false;
};

/// What people have done, whichever module keeps it.
class Deeds : public Stored {
public:
    /// All figures of an account, in one statement. None if it has gone.
    virtual std::optional<Figures> of(AccountId account) const = 0;
    virtual std::int64_t visits_since(AccountId account, Instant since) const = 0;
    /// How many people, the site's own accounts apart, joined no later than this one; counted no
    /// further than one more than `most`. 0 if it has gone or is the site's own.
    virtual std::int64_t rank(AccountId account, std::int64_t most) const = 0;
    /// The first of them.
    virtual std::vector<EarlyBird> first(std::int64_t most) const = 0;
    /// Those who have been here since then and lack a badge, the site's own accounts apart.
    virtual std::vector<AccountId> seasoned(BadgeId lacked, Instant since,
                                            std::int64_t limit) const = 0;
    /// Others of whose figures something is this account's doing: whom it follows, whose reviews it
    /// voted on, who left something at its places.
    virtual std::vector<AccountId> touched_by(AccountId account) const = 0;
};

class Awards : public Stored {
public:
    /// The newest first.
    virtual std::vector<Award> of(AccountId account) const = 0;
    /// The same, and lets nobody else judge this account until this run ends.
    virtual std::vector<Award> hold(AccountId account) = 0;
    /// False if it has it already or has gone; the database decides.
    virtual bool add(AccountId account, BadgeId badge, Instant at) = 0;
    /// Its pin goes with it.
    virtual bool drop(AccountId account, BadgeId badge) = 0;
    virtual void drop_all(AccountId account) = 0;
    /// Shows these first, in place of the ones before. False if one of them was not earned.
    virtual bool pin(AccountId account, std::span<const BadgeId> badges) = 0;
};

}  // namespace asterism::badges
