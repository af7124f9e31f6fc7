#pragma once

#include <string_view>

#include "shells/cli/arguments.hpp"

namespace asterism::cli::shop_verbs {

/// What a verb of the shop asks the catalogue of use cases: each of its options is the field of the
/// same name.
struct Ask {
    std::string_view operation;
    /// Of a list: which fields of an item are shown, with commas between. Empty: one thing is told,
    /// with all that belongs to it.
    std::string_view columns = {};
    std::string_view nothing = {};  ///< what is said where a list is empty
    std::string_view sets = {};     ///< a field that is true
};

Exit answered(const Arguments& given, const Ask& ask);

/// The verb's function. An Ask has to have a name of its own.
template <const Ask& ask>
Exit run(const Arguments& given) {
    return answered(given, ask);
}

}  // namespace asterism::cli::shop_verbs
