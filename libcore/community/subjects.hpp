#pragma once

#include <cstdint>
#include <optional>

#include "libcore/base/subject.hpp"
#include "libcore/base/use_case.hpp"

namespace asterism::community {

/// Which votes a thing takes.
enum class Ballot : std::uint8_t { none, up, up_down };

/// What judges need to know of a thing.
struct Subject {
    std::optional<AccountId> author;  ///< none where nobody is known to have made it
    bool hidden = false;              ///< from everybody but moderators
    Ballot ballot = Ballot::none;
    bool can_hide = true;
};

/// Everything that can be judged. Its modules are above this one, so the store answers for them.
class Subjects : public Stored {
public:
    /// None, too, where nobody keeps things of that kind.
    virtual std::optional<Subject> find(const SubjectRef& ref) const = 0;
    /// The same, and lets nobody else hold it, change it or take it away until this run ends.
    virtual std::optional<Subject> hold(const SubjectRef& ref) = 0;
    virtual void set_hidden(const SubjectRef& ref, bool hidden) = 0;
};

}  // namespace asterism::community
