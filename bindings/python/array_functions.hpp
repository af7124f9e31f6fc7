#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace asterism::python {

/// What a parameter takes; in the stubs, a type for single values and one for arrays.
enum class Takes : std::uint8_t {
    times,
    numbers,
    alike  ///< the type that is written with it, in any case
};

struct ArrayParameter {
    std::string_view name;
    Takes takes;
    std::string_view initial;  ///< as Python spells it; empty: must be given
    std::string_view about;
    std::string_view type = {};  ///< if `alike`
};

/// A function over arrays in the words of its docstring and its stub.
struct ArrayFunction {
    std::string_view name;
    std::string_view summary;
    std::span<const ArrayParameter> parameters;
    std::string_view answers;  ///< what the docstring says of it
    std::string_view single;   ///< its type, for single values
    std::string_view arrays;   ///< for arrays; empty: it takes none
    std::string_view source;   ///< how exact, and by whose formula
};

/// All of them, in the order of the stubs.
std::span<const ArrayFunction> array_functions();

/// Throws std::out_of_range if there is none of that name.
const ArrayFunction& array_function(std::string_view name);

/// As `inspect.signature` reads it.
std::string signature(const ArrayFunction& function);

std::string docstring(const ArrayFunction& function);

inline constexpr auto raster_doc =
    "Raster($self, /, path)\n--\n\n"
    "A map of artificial light, from a file that `asterism sky raster build` made.\n\n"
    "It is mapped into memory, so that opening it costs nothing by its size, and is noticed when\n"
    "it is replaced. May be used by many threads.\n\n"
    "path: Where the file lies. What is no such file raises Unavailable with the reason.";

}  // namespace asterism::python
