#pragma once

#include <cstddef>
#include <type_traits>

#include "libcore/base/events.hpp"
#include "shells/app/ports.hpp"

namespace asterism::app {

namespace delivery {

template <class Param, class Event>
decltype(auto) given(const Ports& ports, const Event& event) {
    if constexpr (std::is_same_v<Param, const Event&>)
        return (event);
    else
        return ports.give<Param>();
}

template <class Event, class... Params>
void react(void (*reaction)(Params...), const Ports& ports, const Event& event) {
    reaction(given<Params>(ports, event)...);
}

template <class Event, auto... React>
void offer(On<Event, React...>, const Ports& ports, const Events& events, std::size_t place) {
    if (const auto* event = events.at<Event>(place)) {
        const Event heard = *event;  // a reaction may tell more and move the others
        (react(React, ports, heard), ...);
    }
}

}  // namespace delivery

/// Hands every event to those who react to it, in the order of the list; also what they tell in
/// turn.
template <class... Each>
void deliver(Reactions<Each...>, const Ports& ports, const Events& events) {
    for (std::size_t place = 0; place < events.count(); ++place)
        (delivery::offer(Each{}, ports, events, place), ...);
}

}  // namespace asterism::app
