#include <algorithm>

#include "libcore/accounts/policy.hpp"
#include "libcore/community/faults.hpp"
#include "libcore/community/use_cases.hpp"

namespace asterism::community {
namespace {

constexpr std::size_t longest_bio = 500;
constexpr std::size_t longest_location = 100;

bool one_line(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

bool fits(std::string_view text, std::size_t most) {
    return text.size() <= 4 * most && is_plain_utf8(text) && code_points(text) <= most;
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
               const Profile& profile) {
    return {accounts::view_of(account),
            profile.bio,
            profile.location,
            profile.units,
            picture_of(profile),
            profile.verified,
            accounts.password_hash(account.id).has_value(),
            {}};
}

PublicProfile shown(const accounts::Account& account, const Profile& profile) {
    PublicProfile out;
    out.id = account.id;
    out.handle = account.handle;
    out.first_name = account.first_name;
    out.last_name = account.last_name;
    out.joined_at = account.created_at;
    out.bio = profile.bio;
    out.location = profile.location;
    out.picture = picture_of(profile);
    out.verified = profile.verified;
    return out;
}

}  // namespace

Result<PublicProfile> show_profile(const accounts::Accounts& accounts, const Profiles& profiles,
                                   const ShowProfile& input) {
    const auto account = accounts.find_by_handle(input.handle.view());
    if (!account || !account->active || account->system) return unknown_profile;
    return shown(*account, profiles.of(account->id));
}

Result<OwnProfile> own_profile(Actor actor, const accounts::Accounts& accounts,
                               const Profiles& profiles, const accounts::NoInput&) {
    const auto account = accounts.find(actor.account);
    if (!account) return unknown_profile;
    return own(accounts, *account, profiles.of(account->id));
}

Result<Presence> who_is_there(std::optional<Actor> actor, const accounts::Accounts& accounts,
                              const Profiles& profiles, const accounts::NoInput&) {
    const auto account = actor ? accounts.find(actor->account) : std::nullopt;
    if (!account) return Presence{};
    return Presence{own(accounts, *account, profiles.of(account->id))};
}

Result<OwnProfile> update_profile(Now now, Actor actor, const accounts::Accounts& accounts,
                                  Profiles& profiles, const UpdateProfile& input) {
    std::string_view field;
    if (const Fault* fault = refusal(input, field)) return field_error(*fault, field);
    const auto account = accounts.find(actor.account);
    if (!account) return unknown_profile;
    auto profile = profiles.hold(account->id);
    if (input.bio) profile.bio = trimmed(*input.bio);
    if (input.location) profile.location = trimmed(*input.location);
    if (input.units) profile.units = *input.units;
    profiles.save(profile, now.at);
    return own(accounts, *account, profile);
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
    return shown(*account, profile);
}

}  // namespace asterism::community
