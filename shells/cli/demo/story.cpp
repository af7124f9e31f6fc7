#include "shells/cli/demo/story.hpp"

#include <fmt/format.h>

#include "libcore/accounts/administration.hpp"
#include "libcore/accounts/own_account.hpp"
#include "libcore/community/follows.hpp"
#include "libcore/community/use_cases.hpp"
#include "libcore/places/keepsakes.hpp"
#include "libcore/places/use_cases.hpp"
#include "shells/cli/demo/cast.hpp"
#include "shells/cli/demo/done.hpp"
#include "shells/cli/operate.hpp"

namespace asterism::cli::demo {
namespace {

Handle handle_of(const Person& person) { return *Handle::parse(person.handle); }

/// As if a file told of it: nobody asks services that cost money about places that are made up.
Result<places::PlaceView> add_made_up(Now now, Actor actor, places::Places& places,
                                      places::Visits& visits, const sky::LightMap& map,
                                      Events& events, const places::AddPlace& input) {
    Events told;
    auto view = places::add_place(now, actor, places, visits, map, told, input);
    if (view) events.tell(places::PlaceAdded{view->id, actor.account, true});
    return view;
}

}  // namespace

Story::Story(const app::World& world, const accounts::Policy& policy, const Plan& plan,
             Album& album, std::string password_hash)
    : world_(world),
      policy_(policy),
      plan_(plan),
      album_(album),
      password_hash_(std::move(password_hash)),
      people_(plan.people.size()),
      places_(plan.places.size()),
      reviews_(plan.reviews.size()),
      photos_(plan.photos.size()) {}

app::Call Story::call_of(std::size_t person) const { return {people_[person], caller_, policy_}; }

app::App Story::app_at(app::Store& store, Instant at) const {
    auto world = world_;
    world.clock = [at] { return at; };
    return {store, std::move(world)};
}

void Story::act(app::Store& store, const Deed& deed) {
    auto app = app_at(store, deed.at);
    const auto number = deed.number;
    switch (deed.kind) {
        case Kind::join: return join(app, number);
        case Kind::portrait: return show_face(app, number);
        case Kind::place: return add_place(app, number);
        case Kind::visit: {
            const auto& visit = plan_.visits[number];
            done(app.run<&places::mark_visited>(call_of(visit.person),
                                                places::ThatPlace{places_[visit.place]}),
                 "visit a place");
            return;
        }
        case Kind::favourite: {
            const auto& mark = plan_.favourites[number];
            const places::FavouriteChoice choice{places_[mark.place], mark.nickname};
            done(app.run<&places::add_favourite>(call_of(mark.person), choice), "like a place");
            return;
        }
        case Kind::follow: {
            const auto& follow = plan_.follows[number];
            const community::ShowProfile whom{handle_of(plan_.people[follow.followed])};
            done(app.run<&community::follow_account>(call_of(follow.follower), whom), "follow");
            return;
        }
        case Kind::review: return review(app, number);
        case Kind::comment: return comment(app, number);
        case Kind::photo: return add_photo(app, number);
        case Kind::vote: {
            const auto& vote = plan_.votes[number];
            return cast(app, vote.voter, "review", reviews_[vote.review].value, vote.choice);
        }
        case Kind::photo_vote: {
            const auto& vote = plan_.photo_votes[number];
            return cast(app, vote.voter, "photo", photos_[vote.photo].value, community::Choice::up);
        }
    }
}

void Story::join(app::App& app, std::size_t number) {
    const auto& person = plan_.people[number];
    const bool signs_in = number <= keeper;
    accounts::AddAccount input{handle_of(person),
                               *Email::parse(person.handle + "@example.org"),
                               {},
                               number == keeper ? Role::admin : Role::user};
    const accounts::NewPassword password{signs_in ? password_hash_ : std::string()};
    const auto view =
        done(app.run<&accounts::add_account>({cli::keeper(), caller_, policy_}, input, password),
             "join");
    people_[number].account = view.id;
    people_[number].role = view.role;
    if (!person.known) return;
    const accounts::UpdateAccount names{{},
                                        *PersonName::parse(person.known->first_name),
                                        *PersonName::parse(person.known->last_name),
                                        {}};
    done(app.run<&accounts::update_account>(call_of(number), names), "be called something");
    const community::UpdateProfile profile{std::string(person.known->bio),
                                           std::string(person.known->home)};
    done(app.run<&community::update_profile>(call_of(number), profile), "say something of itself");
    if (number < keeper)
        done(app.run<&community::mark_profile>(call_of(keeper),
                                               community::MarkProfile{input.handle, true}),
             "vouch for somebody");
}

void Story::add_place(app::App& app, std::size_t number) {
    const auto& place = plan_.places[number];
    const places::AddPlace input{place.name, place.spot.latitude, place.spot.longitude, place.type,
                                 place.elevation_metres};
    const auto id = done(app.run<&add_made_up>(call_of(place.owner), input), "add a place").id;
    places_[number] = id;
    if (place.description.empty()) return;
    places::DescribePlace described{id, place.description};
    if (place.type == places::Type::observatory || place.type == places::Type::campground)
        described.website = fmt::format("https://places.example.org/{}", number + 1);
    if (place.type == places::Type::campground)
        described.reservation_url = *described.website + "/book";
    done(app.run<&places::describe_place>(call_of(keeper), described), "describe a place");
    done(app.run<&places::mark_place>(call_of(keeper), places::MarkPlace{id, true}),
         "vouch for a place");
}

}  // namespace asterism::cli::demo
