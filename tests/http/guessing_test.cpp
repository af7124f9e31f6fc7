// Many who guess at the same time, against a whole site on each of the databases.

#include <atomic>
#include <latch>
#include <mutex>
#include <thread>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <doctest/doctest.h>

#include "shells/http/gateway.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/store/databases.hpp"

namespace asterism::http {
namespace {

using store::testing::noon;
using tests::ReversingHasher;

constexpr int crowd_size = 100;

/// The bytes of all threads come from one place.
struct SharedEntropy final : tests::CountingEntropy {
    void fill(std::span<std::byte> out) override {
        const std::lock_guard lock(mutex);
        CountingEntropy::fill(out);
    }

    std::mutex mutex;
};

struct CountingHasher final : accounts::Hasher {
    std::string hash(std::string_view password) const override {
        ++evaluated;
        return ReversingHasher{}.hash(password);
    }

    bool verify(std::string_view hash, std::string_view password) const override {
        ++evaluated;
        return ReversingHasher{}.verify(hash, password);
    }

    bool outdated(std::string_view) const override { return false; }

    mutable std::atomic<int> evaluated = 0;
};

struct PlainSigner final : app::Signer {
    std::string sign(std::string_view text) const override {
        return tests::PlainFingerprint{}.of(text).substr(0, 32);
    }
};

template <class Database>
struct Guessed {
    Guessed() {
        database.engine().write([&](app::Unit& unit) {
            accounts::Account account;
            account.uid = "0f8fad5b-d9cb-469f-a165-70867728950e";
            account.handle = "alice";
            account.email = account.email_as_given = "alice@example.org";
            account.email_verified_at = noon;
            account.created_at = noon;
            unit.accounts().add({account, ReversingHasher{}.hash("Correct.Horse7")});
            return true;
        });
    }

    int log_in(std::string_view body) {
        Request request{Verb::post, "/v1/sessions"};
        request.headers = {{"Host", "127.0.0.1"}, {"Content-Type", "application/json"}};
        request.body = body;
        request.peer = "192.0.2.1";
        Response response;
        gateway.answer(request, response);
        return response.status;
    }

    /// How often each of the two answers was given to a crowd of wrong guesses.
    std::pair<int, int> rush(std::string_view name) {
        const auto body =
            R"({"identifier":")" + std::string(name) + R"(","password":"Wrong.Horse7"})";
        std::latch ready{crowd_size};
        std::atomic<int> wrong = 0;
        std::atomic<int> locked = 0;
        std::vector<std::jthread> crowd;
        for (int i = 0; i < crowd_size; ++i)
            crowd.emplace_back([&] {
                ready.arrive_and_wait();
                const int status = log_in(body);
                wrong += status == 401;
                locked += status == 403;
            });
        crowd.clear();
        return {wrong, locked};
    }

    static GatewayOptions unlimited() {
        GatewayOptions out;
        out.limits.enabled = false;
        return out;
    }

    Database database;
    SharedEntropy entropy;
    tests::PlainFingerprint fingerprint;
    CountingHasher hasher;
    PlainSigner signer;
    tests::PlainSealer sealer;
    app::App app{database.engine(), {[] { return noon; }, entropy, fingerprint, hasher, sealer}};
    Gateway gateway{app, signer, fingerprint, unlimited()};
};

TEST_CASE_TEMPLATE("guessing: of a hundred at the same time five are looked at", Database,
                   store::testing::SqliteDatabase, store::testing::PostgresDatabase) {
    Guessed<Database> site;
    for (const auto* name : {"alice", "nobody"}) {
        site.hasher.evaluated = 0;
        const auto [wrong, locked] = site.rush(name);
        CHECK(wrong == 4);  // the fifth locks, and says so
        CHECK(locked == crowd_size - 4);
        CHECK(site.hasher.evaluated == 5);
    }
    site.hasher.evaluated = 0;
    CHECK(site.log_in(R"({"identifier":"alice","password":"Correct.Horse7"})") == 403);
    CHECK(site.hasher.evaluated == 0);
}

}  // namespace
}  // namespace asterism::http
