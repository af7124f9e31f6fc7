#pragma once

#include <type_traits>

#include "libcore/sky/time_scales.hpp"
#include "libcore/sky/vector.hpp"

namespace asterism::sky {

/// A function object that tells where something appears.
template <class Callable>
concept Follower =
    std::is_class_v<Callable> && std::is_invocable_r_v<Vector, const Callable&, TerrestrialTime>;

/// Something that moves over the sky: any function from the time to the apparent vector from the
/// Earth's centre, as `ephemeris.hpp` has it, such as `apparent_moon`. It only refers to the
/// function, so take it as a parameter and do not keep it. For what is too far for parallax let
/// the function give a vector of length `far_km`.
class Path {
public:
    using Function = Vector (*)(TerrestrialTime);

    Path(Function function) : function_(function), call_(&call_function) {}

    template <Follower Callable>
    Path(const Callable& callable) : object_(&callable), call_(&call_object<Callable>) {}

    Vector operator()(TerrestrialTime at) const { return call_(*this, at); }

private:
    static Vector call_function(const Path& path, TerrestrialTime at) { return path.function_(at); }

    template <class Callable>
    static Vector call_object(const Path& path, TerrestrialTime at) {
        return (*static_cast<const Callable*>(path.object_))(at);
    }

    union {
        Function function_;
        const void* object_;
    };

    Vector (*call_)(const Path&, TerrestrialTime);
};

/// A length that makes the Earth's size vanish.
inline constexpr double far_km = 1e15;

}  // namespace asterism::sky
