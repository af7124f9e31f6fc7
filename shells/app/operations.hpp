#pragma once

#include <array>
#include <utility>

#include "libcore/base/use_case.hpp"
#include "shells/app/app.hpp"
#include "shells/app/codec.hpp"
#include "shells/app/operation.hpp"

namespace asterism::app {

template <class Out>
void hand_over(Out& output, const Call& call, Answer& answer) {
    if constexpr (requires { output.opened; }) answer.opened = std::move(output.opened);
    if constexpr (requires { output.token; })
        if (call.cookies) output.token.reset();
    if constexpr (requires { output.browser; }) {
        answer.browser = output.browser;
        if (call.cookies) output.browser.reset();
    }
    encode(answer.text, output);
}

template <auto Run, auto... Stages>
Result<Done> run(App& app, const Call& call, const json::value& object, Answer& answer) {
    return guarded([&]() -> Result<Done> {
        if (Signature<decltype(Run)>::template takes<Actor> && !call.actor) return sign_in_required;
        const auto input = decode<typename Signature<decltype(Run)>::Input>(object);
        if (!input) return input.error();
        auto output = [&] {
            if constexpr (sizeof...(Stages) == 0)
                return app.run<Run>(call, *input);
            else
                return app.run_staged<Run, Stages...>(call, *input);
        }();
        if (!output) return output.error();
        hand_over(*output, call, answer);
        return Done{};
    });
}

template <auto Run, auto... Stages>
constexpr Operation erase(const UseCase<Run, Stages...>&, const Entry& entry) {
    using S = Signature<decltype(Run)>;
    return {entry.name,
            entry.summary,
            entry.needs_actor,
            entry.hashes,
            entry.asks_outside,
            &run<Run, Stages...>,
            &Codec<typename S::Input>::template shape<>,
            &Codec<typename S::Output>::schema};
}

/// Erases the types of one module's use cases. Included by the <module>_operations.cpp files alone.
template <class... Case>
constexpr std::array<Operation, sizeof...(Case)> erase(const UseCases<Case...>& module) {
    std::size_t i = 0;
    return {erase(Case{}, module.entries[i++])...};
}

}  // namespace asterism::app
