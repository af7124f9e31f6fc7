#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

#include "libcore/accounts/identity_ports.hpp"
#include "libcore/accounts/ports.hpp"
#include "libcore/audit/sealer.hpp"
#include "libcore/audit/words.hpp"
#include "libcore/base/use_case.hpp"
#include "libcore/media/ports.hpp"
#include "libcore/shop/order_ports.hpp"
#include "libcore/shop/policy.hpp"
#include "libcore/sky/directions.hpp"
#include "libcore/sky/skyglow_ports.hpp"
#include "libcore/sky/surroundings.hpp"
#include "libcore/sky/weather_ports.hpp"
#include "libcore/sky/zones.hpp"
#include "shells/app/function_ref.hpp"
#include "shells/app/ports.hpp"
#include "shells/app/store.hpp"

namespace asterism::app {

inline constexpr Fault sign_in_required{"sign_in_required", Kind::unauthenticated,
                                        "Sign in first."};

/// What a run needs of the world besides the store. All of it may be used by many threads at once.
struct World {
    std::function<Instant()> clock;
    Entropy& entropy;
    const Fingerprint& fingerprint;
    const accounts::Hasher& hasher;
    const audit::Sealer& sealer;
    const accounts::IdentityProviders* providers = nullptr;  ///< null: there are none
    media::Files* files = nullptr;                           ///< null where the shell keeps none
    const media::Darkroom* darkroom = nullptr;               ///< the same
    const sky::Zones* zones = nullptr;                       ///< null: clocks cannot be told
    const sky::LightMap* light_map = nullptr;                ///< null: there is none
    const sky::WeatherService* weather = nullptr;            ///< null: nobody is asked
    const sky::Directions* directions = nullptr;             ///< the same
    const sky::Surroundings* surroundings = nullptr;         ///< null: the table of towns answers
    shop::Policy shop = {};                                  ///< what the site decides of its shop
    const shop::Payments* payments = nullptr;                ///< null: nobody takes money

    operator const accounts::Hasher&() const { return hasher; }

    operator const accounts::IdentityProviders&() const;

    operator const media::Darkroom&() const;

    operator const sky::LightMap&() const;

    operator const sky::WeatherService&() const;

    operator const sky::Directions&() const;

    operator const sky::Surroundings&() const;

    operator const shop::Payments&() const;
};

template <class T>
inline constexpr bool is_result = false;
template <class T>
inline constexpr bool is_result<Result<T>> = true;

/// Who calls, from where, and under which policy.
struct Call {
    std::optional<Actor> actor;
    const Caller& caller;
    const accounts::Policy& policy;
    bool cookies = false;  ///< the shell carries session tokens itself; views must not show them
    audit::Resource resource = {};       ///< what is asked for, to be told in the audit log
    const shop::Policy* shop = nullptr;  ///< of a surface with a shop of its own kind; null: the
                                         ///< site's
};

/// What a use case does to the store, read off its signature.
enum class Touch : std::uint8_t { nothing, reads, writes };

/// Runs use cases: one run, one transaction, one time.
class App {
public:
    App(Store& store, World world) : store_(store), world_(std::move(world)) {}

    /// Runs a use case in one transaction, handing it exactly the ports its signature names. A
    /// fault rolls back; what it noted for the audit log is then committed by itself.
    template <auto Run, class Input, class... Prepared>
    auto run(const Call& call, const Input& input, const Prepared&... prepared) {
        return transact(Run, call, input, prepared...);
    }

    /// Runs a use case that only reads, and has what it gives used before its transaction ends.
    template <auto Run, class Input, class Use>
    Result<Done> tell(const Call& call, const Input& input, const Use& use) {
        return tell_in_transaction(Run, call, input, use);
    }

    /// Runs a use case of three stages: reserves in a transaction of its own, hashes, asks outside
    /// or works on a picture with none open, then runs.
    template <auto Run, auto Reserve, auto Middle, class Input>
    auto run_staged(const Call& call, const Input& input)
        -> Result<typename Signature<decltype(Run)>::Output> {
        const auto reserved = run<Reserve>(call, input);
        if (!reserved) return reserved.error();
        const auto prepared = Middle(world_, *reserved, input);
        if constexpr (is_result<std::remove_cvref_t<decltype(prepared)>>) {
            if (!prepared) return prepared.error();
            return run<Run>(call, input, *prepared);
        } else {
            return run<Run>(call, input, prepared);
        }
    }

    /// Puts an event into the audit log by itself: what a shell refused before any use case ran.
    void note(const Call& call, audit::Event event);

    Store& store() { return store_; }

    Instant now() const { return world_.clock(); }

    /// For whoever runs use cases at another time than now.
    const World& world() const { return world_; }

    const audit::Sealer& sealer() const { return world_.sealer; }

private:
    template <class Out, class... Params, class Input, class... Prepared>
    Result<Out> transact(Result<Out> (*use_case)(Params...), const Call& call, const Input& input,
                         const Prepared&... prepared) {
        if ((std::is_same_v<Params, Actor> || ...) && !call.actor) return sign_in_required;
        std::optional<Result<Out>> outcome;
        constexpr auto touch = (detail::writes<Params> || ...)   ? Touch::writes
                               : (detail::stored<Params> || ...) ? Touch::reads
                                                                 : Touch::nothing;
        settle(touch, call, [&](const Ports& ports) {
            outcome.emplace(use_case(pick<Params>(ports, input, prepared...)...));
            if (!*outcome) note_refusal(ports, call, outcome->error());
            return static_cast<bool>(*outcome);
        });
        return *std::move(outcome);
    }

    template <class Out, class... Params, class Input, class Use>
    Result<Done> tell_in_transaction(Result<Out> (*use_case)(Params...), const Call& call,
                                     const Input& input, const Use& use) {
        static_assert(!(detail::writes<Params> || ...), "what writes may be begun again");
        if ((std::is_same_v<Params, Actor> || ...) && !call.actor) return sign_in_required;
        std::optional<Error> refused;
        settle(Touch::reads, call, [&](const Ports& ports) {
            auto outcome = use_case(pick<Params>(ports, input)...);
            if (outcome) return use(*outcome), true;
            refused = outcome.error();
            return false;
        });
        if (refused) return *std::move(refused);
        return Done{};
    }

    template <class Param, class Input>
    static Param pick(const Ports& ports, const Input& input) {
        if constexpr (std::is_same_v<Param, const Input&>)
            return input;
        else
            return ports.give<Param>();
    }

    template <class Param, class Input, class Prepared>
    static Param pick(const Ports& ports, const Input& input, const Prepared& prepared) {
        if constexpr (std::is_same_v<Param, const Prepared&>)
            return prepared;
        else
            return pick<Param>(ports, input);
    }

    /// A refusal that is a matter of rights leaves a trace even if its use case left none.
    static void note_refusal(const Ports& ports, const Call& call, const Error& error);

    /// Opens the transaction, lets `body` work in it and commits if it says so.
    void settle(Touch touch, const Call& call, FunctionRef<bool(const Ports&)> body);

    Store& store_;
    World world_;
};

}  // namespace asterism::app
