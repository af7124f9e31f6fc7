#pragma once

#include "libcore/places/photos.hpp"
#include "libcore/places/records.hpp"

namespace asterism::places {

/// A place from a file that has a picture of it, and what the file says of the picture.
struct PicturedPlace {
    ImportPlace import;
    std::string caption;
};

/// import_place with its picture as the place's first photo: both or neither. Not in the catalogue,
/// since what it is given is developed already, by a shell that has the file.
Result<ImportedPlace> import_pictured(Now now, Actor actor, Intake intake, const sky::LightMap& map,
                                      Photos& photos, media::Shelf shelf, const Developed& prints,
                                      const PicturedPlace& input);

}  // namespace asterism::places
