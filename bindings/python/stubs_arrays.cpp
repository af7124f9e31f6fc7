#include "bindings/python/stubs_arrays.hpp"

#include <string_view>

#include "bindings/python/array_functions.hpp"

namespace asterism::python {
namespace {

constexpr std::string_view names =
    "Time = datetime | datetime64 | str | float\n"
    "Times = Time | NDArray[Any] | Sequence[Time]\n"
    "Numbers = float | NDArray[Any] | Sequence[float]\n"
    "Body = Literal[\"moon\", \"sun\", \"mercury\", \"venus\", \"mars\", \"jupiter\", "
    "\"saturn\"]\n";

constexpr std::string_view raster =
    "    def __init__(self, path: str | PathLike[str]) -> None: ...\n"
    "    @property\n"
    "    def source(self) -> str:\n"
    "        \"\"\"Who made the map.\"\"\"\n"
    "        ...\n\n"
    "    @property\n"
    "    def licence(self) -> str:\n"
    "        \"\"\"Its licence.\"\"\"\n"
    "        ...\n\n"
    "    @property\n"
    "    def year(self) -> int:\n"
    "        \"\"\"When the light was measured; 0 if nobody said.\"\"\"\n"
    "        ...\n\n"
    "    @property\n"
    "    def uncertainty(self) -> float:\n"
    "        \"\"\"Of the whole sky's brightness, in mag/arcsec2.\"\"\"\n"
    "        ...\n";

std::string type_of(const ArrayParameter& parameter, bool single) {
    switch (parameter.takes) {
        case Takes::times: return single ? "Time" : "Times";
        case Takes::numbers: return single ? "float" : "Numbers";
        case Takes::alike: break;
    }
    return std::string(parameter.type);
}

/// One of a function's declarations.
std::string declared(const ArrayFunction& function, bool single) {
    std::string out = "def " + std::string(function.name) + "(\n";
    for (const ArrayParameter& each : function.parameters) {
        out.append("    ").append(each.name).append(": ").append(type_of(each, single));
        if (!each.initial.empty()) out.append(" = ").append(each.initial);
        out += ",\n";
    }
    return out.append(") -> ").append(single ? function.single : function.arrays).append(":");
}

}  // namespace

std::string array_stubs() {
    std::string out(names);
    out += "\n\nclass Raster:\n";
    std::string_view about = raster_doc;
    about.remove_prefix(about.find("--\n\n") + 4);
    out += quoted(about, "    ") + "\n" + std::string(raster);
    for (const ArrayFunction& function : array_functions()) {
        out += "\n\n";
        if (!function.arrays.empty())
            out += "@overload  # type: ignore  # single values are arrays, too\n" +
                   declared(function, true) + " ...\n@overload\n";
        out += declared(function, function.arrays.empty()) + "\n" +
               quoted(docstring(function), "    ") + "    ...\n";
    }
    return out;
}

std::string quoted(std::string_view text, std::string_view indent) {
    std::string out(indent);
    out += "\"\"\"";
    for (const char c : text) {
        if (c != '\n' && out.back() == '\n') out += indent;
        out += c;
    }
    if (text.find('\n') != text.npos) out.append("\n").append(indent);
    return out + "\"\"\"\n";
}

}  // namespace asterism::python
