#pragma once

#include <array>
#include <string>
#include <utility>

#include "libcore/base/flow.hpp"
#include "libcore/base/use_case.hpp"
#include "shells/app/app.hpp"
#include "shells/app/codec.hpp"
#include "shells/app/operation.hpp"

namespace asterism::app {

template <class T>
void write_flow(Answer& answer, const Flow<T>& flow) {
    auto& out = answer.text;
    out += '[';
    const auto start = out.size();
    constexpr std::int64_t sample = 500;  // after so many it is known how much room all will take
    std::int64_t count = 0;
    std::string element;
    flow.each([&](T&& each) {
        if (count > 0) out += ',';
        element.clear();
        encode(answer.each ? element : out, each);
        if (answer.each) answer.each(out, element);
        if (++count == sample && flow.about > sample)
            out.reserve(start + (out.size() - start) / sample *
                                    static_cast<std::size_t>(flow.about + flow.about / 16));
    });
    out += ']';
}

/// A view with a list that flows, which must still be open.
template <class Out>
void write_flowing(Answer& answer, const Out& output) {
    answer.text += '{';
    Out::fields([&, first = true]<class Value>(std::string_view name, Value Out::*member,
                                               std::string_view) mutable {
        if (!std::exchange(first, false)) answer.text += ',';
        answer.text.append(1, '"').append(name).append("\":");
        if constexpr (requires { (output.*member).each; })
            write_flow(answer, output.*member);
        else
            encode(answer.text, output.*member);
    });
    answer.text += '}';
}

template <class Out>
void hand_over(Out& output, const Call& call, Answer& answer) {
    if constexpr (requires { output.opened; }) answer.opened = std::move(output.opened);
    if constexpr (requires { output.token; })
        if (call.cookies) output.token.reset();
    if constexpr (requires { output.browser; }) {
        answer.browser = output.browser;
        if (call.cookies) output.browser.reset();
    }
    if constexpr (requires { output.visitor; }) {
        answer.visitor = output.visitor;
        if (call.cookies) output.visitor.reset();
    }
    encode(answer.text, output);
}

template <auto Run, auto... Stages, class Input>
Result<Done> run_whole(App& app, const Call& call, const Input& input, Answer& answer) {
    auto output = [&] {
        if constexpr (sizeof...(Stages) == 0)
            return app.run<Run>(call, input);
        else
            return app.run_staged<Run, Stages...>(call, input);
    }();
    if (!output) return output.error();
    hand_over(*output, call, answer);
    return Done{};
}

template <auto Run, auto... Stages>
Result<Done> run(App& app, const Call& call, const json::value& object, Answer& answer) {
    return guarded([&]() -> Result<Done> {
        if (Signature<decltype(Run)>::template takes<Actor> && !call.actor) return sign_in_required;
        const auto input = decode<typename Signature<decltype(Run)>::Input>(object);
        if (!input) return input.error();
        if constexpr (requires { typename Signature<decltype(Run)>::Output::Flows; })
            return app.tell<Run>(call, *input,
                                 [&](const auto& output) { write_flowing(answer, output); });
        else
            return run_whole<Run, Stages...>(app, call, *input, answer);
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
