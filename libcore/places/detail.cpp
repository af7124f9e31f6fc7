#include "libcore/places/detail.hpp"

#include <algorithm>

#include "libcore/base/text.hpp"
#include "libcore/places/faults.hpp"
#include "libcore/places/rules.hpp"
#include "libcore/places/use_cases.hpp"

namespace asterism::places {
namespace {

constexpr std::int64_t least_reviews = 3;
constexpr std::size_t longest_summary = 2'000;
constexpr std::int64_t least_opinions = 5;
constexpr std::int64_t bad_percent = 70;
constexpr std::chrono::days between_doubts{7};

bool is_shown(const Summary& summary, const std::vector<ReviewView>& reviews) {
    return std::ssize(reviews) >= least_reviews && !summary.text.empty();
}

SummaryView view_of(Summary&& summary, std::optional<bool> helped) {
    SummaryView out{{}, summary.stale, summary.written_at, helped};
    if (!summary.text.empty()) out.text = std::move(summary.text);
    return out;
}

}  // namespace

std::vector<Said> said_of(std::span<const PlaceId> places, const Reading& from, AccountId viewer) {
    std::vector<Said> out(places.size());
    const auto at = [&](PlaceId place) -> Said& {
        return out[static_cast<std::size_t>(std::ranges::find(places, place) - places.begin())];
    };
    std::vector<ReviewView> all;
    for (auto& each : from.reviews.of_places(places, viewer))
        all.push_back(view_of(std::move(each)));
    hang_photos(all, from.photos, viewer);
    for (auto& each : all) at(each.place).reviews.push_back(std::move(each));
    for (auto& [place, summary] : from.summaries.of_places(places, viewer)) {
        auto& said = at(place);
        said.summary_helped = summary.helped;
        if (is_shown(summary, said.reviews)) said.summary = std::move(summary.text);
    }
    return out;
}

bool is_doubted(const Summary& summary, const Opinions& opinions, Instant now) {
    return opinions.all >= least_opinions && opinions.bad * 100 >= opinions.all * bad_percent &&
           (!summary.doubted_at || now - *summary.doubted_at > between_doubts);
}

Result<PlaceDetail> show_place_detail(std::optional<Actor> actor, Reading from,
                                      const ThisPlace& input) {
    const auto viewer = actor ? actor->account : AccountId{};
    auto found = from.places.find(input.place, viewer);
    if (!found) return unknown_place;
    auto said = std::move(said_of({&input.place, 1}, from, viewer).front());
    return PlaceDetail{view_of(*std::move(found)), std::move(said.reviews), std::move(said.summary),
                       said.summary_helped};
}

Result<PlaceDetail> revise_place(Now now, Actor actor, Places& places, Reading from,
                                 const sky::LightMap& map, Events& events,
                                 const ChangePlace& input) {
    const auto changed = change_place(now, actor, places, map, events, input);
    if (!changed) return changed.error();
    return show_place_detail(actor, from, {input.place});
}

Result<SummaryView> judge_summary(Now now, Actor actor, Summaries& summaries,
                                  const JudgeSummary& input) {
    auto summary = summaries.hold(input.place);
    if (!summary) return unknown_place;
    const auto opinions = summaries.judge(actor.account, input.place, input.helped, now.at);
    if (!input.helped && is_doubted(*summary, opinions, now.at)) {
        summary->doubted_at = now.at;
        summary->stale = true;
        summary->written_at.reset();
        summaries.save(input.place, *summary);
    }
    return view_of(*std::move(summary), input.helped);
}

Result<SummaryView> write_summary(Now now, Actor actor, Summaries& summaries,
                                  const WriteSummary& input) {
    if (actor.role < Role::staff) return not_your_place;
    if (input.text.size() > 4 * longest_summary) return field_error(bad_summary, "text");
    auto text = plain(input.text);
    if (!fits(text, longest_summary, true)) return field_error(bad_summary, "text");
    auto summary = summaries.hold(input.place);
    if (!summary) return unknown_place;
    summary->stale = text.empty();
    summary->written_at = text.empty() ? std::nullopt : std::optional(now.at);
    summary->text = std::move(text);
    summaries.save(input.place, *summary);
    return view_of(*std::move(summary), {});
}

void forget_opinions(Summaries& summaries, const accounts::AccountDeleted& event) {
    summaries.forget(event.account);
}

}  // namespace asterism::places
