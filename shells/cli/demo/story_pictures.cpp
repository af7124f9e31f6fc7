#include "libcore/community/picture.hpp"
#include "libcore/places/photos.hpp"
#include "shells/cli/demo/done.hpp"
#include "shells/cli/demo/story.hpp"

namespace asterism::cli::demo {

// The stage between, which works on a picture, is the album's.

void Story::show_face(app::App& app, std::size_t number) {
    const auto shot = album_.portrait_of(number);
    const community::SetPicture input{shot.arrival->name()};
    done(app.run<&community::admit_picture>(call_of(number), input), "send a picture");
    done(app.run<&community::set_picture>(call_of(number), input, shot.prints), "have a picture");
}

void Story::add_photo(app::App& app, std::size_t number) {
    const auto& photo = plan_.photos[number];
    auto shot = album_.photo(number);
    const std::vector files{shot.arrival->name()};
    places::Developed prints;
    prints.push_back(std::move(shot.prints));
    const auto call = call_of(photo.author);
    const auto add = [&] {
        if (photo.review) {
            const places::AddReviewPhotos input{reviews_[*photo.review], files};
            done(app.run<&places::admit_review_photos>(call, input), "send a photo");
            return done(app.run<&places::add_review_photos>(call, input, prints), "add a photo");
        }
        const places::AddPlacePhotos input{places_[photo.place], files};
        done(app.run<&places::admit_place_photos>(call, input), "send a photo");
        return done(app.run<&places::add_place_photos>(call, input, prints), "add a photo");
    };
    photos_[number] = add().photos.at(0).id;
    const places::ChangePhoto caption{photos_[number], photo.caption};
    done(app.run<&places::change_photo>(call, caption), "caption a photo");
}

}  // namespace asterism::cli::demo
