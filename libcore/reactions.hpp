#pragma once

#include "libcore/accounts/own_account.hpp"
#include "libcore/badges/listening.hpp"
#include "libcore/base/events.hpp"
#include "libcore/community/follows.hpp"
#include "libcore/community/picture.hpp"
#include "libcore/community/reports.hpp"
#include "libcore/community/votes.hpp"
#include "libcore/crm/contacts.hpp"
#include "libcore/places/detail.hpp"
#include "libcore/places/enrichment.hpp"
#include "libcore/places/feedback.hpp"
#include "libcore/places/photos.hpp"
#include "libcore/places/use_cases.hpp"
#include "libcore/shop/aftercare.hpp"
#include "libcore/telemetry/use_cases.hpp"

namespace asterism {

/// Who reacts to what. This list is the only place that sees both modules: the publisher does not
/// know who listens, and there is no registry.
using AllReactions =
    Reactions<On<accounts::AddressVerified, &badges::greet_verified, &crm::know_again,
                 &shop::join_orders<accounts::AddressVerified>>,
              On<accounts::IdentityConnected, &badges::greet_connected,
                 &shop::join_orders<accounts::IdentityConnected>>,
              On<accounts::AccountDeleted, &badges::forget_awards, &community::forget_picture,
                 &community::forget_follows, &community::forget_votes, &community::forget_reports,
                 &places::forget_comments, &places::forget_reviews, &places::forget_opinions,
                 &places::forget_photos, &places::forget_places,
                 &places::drop_photo_files<accounts::AccountDeleted>, &shop::forget_shopping,
                 &telemetry::forget_events<accounts::AccountDeleted>, &accounts::sweep>,
              On<community::Hidden, &places::count_without>,
              On<community::Reported, &places::count_report>,
              On<community::ProfileChanged, &badges::heed<community::ProfileChanged>>,
              On<community::Followed, &badges::heed<community::Followed>>,
              On<community::Unfollowed, &badges::heed<community::Unfollowed>>,
              On<community::Voted, &badges::heed<community::Voted>>,
              On<places::PlaceAdded, &places::enrich_added, &badges::heed<places::PlaceAdded>>,
              On<places::PlaceMoved, &places::enrich_moved>,
              On<places::PlaceRemoved, &places::drop_photo_files<places::PlaceRemoved>,
                 &badges::heed_place_removed>,
              On<places::PlaceRated, &badges::heed<places::PlaceRated>>,
              On<places::PlaceVisited, &badges::heed<places::PlaceVisited>, &badges::watch_visits>,
              On<places::PlaceUnvisited, &badges::heed<places::PlaceUnvisited>>,
              On<places::ReviewWritten, &badges::heed<places::ReviewWritten>>,
              On<places::ReviewRemoved, &places::drop_photo_files<places::ReviewRemoved>,
                 &badges::heed_review_removed>,
              On<places::CommentWritten, &badges::heed<places::CommentWritten>>,
              On<places::CommentRemoved, &badges::heed<places::CommentRemoved>>,
              On<places::PhotoAdded, &badges::heed<places::PhotoAdded>>,
              On<places::PhotoRemoved, &badges::heed<places::PhotoRemoved>>>;

}  // namespace asterism
