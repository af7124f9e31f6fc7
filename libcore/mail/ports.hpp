#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "libcore/base/use_case.hpp"
#include "libcore/mail/types.hpp"

namespace asterism::mail {

class Messages : public Stored {
public:
    virtual MessageId add(const Draft& draft, Instant at) = 0;
    virtual std::optional<Message> find(MessageId id) const = 0;
    /// Newest first.
    virtual std::vector<Message> latest(std::int64_t limit) const = 0;
    /// Counts one more attempt and keeps its outcome; `error` is empty unless it failed. What was
    /// sent is forgotten: a link in it may still open something, and its reader has it now.
    virtual void record(MessageId id, State state, std::string_view error) = 0;
};

}  // namespace asterism::mail
