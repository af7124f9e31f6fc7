#pragma once

#include <array>
#include <concepts>
#include <optional>
#include <string_view>
#include <type_traits>

#include "libcore/base/actor.hpp"
#include "libcore/base/result.hpp"

namespace asterism {

/// The base of every port onto stored things. A use case that takes one by plain reference writes;
/// one that takes them all by const reference only reads, and the shell opens its transaction so.
class Stored {
public:
    virtual ~Stored() = default;
};

/// Ports that always go together may be bundled in a struct of references, taken by value. A bundle
/// with a port that is written to says so, `using Writes = void`; any other says `using Reads`.
template <class Param>
concept WritingBundle = requires {
    typename Param::Writes;
};

template <class Param>
concept ReadingBundle = requires {
    typename Param::Reads;
};

/// A use case is a free function `Result<Output> f(ports..., const Input&)`.
template <class Function>
struct Signature;

namespace detail {
template <class First, class... Rest>
struct Last : Last<Rest...> {};

template <class Only>
struct Last<Only> {
    using type = Only;
};

template <class Param>
inline constexpr bool stored = WritingBundle<Param> || ReadingBundle<Param> ||
                               std::derived_from<std::remove_cvref_t<Param>, Stored>;

template <class Param>
inline constexpr bool writes = WritingBundle<Param> ||
                               (std::is_lvalue_reference_v<Param> &&
                                !std::is_const_v<std::remove_reference_t<Param>> &&
                                std::derived_from<std::remove_cvref_t<Param>, Stored>);

/// The port that the stage between takes first, if it is one that marks itself: `using Outside`.
template <class Stage>
inline constexpr bool asks_outside = false;

template <class Out, class First, class... Rest>
inline constexpr bool asks_outside<Out (*)(First, Rest...)> = requires {
    typename std::remove_cvref_t<First>::Outside;
};

struct Looking {
    std::string_view for_name;
    bool found = false;

    constexpr void operator()(std::string_view name, auto, std::string_view) {
        found = found || name == for_name;
    }
};
}  // namespace detail

template <class Out, class... Params>
struct Signature<Result<Out> (*)(Params...)> {
    using Output = Out;
    using Input = std::remove_cvref_t<typename detail::Last<Params...>::type>;
    template <class P>
    static constexpr bool takes = (std::is_same_v<Params, P> || ...);
    static constexpr bool writes = (detail::writes<Params> || ...);
};

/// What can be said of a use case without its types.
struct Entry {
    std::string_view name;
    std::string_view summary;
    bool needs_actor = false;
    bool knows_actor = false;  ///< takes one, or nobody
    bool hashes = false;       ///< runs on a slow lane: it hashes a password, or works on a picture
    bool asks_outside = false;  ///< runs on a lane of its own: it waits for somebody else's server
    bool (*has_field)(std::string_view) = nullptr;
};

/// A use case and, where it hashes a password or asks a server elsewhere, the two stages before it:
/// `Reserve` is a use case of its own whose result is committed first; the other turns that result
/// into what `Run` is given, with no transaction open: `Prepared hash(const Hasher&, const
/// Reserved&, const Input&)`. A port in the hasher's place that marks itself with `using Outside =
/// void` waits for the network. What the middle stage gives may be a Result; a refusal ends the
/// run.
template <auto Run, auto... Stages>
struct UseCase : Entry {};

/// Names a use case, once, for every shell.
template <auto Run, auto... Stages>
constexpr UseCase<Run, Stages...> use_case(std::string_view name, std::string_view summary) {
    static_assert(sizeof...(Stages) == 0 || sizeof...(Stages) == 2, "reserve and hash, or neither");
    using S = Signature<decltype(Run)>;
    constexpr bool outside = (detail::asks_outside<decltype(Stages)> || ...);
    return {{name, summary, S::template takes<Actor>, S::template takes<std::optional<Actor>>,
             sizeof...(Stages) == 2 && !outside, outside, [](std::string_view wanted) {
                 detail::Looking see{wanted};
                 S::Input::fields(see);
                 return see.found;
             }}};
}

/// The use cases of one module: their functions as types, the rest as data.
template <class... Case>
struct UseCases {
    std::array<Entry, sizeof...(Case)> entries;

    constexpr UseCases(Case... all) : entries{all...} {}
};

}  // namespace asterism
