#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/base/use_case.hpp"

namespace asterism {

/// What there is on the whole site.
struct SiteStatistics {
    std::int64_t places = 0;
    std::int64_t reviews = 0;
    std::int64_t people = 0;

    static constexpr void fields(auto&& see) {
        see("places", &SiteStatistics::places, "Places that were added.");
        see("reviews", &SiteStatistics::reviews, "Reviews of them.");
        see("people", &SiteStatistics::people,
            "Accounts that are not locked; the site's own apart.");
    }
};

/// A page that a search engine is told of.
struct ListedPage {
    std::string key;  ///< the profile's handle, or the place's number
    Instant changed_at;
};

/// A part of all places: those with so many numbers in a row, from 1 on.
struct ListedPart {
    std::int64_t number = 0;
    Instant changed_at;  ///< the newest of its places
};

/// What the protocol allows for one file.
inline constexpr std::int64_t places_a_part = 50'000;
inline constexpr std::int64_t most_listed_profiles = 1'000;

/// What is known of all modules together.
class SiteIndex : public Stored {
public:
    virtual SiteStatistics count() const = 0;

    // For search engines.

    /// Those who show something of themselves: active, not the site's own, and with a review, a
    /// bio, the staff's mark, a pinned badge, somebody who follows or is followed. Who came last
    /// comes first.
    virtual std::vector<ListedPage> profiles(std::int64_t limit) const = 0;
    /// Which parts of the places there are, by number.
    virtual std::vector<ListedPart> place_parts() const = 0;
    /// The places of a part, by number; never more than places_a_part.
    virtual std::vector<ListedPage> places(std::int64_t part) const = 0;
};

Result<SiteStatistics> site_statistics(const SiteIndex& index, const accounts::NoInput& input);

inline constexpr UseCases site_cases{
    use_case<&site_statistics>("site_statistics",
                               "Tells how many places, reviews and people there are."),
};

}  // namespace asterism
