#pragma once

#include <atomic>
#include <future>
#include <memory>
#include <vector>

#include "shells/app/app.hpp"
#include "shells/cli/demo/chronicle.hpp"

namespace asterism::cli::demo {

/// A picture that was sent in and worked on, and is nobody's yet.
struct Shot {
    std::unique_ptr<media::Arrival> arrival;
    std::unique_ptr<media::Prints> prints;
};

/// Draws and develops the pictures of a plan beside what else is done, in the order of time.
class Album {
public:
    Album(const app::World& world, const Plan& plan, const std::vector<Deed>& deeds);
    ~Album();
    Album(const Album&) = delete;
    Album& operator=(const Album&) = delete;

    /// Waits until it is there; once each.
    Shot portrait_of(std::size_t person) { return portraits_[person].get_future().get(); }

    Shot photo(std::size_t number) { return photos_[number].get_future().get(); }

private:
    void work();
    Shot develop(const Deed& deed);

    const app::World& world_;
    const Plan& plan_;
    std::vector<Deed> wanted_;
    std::vector<std::promise<Shot>> portraits_;  ///< by person
    std::vector<std::promise<Shot>> photos_;
    std::atomic<std::size_t> next_ = 0;
    std::vector<std::future<void>> workers_;
};

}  // namespace asterism::cli::demo
