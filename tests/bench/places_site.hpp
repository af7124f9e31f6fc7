#pragma once

#include <cstdio>
#include <fstream>
#include <sched.h>
#include <string>
#include <vector>

#include "shells/app/app.hpp"
#include "shells/http/gateway.hpp"
#include "shells/outside/compressor.hpp"
#include "shells/outside/digest.hpp"
#include "shells/outside/entropy.hpp"
#include "tests/bench/measure.hpp"
#include "tests/fakes/secrets.hpp"
#include "tests/scale/many_places.hpp"

namespace asterism::bench {

using namespace http;

inline Instant now() {
    return std::chrono::time_point_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now());
}

/// This thread and those who work for it take turns on one core while this is there, as far as that
/// is allowed: to wake another one costs more than most questions, and is the machine's cost.
class OneCore {
public:
    explicit OneCore(const std::vector<std::int64_t>& others) : others_(others) {
        sched_getaffinity(0, sizeof before_, &before_);
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(static_cast<unsigned>(sched_getcpu()), &one);
        keep_to(one);
    }

    ~OneCore() { keep_to(before_); }

    OneCore(const OneCore&) = delete;
    OneCore& operator=(const OneCore&) = delete;

private:
    void keep_to(const cpu_set_t& cores) const {
        sched_setaffinity(0, sizeof cores, &cores);
        for (const auto pid : others_)
            sched_setaffinity(static_cast<pid_t>(pid), sizeof cores, &cores);
    }

    const std::vector<std::int64_t>& others_;
    cpu_set_t before_{};
};

/// Starview's answers from so many places in a database of one kind.
struct Site {
    Site(std::unique_ptr<store::testing::Database> where, std::int64_t places)
        : database(std::move(where)) {
        engine.write_db([](store::Db& db) {
            // That all are one person's is nothing to plan by.
            if (db.engine() == "postgresql")
                db.script("ALTER TABLE place ALTER COLUMN added_by SET STATISTICS 0");
            return true;
        });
        std::printf("%lld places written in %.1f s\n", static_cast<long long>(places),
                    wall_seconds([&] {
                        scale::fill(engine, store::testing::added(engine, "ada"), places);
                    }));
    }

    std::string_view ask(const std::string& target, std::string_view accepts = {}) {
        Request request;
        request.target = target;
        request.headers = {{"Host", "127.0.0.1"}, {"Accept-Encoding", accepts}, {"Cookie", cookie}};
        request.peer = "127.0.0.1";
        response.clear();
        gateway.answer(request, response);
        if (response.status != 200) throw std::runtime_error(target + ": " + response.body);
        return response.content();
    }

    /// Signs somebody in who has been about for a while, for all questions from here on.
    void sign_in_a_regular() {
        constexpr store::Literal been{
            "INSERT INTO visit (account_id, place_id, visited_at) SELECT :who, id, created_at FROM"
            " place WHERE id <= 300"};
        constexpr store::Literal judged{
            "INSERT INTO review (place_id, account_id, stars, text, created_at, updated_at) SELECT"
            " id, :who, 4, 'Dark and quiet.', created_at, created_at FROM place WHERE id <= 150"};
        const auto who = store::testing::added(engine, "bea");
        engine.write_db([&](store::Db& db) {
            db.run(store::sql<been>, who);
            db.run(store::sql<judged>, who);
            return true;
        });
        const std::string token(43, 't');
        engine.write([&](app::Unit& unit) {
            const std::chrono::hours long_enough{9};
            unit.sessions().open(who, SiteId{1}, fingerprint.of(token),
                                 {now() + long_enough, long_enough}, now(), {});
            return true;
        });
        cookie = "sessionid=" + token;
    }

    GatewayOptions options() {
        GatewayOptions out;
        out.limits.enabled = false;
        out.compressor = &compressor;
        return out;
    }

    /// Processor microseconds of one call of `work`, the database's share included.
    double cost(int count, auto work) {
        for (int i = 0; i < count / 10; ++i) work();  // so that all are there who take part
        const auto others = helpers();
        const OneCore together(others);
        return cpu_microseconds(count, work, [&others] {
            double out = cpu_seconds();
            for (const auto pid : others) {
                std::int64_t nanoseconds = 0;
                std::ifstream("/proc/" + std::to_string(pid) + "/schedstat") >> nanoseconds;
                out += static_cast<double>(nanoseconds) / 1e9;
            }
            return out;
        });
    }

    /// The processes that work for this one.
    std::vector<std::int64_t> helpers() const {
        std::vector<std::int64_t> out;
        if (const auto* own = dynamic_cast<store::testing::PostgresDatabase*>(database.get()))
            for (const auto& [pid] :
                 store::open_postgres(store::testing::cluster())
                     ->all<std::int64_t>(
                         "SELECT pid FROM pg_stat_activity WHERE application_name = :name",
                         own->schema()))
                out.push_back(pid);
        return out;
    }

    std::unique_ptr<store::testing::Database> database;
    store::Engine& engine = database->engine();
    outside::SystemEntropy entropy;
    outside::Sha256Fingerprint fingerprint;
    outside::HmacSigner signer{std::string(32, 'k')};
    outside::SystemCompressor compressor;
    tests::ReversingHasher hasher;
    tests::PlainSealer sealer;
    app::App app{engine, {&now, entropy, fingerprint, hasher, sealer}};
    Gateway gateway{app, signer, fingerprint, options()};
    std::string cookie;
    Response response;
};

}  // namespace asterism::bench
