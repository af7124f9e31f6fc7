#pragma once

#include <any>
#include <cstddef>
#include <utility>
#include <vector>

namespace asterism {

/// What a run tells the modules above: plain structs of the publisher's types.hpp. The shell
/// delivers them to the functions listed in libcore/reactions.hpp, in the same transaction.
class Events {
public:
    template <class Event>
    void tell(Event event) {
        told_.emplace_back(std::move(event));
    }

    std::size_t count() const { return told_.size(); }

    /// The event of that place, if it is of this kind.
    template <class Event>
    const Event* at(std::size_t place) const {
        return std::any_cast<Event>(&told_[place]);
    }

    void clear() { told_.clear(); }

private:
    std::vector<std::any> told_;
};

/// Who reacts to one kind of event: functions `void f(ports..., const Event&)`, in order.
template <class Event, auto... React>
struct On {};

/// All of them, as one list.
template <class... Each>
struct Reactions {};

}  // namespace asterism
