#pragma once

#include <string>
#include <string_view>

namespace asterism::app {

/// Makes one file of a view and of the files that it names.
class Packer {
public:
    virtual ~Packer() = default;
    /// A ZIP: a JSON file for each member of the object `view`, and below `files/` those that its
    /// member `files` names and that are still there.
    virtual std::string pack(std::string_view view) const = 0;
};

}  // namespace asterism::app
