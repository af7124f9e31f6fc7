#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "shells/app/ip_address.hpp"

namespace asterism::http {

/// Who is connected, in all and from each address, so that nobody takes every place there is. From
/// any thread.
class Crowd {
public:
    /// Some addresses, those of proxies, count among all only.
    Crowd(unsigned most, unsigned most_each, std::vector<app::IpRange> exempt)
        : most_(most), most_each_(most_each), exempt_(std::move(exempt)) {}

    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    /// Keeps a place for as long as it lives.
    class Place {
    public:
        Place(Crowd& crowd, std::optional<app::IpAddress> household)
            : crowd_(&crowd), household_(household) {}

        Place(Place&& other) noexcept
            : crowd_(std::exchange(other.crowd_, nullptr)), household_(other.household_) {}

        Place& operator=(Place&&) = delete;

        ~Place() {
            if (crowd_) crowd_->leave(household_);
        }

    private:
        Crowd* crowd_;
        std::optional<app::IpAddress> household_;  ///< none where it is not counted
    };

    /// None where there are too many already.
    std::optional<Place> enter(const app::IpAddress& from);

private:
    void leave(const std::optional<app::IpAddress>& household);

    const unsigned most_;
    const unsigned most_each_;
    const std::vector<app::IpRange> exempt_;
    std::mutex mutex_;
    unsigned all_ = 0;
    std::map<app::IpAddress, unsigned> each_;
};

}  // namespace asterism::http
