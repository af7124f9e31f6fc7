#pragma once

#include "libcore/community/moderation.hpp"
#include "libcore/places/detail.hpp"
#include "libcore/places/feedback.hpp"
#include "libcore/reactions.hpp"
#include "tests/fakes/memory_reports.hpp"
#include "tests/fakes/memory_reviews.hpp"
#include "tests/fakes/memory_votes.hpp"
#include "tests/places/stage.hpp"

namespace asterism::places {

/// A hill of Ada's, and people who have been there.
struct Reviewing : Stage {
    AccountId person(const std::string& handle, Role role = Role::user) {
        return settle({.handle = handle, .email = handle + "@example.org", .role = role});
    }

    ReviewDesk desk() { return {places, visits, reviews, events, photos}; }

    Urn urn() { return {subjects, votes, events}; }

    community::Bench bench() { return {subjects, reports, events}; }

    Result<ReviewView> write(AccountId who, int stars, std::optional<std::string> text = {}) {
        return write_review(now, {who}, desk(), {hill, stars, std::move(text)});
    }

    Result<CommentView> say(AccountId who, ReviewId on, std::string text) {
        return write_comment(now, {who}, reviews, comments, events, {on, std::move(text)});
    }

    /// By a moderator; the figures follow, as the shell would see to.
    void hide(std::string_view kind, std::int64_t id, bool hidden = true) {
        const SubjectRef ref{*SubjectKind::parse(kind), SubjectId{id}};
        subjects.set_hidden(ref, hidden);
        count_without(reviews, events, {ref, hidden});
    }

    /// How many events of one kind have been told.
    template <class Event>
    int told() const {
        int out = 0;
        for (std::size_t i = 0; i < events.count(); ++i)
            if (events.at<Event>(i)) ++out;
        return out;
    }

    template <class Event>
    const Event& last() const {
        const Event* out = nullptr;
        for (std::size_t i = 0; i < events.count(); ++i)
            if (const auto* event = events.at<Event>(i)) out = event;
        return *out;
    }

    tests::MemoryReviews reviews{tables, calls};
    tests::MemoryComments comments{tables, calls};
    tests::MemorySummaries summaries{tables, calls};
    Reading from{places, reviews, summaries, photos};
    tests::MemorySubjects subjects{tables, calls};
    tests::MemoryVotes votes{tables, calls};
    tests::MemoryReports reports{tables, calls};
    AccountId ada = person("ada");
    AccountId bob = person("bob");
    AccountId eve = person("eve");
    PlaceId hill = put(ada, "Hill");
};

}  // namespace asterism::places
