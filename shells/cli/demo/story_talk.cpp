#include "libcore/community/votes.hpp"
#include "libcore/places/comments.hpp"
#include "libcore/places/reviews.hpp"
#include "shells/cli/demo/done.hpp"
#include "shells/cli/demo/story.hpp"

namespace asterism::cli::demo {

void Story::review(app::App& app, std::size_t number) {
    const auto& [place, author, stars, text, at] = plan_.reviews[number];
    const places::WriteReview input{places_[place], stars, text};
    reviews_[number] =
        done(app.run<&places::write_review>(call_of(author), input), "review a place").id;
}

void Story::comment(app::App& app, std::size_t number) {
    const auto& [review, author, text, at] = plan_.comments[number];
    const places::WriteComment input{reviews_[review], text};
    done(app.run<&places::write_comment>(call_of(author), input), "comment on a review");
}

void Story::cast(app::App& app, std::size_t voter, std::string_view kind, std::int64_t subject,
                 community::Choice choice) {
    const community::CastVote input{*SubjectKind::parse(kind), SubjectId{subject}, choice};
    done(app.run<&community::cast_vote>(call_of(voter), input), "vote");
}

}  // namespace asterism::cli::demo
