// Whole use cases, run by twenty at once on a real database.

#include <atomic>
#include <latch>
#include <map>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "shells/app/app.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/fakes/slug.hpp"
#include "tests/store/databases.hpp"
#include "tests/store/people.hpp"

namespace asterism::store::testing {
namespace {

using tests::slug;

constexpr int crowd = 20;

/// Bytes that never repeat, whoever asks at once.
struct SharedEntropy final : Entropy {
    void fill(std::span<std::byte> out) override {
        auto seed = drawn.fetch_add(1) * 0x9E3779B97F4A7C15U;
        for (auto& byte : out) {
            seed ^= seed >> 29U;
            seed *= 0xBF58476D1CE4E5B9U;
            byte = static_cast<std::byte>(seed >> 56U);
        }
    }

    std::atomic<std::uint64_t> drawn = 1;
};

struct QuickHasher final : accounts::Hasher {
    std::string hash(std::string_view password) const override {
        return "hash of " + std::string(password);
    }

    bool verify(std::string_view hash, std::string_view password) const override {
        return hash == this->hash(password);
    }

    bool outdated(std::string_view) const override { return false; }
};

struct Crowd {
    explicit Crowd(Engine& engine)
        : app(engine, {[] { return noon; }, entropy, prints, hasher, sealer}) {}

    app::Call call() const { return {std::nullopt, caller, policy}; }

    /// What each of them is answered, all beginning at once.
    template <class Work>
    std::map<std::string, int> answers(Work work) {
        std::vector<std::string> heard(crowd);
        std::latch ready{crowd};
        std::vector<std::jthread> threads;
        for (int i = 0; i < crowd; ++i)
            threads.emplace_back([&, i] {
                ready.arrive_and_wait();
                heard[static_cast<std::size_t>(i)] = slug(work(i));
            });
        threads.clear();
        std::map<std::string, int> counts;
        for (const auto& each : heard) ++counts[each];
        return counts;
    }

    SharedEntropy entropy;
    tests::PlainFingerprint prints;
    QuickHasher hasher;
    tests::PlainSealer sealer;
    Caller caller{"192.0.2.1", "Test/1"};
    accounts::Policy policy;
    app::App app;
};

using Counts = std::map<std::string, int>;

Password password(const std::string& text) { return *Password::parse(text); }

}  // namespace

TEST_CASE_TEMPLATE("register_account: of twenty with one name at once, one has it", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    Crowd people(database.engine());
    const auto counts = people.answers([&](int i) {
        accounts::RegisterAccount input;
        input.handle = *Handle::parse("wanted");
        input.email = *Email::parse("person" + std::to_string(i) + "@example.org");
        input.password = password("Galaxy.Curve7");
        return people.app.run_staged<&accounts::register_account, &accounts::vet_registration,
                                     &accounts::hash_registration>(people.call(), input);
    });
    CHECK(counts == Counts{{"ok", 1}, {"handle_taken", crowd - 1}});
}

TEST_CASE_TEMPLATE("reset_password: of twenty uses of one link at once, one counts", Kind,
                   SqliteDatabase, PostgresDatabase) {
    Kind database;
    Crowd people(database.engine());
    const auto vera = added(database.engine(), "vera");
    const std::string token(43, 't');
    database.engine().write([&](app::Unit& unit) {
        unit.tickets().add({{},
                            vera,
                            accounts::Purpose::reset_password,
                            "vera@example.org",
                            noon + std::chrono::hours{1}},
                           people.prints.of(token));
        return true;
    });
    const auto counts = people.answers([&](int i) {
        const accounts::ResetPassword input{
            {}, token, password("Galaxy.Curve" + std::to_string(i)), {}};
        return people.app
            .run_staged<&accounts::reset_password, &accounts::vet_reset, &accounts::hash_reset>(
                people.call(), input);
    });
    CHECK(counts == Counts{{"ok", 1}, {"ticket_void", crowd - 1}});
    database.engine().read([&](app::Unit& unit) {
        CHECK(unit.accounts().password_hash(vera)->starts_with("hash of Galaxy.Curve"));
        CHECK(unit.messages().latest(9).size() == 1);  // its owner is told once
    });
}

}  // namespace asterism::store::testing
