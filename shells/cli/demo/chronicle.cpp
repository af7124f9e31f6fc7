#include "shells/cli/demo/chronicle.hpp"

#include <algorithm>

namespace asterism::cli::demo {
namespace {

template <class Entry>
void tell(std::vector<Deed>& out, Kind kind, const std::vector<Entry>& entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) out.push_back({entries[i].at, kind, i});
}

}  // namespace

std::vector<Deed> chronicle(const Plan& plan) {
    using namespace std::chrono_literals;
    std::vector<Deed> out;
    tell(out, Kind::join, plan.people);
    for (std::size_t i = 0; i < plan.people.size(); ++i)
        if (plan.people[i].known) out.push_back({plan.people[i].at + 15min, Kind::portrait, i});
    tell(out, Kind::place, plan.places);
    tell(out, Kind::review, plan.reviews);
    tell(out, Kind::vote, plan.votes);
    tell(out, Kind::comment, plan.comments);
    tell(out, Kind::visit, plan.visits);
    tell(out, Kind::favourite, plan.favourites);
    tell(out, Kind::follow, plan.follows);
    tell(out, Kind::photo, plan.photos);
    tell(out, Kind::photo_vote, plan.photo_votes);
    std::ranges::sort(out);
    return out;
}

}  // namespace asterism::cli::demo
