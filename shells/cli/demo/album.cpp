#include "shells/cli/demo/album.hpp"

#include <exception>
#include <stdexcept>

#include "shells/cli/compose/pictures.hpp"
#include "shells/cli/demo/night_sky.hpp"
#include "shells/cli/demo/portrait.hpp"

namespace asterism::cli::demo {
namespace {

constexpr int workers = 2;  // as many as the darkroom has
constexpr int portrait_side = 400;

}  // namespace

Album::Album(const app::World& world, const Plan& plan, const std::vector<Deed>& deeds)
    : world_(world), plan_(plan), portraits_(plan.people.size()), photos_(plan.photos.size()) {
    for (const Deed& deed : deeds)
        if (deed.kind == Kind::portrait || deed.kind == Kind::photo) wanted_.push_back(deed);
    for (int i = 0; i < workers; ++i)
        workers_.push_back(std::async(std::launch::async, [this] { work(); }));
}

Album::~Album() { next_ = wanted_.size(); }  // those at work end with their picture

void Album::work() {
    for (std::size_t i = next_++; i < wanted_.size(); i = next_++) {
        const Deed& deed = wanted_[i];
        auto& promise =
            deed.kind == Kind::portrait ? portraits_[deed.number] : photos_[deed.number];
        try {
            promise.set_value(develop(deed));
        } catch (...) {
            promise.set_exception(std::current_exception());
        }
    }
}

Shot Album::develop(const Deed& deed) {
    const bool is_portrait = deed.kind == Kind::portrait;
    const auto picture = [&] {
        if (is_portrait)
            return draw_portrait(plan_.people[deed.number].known->portrait, portrait_side,
                                 deed.number + 1);
        const auto& photo = plan_.photos[deed.number];
        return draw_night(photo.width, photo.height, photo.seed);
    }();
    Shot out{take_in(*world_.files, picture), nullptr};
    auto prints = media::develop(world_, out.arrival->name(),
                                 is_portrait ? media::picture_plan : media::photo_plan);
    if (!prints) throw std::runtime_error(std::string(prints.error().fault->text));
    out.prints = std::move(*prints);
    return out;
}

}  // namespace asterism::cli::demo
