#pragma once

#include "libcore/base/use_case.hpp"
#include "libcore/community/types.hpp"

namespace asterism::community {

class Profiles : public Stored {
public:
    /// The empty profile for an account that has said nothing yet.
    virtual Profile of(AccountId account) const = 0;
    /// The same, and keeps others from changing it until this run ends.
    virtual Profile hold(AccountId account) = 0;
    /// What of it is for everybody, as `viewer` sees it; an id of 0 is a visitor. None where there
    /// is no such account.
    virtual std::optional<PublicProfile> shown(AccountId account, AccountId viewer) const = 0;
    virtual void save(const Profile& profile, Instant at) = 0;
    /// The numbers of the badges that it shows first, in order; a module above gives them.
    virtual std::vector<std::int64_t> pinned_badges(AccountId account) const = 0;
};

}  // namespace asterism::community
