#include "shells/app/app.hpp"

namespace asterism::app {
namespace {

void keep(Unit& unit, const audit::Trail& trail, Instant at, const Caller& caller) {
    for (const auto& key : trail.forgiven()) unit.lockouts().clear(key);
    for (const audit::Event& event : trail.events()) unit.audit_log().append({event, at, caller});
}

}  // namespace

void App::settle(Touch touch, const Call& call, FunctionRef<bool(const Ports&)> body) {
    audit::Trail trail;
    const Now now{world_.clock()};
    const accounts::Run run{now,  call.caller, call.policy, world_.entropy, world_.fingerprint,
                            trail};
    const auto keep_trail = [&](Unit& unit) {
        keep(unit, trail, now.at, call.caller);
        return true;
    };
    bool kept = false;
    switch (touch) {
        case Touch::nothing: body(Ports{nullptr, call.actor, run}); break;
        case Touch::reads:
            store_.read([&](Unit& unit) { body(Ports{&unit, call.actor, run}); });
            break;
        case Touch::writes:
            store_.write([&](Unit& unit) {
                trail.clear();
                kept = body(Ports{&unit, call.actor, run});
                return kept && keep_trail(unit);
            });
            break;
    }
    if (!kept && !trail.events().empty()) store_.write(keep_trail);
}

}  // namespace asterism::app
