#pragma once

#include <string>
#include <vector>

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

private:
    void join(app::App& app, std::size_t number);
    void show_face(app::App& app, std::size_t number);
    void add_place(app::App& app, std::size_t number);
    app::Call call_of(std::size_t person) const;
    const app::World& world_;
    const accounts::Policy& policy_;
    const Plan& plan_;
    Album& album_;
    std::string password_hash_;
    Caller caller_{"", "asterism-demo", SiteId{1}};
    std::vector<Actor> people_;
    std::vector<places::PlaceId> places_;
};

}  // namespace asterism::cli::demo
