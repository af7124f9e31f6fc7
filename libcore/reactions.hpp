#pragma once

#include "libcore/accounts/own_account.hpp"
#include "libcore/base/events.hpp"
#include "libcore/community/follows.hpp"
#include "libcore/community/picture.hpp"
#include "libcore/community/reports.hpp"
#include "libcore/community/votes.hpp"
#include "libcore/places/detail.hpp"
#include "libcore/places/enrichment.hpp"
#include "libcore/places/feedback.hpp"
#include "libcore/places/photos.hpp"
#include "libcore/places/use_cases.hpp"

namespace asterism {

/// Who reacts to what. This list is the only place that sees both modules: the publisher does not
/// know who listens, and there is no registry.
using AllReactions = Reactions<
    On<accounts::AccountDeleted, &community::forget_picture, &community::forget_follows,
       &community::forget_votes, &community::forget_reports, &places::forget_comments,
       &places::forget_reviews, &places::forget_opinions, &places::forget_photos,
       &places::forget_places, &places::drop_photo_files<accounts::AccountDeleted>,
       &accounts::sweep>,
    On<places::PlaceRemoved, &places::drop_photo_files<places::PlaceRemoved>>,
    On<places::ReviewRemoved, &places::drop_photo_files<places::ReviewRemoved>>,
    On<community::Hidden, &places::count_without>, On<community::Reported, &places::count_report>,
    On<places::PlaceAdded, &places::enrich_added>, On<places::PlaceMoved, &places::enrich_moved>>;

}  // namespace asterism
