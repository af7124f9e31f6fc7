#pragma once

#include <string>

#include "libcore/base/result.hpp"

namespace asterism::tests {

/// The name of the fault, or "ok": what a failed check then shows.
inline std::string slug(const Fault* fault) { return std::string(fault ? fault->slug : "ok"); }

template <class T>
std::string slug(const Result<T>& result) {
    return slug(result ? nullptr : result.error().fault);
}

/// The same with the path of the field: "bad_field at items.0.id".
template <class T>
std::string slug_at(const Result<T>& result) {
    if (result || result.error().detail.empty()) return slug(result);
    return slug(result) + " at " + result.error().detail;
}

}  // namespace asterism::tests
