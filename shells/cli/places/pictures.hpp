#pragma once

#include <optional>
#include <string>

#include "shells/cli/compose.hpp"
#include "shells/cli/places/files.hpp"

namespace asterism::cli::place_files {

/// Where the pictures of a file of places may lie: in its folder, or deeper. Links that lead out of
/// it lead nowhere.
class PictureFolder {
public:
    /// Of standard input, which has none, it is `-`.
    explicit PictureFolder(const std::string& file);

    /// The path of a picture; none if there is no such file in there.
    std::optional<std::string> find(const std::string& name) const;

private:
    std::string folder_;  ///< without links; empty: there is none
};

/// Whether a picture is elsewhere than on this machine.
bool is_remote(const std::string& picture);

/// Takes in a place: whether it is new. A row that is no place is said to be none, and comes out as
/// neither; any other trouble ends the run.
std::optional<bool> take_in(Composition& parts, const boost::json::object& input, const Row& row);

/// The same with its picture, which a dry run looks at, too. Without it the place is not taken in.
std::optional<bool> take_in_pictured(Composition& parts, const PictureFolder& folder,
                                     const boost::json::object& input, const Row& row);

}  // namespace asterism::cli::place_files
