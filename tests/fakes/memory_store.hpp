#pragma once

#include <limits>

#include "shells/app/store.hpp"
#include "tests/fakes/memory_accounts.hpp"
#include "tests/fakes/memory_audit.hpp"
#include "tests/fakes/memory_badges.hpp"
#include "tests/fakes/memory_crm.hpp"
#include "tests/fakes/memory_follows.hpp"
#include "tests/fakes/memory_identities.hpp"
#include "tests/fakes/memory_keys.hpp"
#include "tests/fakes/memory_mail.hpp"
#include "tests/fakes/memory_media.hpp"
#include "tests/fakes/memory_orders.hpp"
#include "tests/fakes/memory_photos.hpp"
#include "tests/fakes/memory_places.hpp"
#include "tests/fakes/memory_profiles.hpp"
#include "tests/fakes/memory_replies.hpp"
#include "tests/fakes/memory_reports.hpp"
#include "tests/fakes/memory_reviews.hpp"
#include "tests/fakes/memory_shop.hpp"
#include "tests/fakes/memory_site.hpp"
#include "tests/fakes/memory_trouble.hpp"
#include "tests/fakes/memory_votes.hpp"

namespace asterism::tests {

/// Port calls that can be told to fail, as those of a database that goes away.
class FailingCalls : public Calls {
public:
    static constexpr int never = std::numeric_limits<int>::max();

    int fail_before = never;      ///< the call of this number, counted from 1, is not carried out
    int fail_after = never;       ///< the call of this number is carried out, and then fails
    bool fail_on_append = false;  ///< to the audit log

    void before_append() override;

protected:
    void before() override;
    void after() override;
};

/// A store in memory: one transaction at a time, undone when the work is refused or throws.
class MemoryStore : public app::Store {
public:
    void read(app::FunctionRef<void(app::Unit&)> work) override;
    void write(app::Work work) override;
    void ping() override;

    /// Whether a transaction is open just now.
    bool open() const { return open_; }

    Tables tables;
    FailingCalls calls;
    int reads = 0;
    int writes = 0;
    int commits = 0;
    int restarts = 0;  ///< how many times the next write is undone and asked for again
    int fail_at_commit = FailingCalls::never;  ///< the commit of this number does not come about
    bool down = false;                         ///< no transaction can be opened

private:
    void begin(bool read_only);

    bool open_ = false;
};

}  // namespace asterism::tests
