#pragma once

#include <stdexcept>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "libcore/base/result.hpp"

namespace asterism::cli::demo {

/// What came of a deed. The plan asks for nothing that is refused, or it is wrong.
template <class T>
T done(Result<T>&& result, std::string_view deed) {
    if (result) return std::move(*result);
    const auto& [fault, detail, fields, wait] = result.error();
    throw std::logic_error(fmt::format("the demo cannot {}: {} {}", deed, fault->slug,
                                       fields.empty() ? detail : fields.front().field));
}

}  // namespace asterism::cli::demo
