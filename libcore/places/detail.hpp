#pragma once

#include "libcore/base/events.hpp"
#include "libcore/places/inputs.hpp"
#include "libcore/places/reviews.hpp"
#include "libcore/sky/skyglow_ports.hpp"

namespace asterism::places {

// A place with all that is said of it.

/// What that is read from.
struct Reading {
    using Reads = void;
    const Places& places;
    const Reviews& reviews;
    const Summaries& summaries;
    const Photos& photos;
};

struct PlaceDetail {
    PlaceView place;
    std::vector<ReviewView> reviews;
    std::optional<std::string> summary;
    std::optional<bool> summary_helped;

    static constexpr void fields(auto&& see) {
        see("place", &PlaceDetail::place, "The place.");
        see("reviews", &PlaceDetail::reviews, "All of its reviews, newest first.");
        see("summary", &PlaceDetail::summary,
            "What they come to in a few sentences; null below three of them, or until it is "
            "written.");
        see("summary_helped", &PlaceDetail::summary_helped,
            "Whether that helped who asks; null until he says so.");
    }
};

struct JudgeSummary {
    PlaceId place;
    bool helped;

    static constexpr void fields(auto&& see) {
        see("place", &JudgeSummary::place, "The place's number.");
        see("helped", &JudgeSummary::helped, "Whether its summary helped.");
    }
};

struct WriteSummary {
    PlaceId place;
    std::string text;

    static constexpr void fields(auto&& see) {
        see("place", &WriteSummary::place, "The place's number.");
        see("text", &WriteSummary::text, "Up to 2,000 characters; empty takes it away.");
    }
};

struct SummaryView {
    std::optional<std::string> text;
    bool stale;
    std::optional<Instant> written_at;
    std::optional<bool> helped;

    static constexpr void fields(auto&& see) {
        see("text", &SummaryView::text, "The summary, whoever is shown it; null: none.");
        see("stale", &SummaryView::stale,
            "Reviews have changed since, or readers ask for another.");
        see("written_at", &SummaryView::written_at, "When it was written.");
        see("helped", &SummaryView::helped, "Whether it helped who asks, or null.");
    }
};

/// What is said of each of these places, in their order; without the places themselves.
struct Said {
    std::vector<ReviewView> reviews = {};
    std::optional<std::string> summary = {};
    std::optional<bool> summary_helped = {};
};

std::vector<Said> said_of(std::span<const PlaceId> places, const Reading& from, AccountId viewer);

Result<PlaceDetail> show_place_detail(std::optional<Actor> actor, Reading from,
                                      const ThisPlace& input);
/// As change_place; the answer is all there is to show.
Result<PlaceDetail> revise_place(Now now, Actor actor, Places& places, Reading from,
                                 const sky::LightMap& map, Events& events,
                                 const ChangePlace& input);
/// If most readers find it useless it is marked stale, once in seven days.
Result<SummaryView> judge_summary(Now now, Actor actor, Summaries& summaries,
                                  const JudgeSummary& input);
/// The staff writes it, or who fills the house from outside.
Result<SummaryView> write_summary(Now now, Actor actor, Summaries& summaries,
                                  const WriteSummary& input);

/// What somebody thought of summaries goes with him.
void forget_opinions(Summaries& summaries, const accounts::AccountDeleted& event);

/// Whether readers deserve another one.
bool is_doubted(const Summary& summary, const Opinions& opinions, Instant now);

inline constexpr UseCases detail_cases{
    use_case<&show_place_detail>("show_place_detail",
                                 "Shows a place with its reviews and what they come to."),
    use_case<&revise_place>("revise_place",
                            "Changes a place that one added, and shows it with its reviews."),
    use_case<&judge_summary>("judge_summary", "Says whether a place's summary helped."),
    use_case<&write_summary>("write_summary", "Writes what a place's reviews come to."),
};

}  // namespace asterism::places
