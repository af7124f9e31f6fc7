#pragma once

#include <string_view>
#include <utility>

#include "libcore/base/result.hpp"

namespace asterism::python {

/// Raises the exception of the fault's family, from asterism.refusals.
[[noreturn]] void refuse(const Error& error);

/// The same, for a refusal of the argument of that name.
[[noreturn]] void refuse(const Error& error, std::string_view argument);

template <class T>
T value_or_refuse(Result<T> result) {
    if (!result) refuse(result.error());
    return std::move(*result);
}

template <class T>
T value_or_refuse(Result<T> result, std::string_view argument) {
    if (!result) refuse(result.error(), argument);
    return std::move(*result);
}

}  // namespace asterism::python
