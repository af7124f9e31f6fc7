#pragma once

#include <array>
#include <span>
#include <string_view>

#include "libcore/accounts/cleanup.hpp"
#include "libcore/accounts/identity_cases.hpp"
#include "libcore/accounts/keys.hpp"
#include "libcore/accounts/terms.hpp"
#include "libcore/accounts/use_cases.hpp"
#include "libcore/audit/use_cases.hpp"
#include "libcore/badges/upkeep.hpp"
#include "libcore/badges/use_cases.hpp"
#include "libcore/base/use_case.hpp"
#include "libcore/community/follows.hpp"
#include "libcore/community/moderation.hpp"
#include "libcore/community/use_cases.hpp"
#include "libcore/community/votes.hpp"
#include "libcore/crm/inquiries.hpp"
#include "libcore/crm/joining.hpp"
#include "libcore/crm/preferences.hpp"
#include "libcore/mail/use_cases.hpp"
#include "libcore/outside_cases.hpp"
#include "libcore/own_data.hpp"
#include "libcore/places/carousel.hpp"
#include "libcore/places/detail.hpp"
#include "libcore/places/feedback.hpp"
#include "libcore/places/gallery.hpp"
#include "libcore/places/keepsakes.hpp"
#include "libcore/places/upkeep.hpp"
#include "libcore/places/use_cases.hpp"
#include "libcore/shop/aftercare.hpp"
#include "libcore/shop/at_the_till.hpp"
#include "libcore/shop/browsing.hpp"
#include "libcore/shop/cart_cases.hpp"
#include "libcore/shop/cart_upkeep.hpp"
#include "libcore/shop/check_out.hpp"
#include "libcore/shop/desk_cases.hpp"
#include "libcore/shop/merchandise.hpp"
#include "libcore/shop/offers.hpp"
#include "libcore/shop/order_cases.hpp"
#include "libcore/shop/settling.hpp"
#include "libcore/site.hpp"
#include "libcore/sky/light_cases.hpp"
#include "libcore/sky/night_cases.hpp"
#include "libcore/sky/use_cases.hpp"
#include "libcore/storefront.hpp"
#include "libcore/telemetry/use_cases.hpp"

namespace asterism {

/// Every use case of the library, module by module. The shells are read off this list.
inline constexpr std::array<std::span<const Entry>, 49> catalogue{
    accounts::use_cases.entries,
    accounts::self_cases.entries,
    accounts::administration_cases.entries,
    accounts::oversight_cases.entries,
    accounts::identity_cases.entries,
    accounts::key_cases.entries,
    accounts::cleanup_cases.entries,
    accounts::terms_cases.entries,
    audit::use_cases.entries,
    community::use_cases.entries,
    community::follow_cases.entries,
    community::vote_cases.entries,
    community::report_cases.entries,
    community::moderation_cases.entries,
    places::use_cases.entries,
    places::keepsake_cases.entries,
    places::review_cases.entries,
    places::comment_cases.entries,
    places::feedback_cases.entries,
    places::detail_cases.entries,
    places::upkeep_cases.entries,
    places::photo_cases.entries,
    places::gallery_cases.entries,
    places::carousel_cases.entries,
    badges::use_cases.entries,
    badges::upkeep_cases.entries,
    shop::browsing_cases.entries,
    shop::cart_cases.entries,
    shop::cart_upkeep_cases.entries,
    shop::merchandise_cases.entries,
    shop::offer_cases.entries,
    shop::check_out_cases.entries,
    shop::settling_cases.entries,
    shop::order_cases.entries,
    shop::aftercare_cases.entries,
    shop::desk_cases.entries,
    shop::till_cases.entries,
    own_data_cases.entries,
    site_cases.entries,
    mail::use_cases.entries,
    sky::use_cases.entries,
    sky::night_cases.entries,
    sky::light_cases.entries,
    outside_cases.entries,
    crm::joining_cases.entries,
    crm::preference_cases.entries,
    crm::inquiry_cases.entries,
    telemetry::use_cases.entries,
    storefront_cases.entries,
};

/// For proofreading tables at compile time: a name that is not in the catalogue does not compile.
constexpr const Entry& use_case_named(std::string_view name) {
    for (const auto module : catalogue)
        for (const Entry& entry : module)
            if (entry.name == name) return entry;
    throw "no such use case";
}

}  // namespace asterism
