#pragma once

#include <span>
#include <string_view>

namespace asterism::store {

/// One step of the schema. `@id@` in its text stands for a column that numbers itself.
struct Migration {
    int number;
    std::string_view name;
    std::string_view sql;
};

/// Those of migrations/, in number order, as they were when the program was built.
std::span<const Migration> migrations();

}  // namespace asterism::store
