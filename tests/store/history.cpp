#include "tests/store/history.hpp"

namespace asterism::store::testing {

void History::step() {
    struct Chance {
        int weight;
        void (History::*happens)();
    };

    static constexpr Chance chances[]{{4, &History::leave},        {5, &History::join},
                                      {60, &History::add_place},   {25, &History::remove_place},
                                      {400, &History::visit},      {400, &History::follow},
                                      {60, &History::say},         {30, &History::show},
                                      {250, &History::review},     {60, &History::take_review_back},
                                      {250, &History::comment},    {400, &History::vote},
                                      {150, &History::photograph}, {80, &History::take_photo_down}};
    std::int64_t all = 0;
    for (const auto& each : chances) all += each.weight;
    auto drawn = die(all);
    for (const auto& [weight, happens] : chances) {
        if (drawn < weight) {
            (this->*happens)();
            break;
        }
        drawn -= weight;
    }
    if (works && die(20) == 0) worker_.run_due(now_);
}

void History::rest() {
    while (worker_.run_due(now_) > 0) {
    }
}

badges::AwardDifferences History::recompute(bool dry_run) {
    Actor admin;
    admin.role = Role::admin;
    badges::AwardDifferences all;
    for (std::optional<AccountId> after;;) {
        const badges::RecomputeBadges input{{}, dry_run, after};
        const auto some = app_.run<&badges::recompute_badges>({admin, caller_, policy_}, input);
        all.accounts += some->accounts;
        std::ranges::copy(some->differences, std::back_inserter(all.differences));
        after = some->next;
        if (!after) return all;
    }
}

std::int64_t History::awards() {
    std::int64_t count = 0;
    engine_.read([&](app::Unit& unit) {
        for (const auto account : people_) count += std::ssize(unit.awards().of(account));
    });
    return count;
}

void History::join() {
    const auto name = "person" + std::to_string(++named_);
    const accounts::AddAccount input{*Handle::parse(name),
                                     *Email::parse(name + "@example.org"),
                                     *Password::parse("Correct.Horse7"),
                                     {}};
    const auto made =
        run<&accounts::add_account>("join", {}, input, accounts::NewPassword{"new:x"});
    people_.push_back(made->id);
    names_[made->id] = name;
}

void History::leave() {
    if (people_.size() < 20) return;
    const auto who = somebody();
    run<&accounts::remove_account>("leave", {}, accounts::ShowAccount{name_of(who)});
    std::erase(people_, who);
    std::erase_if(places_, [&](const auto& each) { return each.second == who; });
}

void History::add_place() {
    if (places_.size() > 120) return;
    const auto who = somebody();
    const auto made = run<&places::add_place>(
        "add place", who,
        places::AddPlace{"Hill " + std::to_string(die(1'000)), static_cast<double>(die(160)) - 80,
                         static_cast<double>(die(360)) - 180});
    places_.emplace_back(made->id, who);
}

void History::remove_place() {
    if (places_.empty()) return;
    const auto [place, owner] = one_of(places_);
    const auto who = die(5) == 0 ? somebody() : owner;
    if (run<&places::remove_place>("remove place", who, places::ThisPlace{place}))
        std::erase(places_, std::pair(place, owner));
}

void History::visit() {
    if (places_.empty()) return;
    const places::ThatPlace input{one_of(places_).first};
    const auto who = somebody();
    switch (die(3)) {
        case 0: run<&badges::mark_visited>("mark", who, input); break;
        case 1: run<&badges::toggle_visited>("toggle", who, input); break;
        default: run<&places::unmark_visited>("unmark", who, input);
    }
}

void History::follow() {
    const community::ShowProfile input{name_of(somebody())};
    if (die(2) == 0)
        run<&community::follow_account>("follow", somebody(), input);
    else
        run<&community::unfollow_account>("unfollow", somebody(), input);
}

void History::review() {
    if (places_.empty()) return;
    const auto stars = static_cast<int>(die(3)) + 3;
    if (!reviews_.empty() && die(3) == 0) {
        run<&places::change_review>("change review", somebody(),
                                    places::ChangeReview{one_of(reviews_), {}, stars, {}});
        return;
    }
    const auto made = run<&places::write_review>(
        "review", somebody(), places::WriteReview{one_of(places_).first, stars, "Dark."});
    if (made) reviews_.push_back(made->id);
}

void History::take_review_back() {
    if (reviews_.empty()) return;
    const auto review = one_of(reviews_);
    const auto who = die(2) == 0 ? AccountId{} : somebody();
    if (run<&places::remove_review>("remove review", who, places::ThisReview{review, {}}))
        std::erase(reviews_, review);
}

void History::comment() {
    if (reviews_.empty()) return;
    if (!comments_.empty() && die(3) == 0) {
        const auto comment = one_of(comments_);
        const auto who = die(2) == 0 ? AccountId{} : somebody();
        if (run<&places::remove_comment>("remove comment", who,
                                         places::ThisComment{comment, {}, {}}))
            std::erase(comments_, comment);
        return;
    }
    const auto made = run<&places::write_comment>(
        "comment", somebody(), places::WriteComment{one_of(reviews_), "Indeed.", {}});
    if (made) comments_.push_back(made->id);
}

/// Two of three for it; the same again takes it back, the other one turns it.
void History::vote() {
    if (reviews_.empty()) return;
    const auto choice = die(3) == 0 ? community::Choice::down : community::Choice::up;
    run<&community::cast_vote>(
        "vote", somebody(),
        community::CastVote{*SubjectKind::parse("review"), {one_of(reviews_).value}, choice});
}

void History::photograph() {
    if (places_.empty()) return;
    std::vector<std::unique_ptr<media::Arrival>> arrivals;
    std::vector<media::Upload> uploads;
    for (auto left = die(5); left >= 0; --left) {
        arrivals.push_back(files_.begin(media::Format::jpeg));
        arrivals.back()->append(picture_);
        uploads.push_back(arrivals.back()->name());
    }
    const places::AddPlacePhotos input{one_of(places_).first, uploads};
    const auto prints = places::develop_place_photos(darkroom_, Done{}, input);
    if (!prints) return;
    const auto made = run<&places::add_place_photos>("photograph", somebody(), input, *prints);
    if (!made) return;
    for (const auto& each : made->photos) photos_.push_back(each.id);
}

void History::take_photo_down() {
    if (photos_.empty()) return;
    const auto photo = one_of(photos_);
    const auto who = die(2) == 0 ? AccountId{} : somebody();
    if (run<&places::remove_photo>("take photo down", who, places::ThisPhoto{photo}))
        std::erase(photos_, photo);
}

void History::say() {
    community::UpdateProfile input;
    if (die(3) > 0) input.bio = die(2) == 0 ? "" : "Counts stars.";
    if (die(3) == 0) input.location = die(2) == 0 ? "" : "Tucson";
    run<&community::update_profile>("say", somebody(), input);
}

void History::show() {
    if (die(2) == 0) {
        run<&community::remove_picture>("hide", somebody(), accounts::NoInput{});
        return;
    }
    const auto arrival = files_.begin(media::Format::jpeg);
    arrival->append("jpeg");
    const community::SetPicture input{arrival->name()};
    const auto prints = community::develop_picture(darkroom_, Done{}, input);
    if (prints) run<&community::set_picture>("show", somebody(), input, *prints);
}

}  // namespace asterism::store::testing
