#include "libcore/base/rate.hpp"

#include <algorithm>

namespace asterism {
namespace {

bool exact(const Rate& rate) { return rate.most <= exact_up_to; }

/// From one pass to the next, rounded up so that the sum of them is never short of a window.
Moment interval(const Rate& rate) {
    const Moment window = rate.window;
    return (window + Moment(rate.most - 1)) / rate.most;
}

/// How far ahead of its time a pass may come.
Moment slack(const Rate& rate) { return interval(rate) * (rate.most / 10 - 1); }

}  // namespace

/// Moves along with a clock that was set back.
void Bucket::follow(Moment now) {
    const Moment set_back = seen_ - now;
    seen_ = now;
    if (set_back <= Moment::zero()) return;
    due_ -= set_back;
    for (Moment& pass : passes_) pass -= set_back;
}

Moment Bucket::wait(const Rate& rate, Moment now) {
    follow(now);
    if (!exact(rate)) return std::max(due_ - slack(rate) - now, Moment::zero());
    if (passes_.size() < rate.most) return {};
    const Moment first = *(passes_.end() - rate.most);
    return std::max(first + rate.window - now, Moment::zero());
}

void Bucket::add(const Rate& rate, Moment now) {
    follow(now);
    if (!exact(rate)) {
        due_ = std::max(due_, now) + interval(rate);
        return;
    }
    std::erase_if(passes_, [&](Moment pass) { return pass + rate.window <= now; });
    passes_.push_back(now);
}

void Bucket::take_back(const Rate& rate, Moment at, Moment now) {
    if (!exact(rate)) {
        if (now - at <= interval(rate)) due_ -= interval(rate);
        return;
    }
    const auto found = std::ranges::lower_bound(passes_, at);
    if (found != passes_.end() && *found == at) passes_.erase(found);
}

}  // namespace asterism
