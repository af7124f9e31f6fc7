#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/actor.hpp"
#include "libcore/base/tasks.hpp"
#include "libcore/base/time.hpp"

namespace asterism::audit {

/// Something worth remembering, as the use case that saw it words it. Never holds a secret.
struct Event {
    std::string_view type;  ///< "login_success"; public API like a fault's slug
    bool success = true;
    std::optional<AccountId> account = {};
    /// The account's; without an account, the name that was tried. Such a name may be a password
    /// typed into the wrong field, so the log keeps a keyed code of it (name_code) and not the
    /// name.
    std::string handle = {};
    std::string metadata = {};  ///< words as audit::words() makes them: "reason=x status_code=403"
};

/// Stands where there is no account and no name to speak of.
inline constexpr std::string_view anonymous = "anonymous";

/// An event with what the run adds to it.
struct Record {
    Event event;
    Instant at;
    Caller caller;
};

/// What a run leaves behind even if it is refused: the shell then commits it by itself before it
/// answers.
class Trail {
public:
    void note(Event event) { events_.push_back(std::move(event)); }

    /// A try at this lockout key was no failure, although the run is refused.
    void forgive(std::string lockout_key) { forgiven_.push_back(std::move(lockout_key)); }

    /// To be done if the run comes to nothing, be it refused or broken off.
    void owe(Task task) { owed_.push_back(std::move(task)); }

    const std::vector<Event>& events() const { return events_; }

    const std::vector<std::string>& forgiven() const { return forgiven_; }

    const std::vector<Task>& owed() const { return owed_; }

    void clear() {
        events_.clear();
        forgiven_.clear();
        owed_.clear();
    }

private:
    std::vector<Event> events_;
    std::vector<std::string> forgiven_;
    std::vector<Task> owed_;
};

}  // namespace asterism::audit
