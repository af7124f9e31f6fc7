#include "libcore/places/pictured.hpp"

#include "libcore/places/photo_faults.hpp"
#include "libcore/places/rules.hpp"

namespace asterism::places {

Result<ImportedPlace> import_pictured(Now now, Actor actor, Intake intake, const sky::LightMap& map,
                                      Photos& photos, media::Shelf shelf, const Developed& prints,
                                      const PicturedPlace& input) {
    const auto caption = plain(input.caption);
    if (!fits(caption, longest_caption)) return field_error(bad_caption, "caption");
    auto imported = import_place(now, actor, intake, map, input.import);
    if (!imported || !imported->added || !imported->place) return imported;
    const auto added = add_place_photos(now, {input.import.owner}, photos, shelf, intake.events,
                                        prints, {*imported->place, {}});
    if (!added) return added.error();
    for (const auto& photo : added->photos) photos.rename(photo.id, caption);
    return imported;
}

}  // namespace asterism::places
