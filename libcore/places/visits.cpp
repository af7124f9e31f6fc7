#include "libcore/places/faults.hpp"
#include "libcore/places/keepsakes.hpp"

namespace asterism::places {
namespace {

bool visit(Now now, const Actor& actor, Visits& visits, Events& events, PlaceId place) {
    const bool first = visits.add(actor.account, place, now.at);
    if (first) events.tell(PlaceVisited{place, actor.account});
    return first;
}

bool leave(const Actor& actor, Visits& visits, Events& events, PlaceId place) {
    const bool was = visits.remove(actor.account, place);
    if (was) events.tell(PlaceUnvisited{place, actor.account});
    return was;
}

}  // namespace

Result<VisitState> mark_visited(Now now, Actor actor, const Places& places, Visits& visits,
                                Events& events, const ThatPlace& input) {
    if (!places.find(input.place, actor.account)) return unknown_place;
    const bool first = visit(now, actor, visits, events, input.place);
    return VisitState{true, first, visits.count(actor.account)};
}

Result<VisitState> unmark_visited(Actor actor, const Places& places, Visits& visits, Events& events,
                                  const ThatPlace& input) {
    if (!places.find(input.place, actor.account)) return unknown_place;
    const bool was = leave(actor, visits, events, input.place);
    return VisitState{false, was, visits.count(actor.account)};
}

Result<VisitState> toggle_visited(Now now, Actor actor, const Places& places, Visits& visits,
                                  Events& events, const ThatPlace& input) {
    // Where another press came between the look and the mark, this one follows it.
    while (places.find(input.place, actor.account)) {
        const bool was = leave(actor, visits, events, input.place);
        if (was || visit(now, actor, visits, events, input.place))
            return VisitState{!was, true, visits.count(actor.account)};
    }
    return unknown_place;
}

}  // namespace asterism::places
