#pragma once

#include <pybind11/pybind11.h>

namespace asterism::python {

/// Adds the sky's use cases as functions that need no data folder, and so no library.
void add_sky_cases(pybind11::module_& module);

}  // namespace asterism::python
