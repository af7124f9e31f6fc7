#include "shells/app/app.hpp"

#include "libcore/accounts/identity_faults.hpp"
#include "libcore/reactions.hpp"
#include "libcore/shop/faults.hpp"
#include "libcore/shop/settling.hpp"
#include "shells/app/deliver.hpp"

namespace asterism::app {
namespace {

/// The event with its handle as the log keeps it: an account's own, or a code of what was tried.
audit::Event named(Unit& unit, audit::Event event, const audit::Sealer& sealer) {
    if (event.account && event.handle.empty()) {
        const auto account = unit.accounts().find(*event.account);
        if (account) event.handle = account->handle;
    } else if (!event.account && !event.handle.empty() && event.handle != audit::anonymous) {
        event.handle = audit::name_code(sealer, event.handle);
    }
    return event;
}

void keep(Unit& unit, const audit::Trail& trail, Instant at, const Caller& caller,
          const audit::Sealer& sealer) {
    for (const auto& key : trail.forgiven()) unit.lockouts().clear(key);
    for (const audit::Event& event : trail.events())
        unit.audit_log().append({named(unit, event, sealer), at, caller});
}

/// Does `work`. What it owes where it breaks off is added by itself; where that, too, cannot be
/// written, whoever hears of the failure has to do.
void owing(Store& store, const audit::Trail& trail, Work add_owed, FunctionRef<void()> work) {
    try {
        work();
    } catch (...) {
        try {
            if (!trail.owed().empty()) store.write(add_owed);
        } catch (const std::exception&) {  // the first failure is the one to be told
        }
        throw;
    }
}

/// Where no provider is configured nobody can be sent to one.
class NoProviders final : public accounts::IdentityProviders {
public:
    Result<std::string> address_for(const accounts::Departure&) const override {
        return accounts::provider_unavailable;
    }

    accounts::Proof prove(const accounts::Arrival&) const override {
        return {std::nullopt, &accounts::provider_unavailable, "no_providers"};
    }
};

/// Where nobody takes money nobody can pay.
class NoPayments final : public shop::Payments {
public:
    Result<shop::PayCounter> open(const shop::CounterRequest&) const override {
        return shop::payments_away;
    }

    Result<std::optional<shop::Payment>> look(std::string_view) const override {
        return shop::payments_away;
    }

    Result<Done> close(std::string_view) const override { return shop::payments_away; }
};

}  // namespace

void App::note(const Call& call, audit::Event event) {
    const auto at = world_.clock();
    store_.write([&](Unit& unit) {
        unit.audit_log().append({named(unit, event, world_.sealer), at, call.caller});
        return true;
    });
}

void App::note_refusal(const Ports& ports, const Call& call, const Error& error) {
    auto& trail = ports.give<audit::Trail&>();
    if (error.fault->kind == Kind::forbidden && trail.events().empty())
        trail.note(audit::denied(call.actor, call.resource, error.fault->slug));
}

World::operator const accounts::IdentityProviders&() const {
    static const NoProviders none;
    if (providers) return *providers;
    return none;
}

World::operator const media::Darkroom&() const {
    if (!darkroom) throw NoImages("this shell has no darkroom");
    return *darkroom;
}

World::operator const sky::LightMap&() const {
    static const sky::NoLightMap none;
    if (light_map) return *light_map;
    return none;
}

World::operator const sky::WeatherService&() const {
    static const sky::NoWeather none;
    if (weather) return *weather;
    return none;
}

World::operator const sky::Directions&() const {
    static const sky::NoDirections none;
    if (directions) return *directions;
    return none;
}

World::operator const shop::Payments&() const {
    static const NoPayments none;
    if (payments) return *payments;
    return none;
}

World::operator const sky::Surroundings&() const {
    static const sky::TownsAround towns;
    if (surroundings) return *surroundings;
    return towns;
}

void App::settle(Touch touch, const Call& call, FunctionRef<bool(const Ports&)> body) {
    audit::Trail trail;
    Events events;
    const Now now{world_.clock()};
    const accounts::Run run{now,  call.caller, call.policy, world_.entropy, world_.fingerprint,
                            trail};
    const auto keep_trail = [&](Unit& unit) {
        keep(unit, trail, now.at, call.caller, world_.sealer);
        return true;
    };
    const auto add_owed = [&](Unit& unit) {
        for (const Task& task : trail.owed())
            if (!shop::is_moot(task, unit.checkouts())) unit.tasks().add(task);
        return true;
    };
    media::Changes changes;
    const auto ports = [&](Unit* unit) {
        return Ports{unit,
                     call.actor,
                     run,
                     events,
                     {world_.sealer,
                      world_,
                      world_.zones,
                      {world_.files, changes},
                      call.shop ? *call.shop : world_.shop}};
    };
    bool kept = false;
    switch (touch) {
        case Touch::nothing: body(ports(nullptr)); break;
        case Touch::reads: store_.read([&](Unit& unit) { body(ports(&unit)); }); break;
        case Touch::writes:
            owing(store_, trail, add_owed, [&] {
                store_.write([&](Unit& unit) {
                    trail.clear();
                    events.clear();
                    changes = {};
                    const auto all = ports(&unit);
                    kept = body(all);
                    if (kept) deliver(AllReactions{}, all, events);
                    return kept && keep_trail(unit);
                });
            });
            break;
    }
    if (kept && world_.files && !changes.empty()) world_.files->carry_out(changes);
    const bool leaves = !trail.events().empty() || !trail.owed().empty();
    if (!kept && leaves)
        store_.write([&](Unit& unit) { return keep_trail(unit) && add_owed(unit); });
}

}  // namespace asterism::app
