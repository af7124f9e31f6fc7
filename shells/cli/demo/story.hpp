#pragma once

#include <string>
#include <vector>

#include "libcore/places/photo_types.hpp"
#include "libcore/places/review_types.hpp"
#include "shells/app/app.hpp"
#include "shells/cli/demo/album.hpp"

namespace asterism::cli::demo {

/// A plan while it becomes true: what its entries are called in the store, and by which use cases
/// they get there.
class Story {
public:
    Story(const app::World& world, const accounts::Policy& policy, const Plan& plan, Album& album,
          std::string password_hash);

    /// Does it, at its time, within the transaction that `store` is.
    void act(app::Store& store, const Deed& deed);
    /// Looks who has earned a badge by then.
    void award(app::Store& store, Instant at);
    /// The last touch: people show what they are proud of, the staff says what reviews come to.
    void conclude(app::Store& store);

private:
    app::App app_at(app::Store& store, Instant at) const;
    void join(app::App& app, std::size_t number);
    void show_face(app::App& app, std::size_t number);
    void add_place(app::App& app, std::size_t number);
    void review(app::App& app, std::size_t number);
    void comment(app::App& app, std::size_t number);
    void add_photo(app::App& app, std::size_t number);
    void cast(app::App& app, std::size_t voter, std::string_view kind, std::int64_t subject,
              community::Choice choice);
    app::Call call_of(std::size_t person) const;
    const app::World& world_;
    const accounts::Policy& policy_;
    const Plan& plan_;
    Album& album_;
    std::string password_hash_;
    Caller caller_{"", "asterism-demo", SiteId{1}};
    std::vector<Actor> people_;
    std::vector<places::PlaceId> places_;
    std::vector<places::ReviewId> reviews_;
    std::vector<places::PhotoId> photos_;
};

}  // namespace asterism::cli::demo
