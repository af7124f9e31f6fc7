#pragma once

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "libcore/badges/upkeep.hpp"
#include "libcore/community/follows.hpp"
#include "libcore/community/picture.hpp"
#include "libcore/places/comments.hpp"
#include "libcore/places/photos.hpp"
#include "libcore/places/reviews.hpp"
#include "libcore/places/use_cases.hpp"
#include "shells/app/app.hpp"
#include "shells/store/tasks.hpp"
#include "shells/worker/badge_handler.hpp"
#include "shells/worker/worker.hpp"
#include "tests/fakes/memory_media.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/media/samples.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {

/// The same bytes in every run, and never the same secret twice.
struct Dice final : Entropy {
    void fill(std::span<std::byte> out) override {
        for (auto& byte : out) byte = static_cast<std::byte>(engine());
    }

    std::mt19937 engine{20260301};
};

/// A site whose people do what they like, always the same for one seed: everything through use
/// cases, with the worker at their heels.
class History {
public:
    explicit History(Engine& engine) : engine_(engine), queue_(engine) {
        for (int i = 0; i < 24; ++i) join();
    }

    /// One thing that happens, taken or refused.
    void step();
    /// Until the worker finds nothing more to do.
    void rest();
    badges::AwardDifferences recompute(bool dry_run);
    std::int64_t awards();

    bool works = true;                 ///< whether the worker is there at all
    int taken = 0;                     ///< things that happened
    int refused = 0;                   ///< things that were not allowed
    std::map<std::string, int> kinds;  ///< of what happened, how often

private:
    /// Does it as this account, or as the machine's keeper, and counts it; none: it was refused.
    template <auto Case, class Input, class... Prepared>
    std::optional<typename Signature<decltype(Case)>::Output> run(std::string_view kind,
                                                                  AccountId who, const Input& input,
                                                                  const Prepared&... prepared) {
        now_ += std::chrono::seconds{die(90)};
        Actor actor{who};
        if (!who) actor.role = Role::admin;
        auto out = app_.run<Case>({actor, caller_, policy_}, input, prepared...);
        ++(out ? taken : refused);
        if (!out) return std::nullopt;
        ++kinds[std::string(kind)];
        return *std::move(out);
    }

    void join();
    void leave();
    void add_place();
    void remove_place();
    void visit();
    void follow();
    void review();
    void take_review_back();
    void comment();
    void vote();
    void photograph();
    void take_photo_down();
    void say();
    void show();

    /// 0 to `sides` - 1.
    std::int64_t die(std::int64_t sides) {
        return static_cast<std::int64_t>(dice_() % static_cast<std::uint64_t>(sides));
    }

    template <class T>
    T one_of(const std::vector<T>& list) {
        return list[static_cast<std::size_t>(die(std::ssize(list)))];
    }

    AccountId somebody() { return one_of(people_); }

    Handle name_of(AccountId account) { return *Handle::parse(names_.at(account)); }

    Engine& engine_;
    SqlTaskQueue queue_;
    std::mt19937_64 dice_{20260301};
    Instant now_ = noon;
    std::vector<AccountId> people_;
    std::map<AccountId, std::string> names_;
    std::vector<std::pair<places::PlaceId, AccountId>> places_;
    std::vector<places::ReviewId> reviews_;  ///< which may have gone
    std::vector<places::CommentId> comments_;
    std::vector<places::PhotoId> photos_;
    int named_ = 0;
    Dice entropy_;
    tests::PlainFingerprint prints_;
    tests::ReversingHasher hasher_;
    tests::PlainSealer sealer_;
    const std::string picture_ = tests::sample("wide.jpg");
    tests::MemoryFiles files_;
    tests::PlainDarkroom darkroom_{files_};
    const Caller caller_{"192.0.2.1", "Test/1"};
    accounts::Policy policy_;
    app::App app_{engine_,
                  {[this] { return now_; }, entropy_, prints_, hasher_, sealer_, nullptr, &files_,
                   &darkroom_}};
    worker::Worker worker_{
        queue_, {worker::badge_handler(policy_)}, {.clock = [this] { return now_; }}};
};

}  // namespace asterism::store::testing
