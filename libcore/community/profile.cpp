#include <algorithm>

#include "libcore/accounts/policy.hpp"
#include "libcore/community/faults.hpp"
#include "libcore/community/rules.hpp"
#include "libcore/community/use_cases.hpp"

namespace asterism::community {
namespace {

constexpr std::size_t longest_bio = 500;
constexpr std::size_t longest_location = 100;

bool one_line(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

const Fault* refusal(const UpdateProfile& input, std::string_view& field) {
    field = "bio";
    if (input.bio && !fits(trimmed(*input.bio), longest_bio)) return &bio_too_long;
    field = "location";
    if (!input.location) return nullptr;
    const auto location = trimmed(*input.location);
    return fits(location, longest_location) && one_line(location) ? nullptr : &bad_location;
}

std::optional<std::string> picture_of(const Profile& profile) {
    if (profile.picture.empty()) return std::nullopt;
    return profile.picture;
}

OwnProfile own(const accounts::Accounts& accounts, const accounts::Account& account,
               const Profiles& profiles, const Profile& profile) {
    return {accounts::view_of(account),
            profile.bio,
            profile.location,
            profile.units,
            picture_of(profile),
            profile.verified,
            accounts.password_hash(account.id).has_value(),
            profiles.pinned_badges(account.id)};
}

}  // namespace

Result<PublicProfile> show_profile(std::optional<Actor> actor, const accounts::Accounts& accounts,
                                   const Profiles& profiles, const ShowProfile& input) {
    const auto account = accounts.find_by_handle(input.handle.view());
    if (!account || !is_public(*account)) return unknown_profile;
    auto shown = profiles.shown(account->id, actor ? actor->account : AccountId{});
    if (!shown) return unknown_profile;
    return *std::move(shown);
}

Result<OwnProfile> own_profile(Actor actor, const accounts::Accounts& accounts,
                               const Profiles& profiles, const accounts::NoInput&) {
    const auto account = accounts.find(actor.account);
    if (!account) return unknown_profile;
    return own(accounts, *account, profiles, profiles.of(account->id));
}

Result<Presence> who_is_there(std::optional<Actor> actor, const accounts::Accounts& accounts,
                              const Profiles& profiles, const accounts::NoInput&) {
    const auto account = actor ? accounts.find(actor->account) : std::nullopt;
    if (!account) return Presence{};
    return Presence{own(accounts, *account, profiles, profiles.of(account->id))};
}

Result<OwnProfile> update_profile(Now now, Actor actor, const accounts::Accounts& accounts,
                                  Profiles& profiles, Events& events, const UpdateProfile& input) {
    std::string_view field;
    if (const Fault* fault = refusal(input, field)) return field_error(*fault, field);
    const auto account = accounts.find(actor.account);
    if (!account) return unknown_profile;
    auto profile = profiles.hold(account->id);
    if (input.bio) profile.bio = trimmed(*input.bio);
    if (input.location) profile.location = trimmed(*input.location);
    if (input.units) profile.units = *input.units;
    profiles.save(profile, now.at);
    events.tell(ProfileChanged{account->id});
    return own(accounts, *account, profiles, profile);
}

Result<PublicProfile> mark_profile(const accounts::Run& run, Actor actor,
                                   const accounts::Accounts& accounts, Profiles& profiles,
                                   const MarkProfile& input) {
    if (actor.role < Role::staff) return staff_only;
    const auto account = accounts.find_by_handle(input.handle.view());
    if (!account) return unknown_profile;
    auto profile = profiles.hold(account->id);
    if (profile.verified != input.verified) {
        profile.verified = input.verified;
        profiles.save(profile, run.now.at);
        run.trail.note({input.verified ? "profile_verified" : "profile_unverified", true,
                        account->id, account->handle, "by=" + std::to_string(actor.account.value)});
    }
    auto shown = profiles.shown(account->id, actor.account);
    if (!shown) return unknown_profile;
    return *std::move(shown);
}

}  // namespace asterism::community
