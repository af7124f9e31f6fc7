#pragma once

#include "shells/http/routes.hpp"

namespace asterism::http {

/// The addresses and shapes that Starview's own web client speaks.
const Dialect& starview();

}  // namespace asterism::http
