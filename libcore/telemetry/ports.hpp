#pragma once

#include <vector>

#include "libcore/base/use_case.hpp"
#include "libcore/telemetry/types.hpp"

namespace asterism::telemetry {

class ClientEvents : public Stored {
public:
    /// An account that is not there is kept as nobody.
    virtual void add(const ClientEvent& event) = 0;
    /// The newest first.
    virtual std::vector<ClientEvent> latest(std::int64_t limit) const = 0;
    /// They happened, but nobody knows to whom.
    virtual void forget(AccountId account) = 0;
    /// Deletes some that are so old, and says how many.
    virtual std::int64_t drop_before(Instant when, std::int64_t limit) = 0;
};

}  // namespace asterism::telemetry
