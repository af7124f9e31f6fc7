#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/base/events.hpp"
#include "libcore/community/picture.hpp"
#include "libcore/community/ports.hpp"

namespace asterism::community {

/// Accounts that are locked, and the site's own, have no public profile.
Result<PublicProfile> show_profile(std::optional<Actor> actor, const accounts::Accounts& accounts,
                                   const Profiles& profiles, const ShowProfile& input);
Result<OwnProfile> own_profile(Actor actor, const accounts::Accounts& accounts,
                               const Profiles& profiles, const accounts::NoInput& input);
Result<Presence> who_is_there(std::optional<Actor> actor, const accounts::Accounts& accounts,
                              const Profiles& profiles, const accounts::NoInput& input);
Result<OwnProfile> update_profile(Now now, Actor actor, const accounts::Accounts& accounts,
                                  Profiles& profiles, Events& events, const UpdateProfile& input);
/// The staff's mark, given or taken.
Result<PublicProfile> mark_profile(const accounts::Run& run, Actor actor,
                                   const accounts::Accounts& accounts, Profiles& profiles,
                                   const MarkProfile& input);

inline constexpr UseCases use_cases{
    use_case<&show_profile>("show_profile", "Shows what an account says of itself."),
    use_case<&own_profile>("own_profile", "Shows one's own profile and account."),
    use_case<&who_is_there>("who_is_there",
                            "Tells who is signed in, with the profile, if anybody."),
    use_case<&update_profile>("update_profile", "Changes what one's own profile says."),
    use_case<&set_picture, &admit_picture, &develop_picture>(
        "set_picture", "Gives one's own profile a picture, in place of the one it has."),
    use_case<&remove_picture>("remove_picture", "Takes the picture of one's own profile away."),
    use_case<&mark_profile>("mark_profile", "Gives or takes the staff's mark of a profile."),
};

}  // namespace asterism::community
