/// Answers the sky's questions as an embedder does: each use case is called as the function that it
/// is. Reads a name and a JSON object a line, writes the answer's JSON or a refusal's slug.

#include <chrono>
#include <iostream>
#include <string>
#include <type_traits>

#include <boost/json/value.hpp>

#include "bindings/python/sky_lists.hpp"
#include "shells/app/codec.hpp"
#include "shells/app/json.hpp"
#include "shells/outside/zones.hpp"

namespace asterism::tests {
namespace {

/// What use cases of the sky may ask for.
struct Ports {
    Now now;
    const sky::LightMap& light_map;
    const sky::Zones& zones;

    template <class Wanted>
    decltype(auto) give() const {
        if constexpr (std::is_same_v<Wanted, Now>)
            return now;
        else if constexpr (std::is_same_v<Wanted, const sky::Zones&>)
            return (zones);
        else
            return (light_map);
    }
};

template <class Param, class Input>
decltype(auto) pick(const Ports& ports, const Input& input) {
    if constexpr (std::is_same_v<Param, const Input&>)
        return (input);
    else
        return ports.give<Param>();
}

template <class Out, class... Params>
std::string ask(Result<Out> (*use_case)(Params...), const Ports& ports,
                const app::json::value& in) {
    using Input = typename Signature<Result<Out> (*)(Params...)>::Input;
    const auto input = app::decode<Input>(in);
    if (!input) return std::string(input.error().fault->slug);
    const auto answer = use_case(pick<Params>(ports, *input)...);
    if (!answer) return std::string(answer.error().fault->slug);
    std::string out;
    app::encode(out, *answer);
    return out;
}

template <auto Run, auto... Stages>
auto function_of(const UseCase<Run, Stages...>&) {
    return Run;
}

template <class... Case>
std::string ask(const UseCases<Case...>& list, std::string_view name, const Ports& ports,
                const app::json::value& input) {
    std::string out;
    std::size_t at = 0;
    ((list.entries[at++].name == name ? void(out = ask(function_of(Case{}), ports, input))
                                      : void()),
     ...);
    return out;
}

std::string answer(const std::string& line, const Ports& ports) {
    const auto blank = line.find(' ');
    const auto name = line.substr(0, blank);
    const auto input = app::parse_strict(line.substr(blank + 1));
    std::string out;
    python::each_sky_list([&](const auto& list) { out += ask(list, name, ports, *input); });
    return out;
}

}  // namespace
}  // namespace asterism::tests

int main() {
    using namespace asterism;
    const sky::NoLightMap no_map;
    const outside::SystemZones zones;
    const auto now =
        std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    for (std::string line; std::getline(std::cin, line);)
        std::cout << tests::answer(line, {Now{now}, no_map, zones}) << std::endl;
}
