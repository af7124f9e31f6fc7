#pragma once

#include <string>
#include <string_view>

namespace asterism::python {

/// The stubs of the functions over arrays, and of what they name.
std::string array_stubs();

/// What those stubs import.
inline constexpr auto array_imports =
    "from collections.abc import Sequence\n"
    "from datetime import date, datetime\n"
    "from os import PathLike\n"
    "from typing import Any, Literal, Self, overload\n\n"
    "from numpy import datetime64, float64, int64, object_, str_\n"
    "from numpy.typing import NDArray\n\n"
    "from .answers import (\n"
    "    AltAz,\n"
    "    DarkIntervals,\n"
    "    Event,\n"
    "    Events,\n"
    "    Interval,\n"
    "    Intervals,\n"
    "    RiseSet,\n"
    "    SkyBrightness,\n"
    "    Twilights,\n"
    ")\n";

/// Of one line or several, indented and closed as Python's style guide has it.
std::string quoted(std::string_view text, std::string_view indent);

}  // namespace asterism::python
