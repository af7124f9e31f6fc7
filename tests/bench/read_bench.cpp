// A session-checked read of one indexed row over HTTP (GET /v1/accounts/me), against sqlite3 itself
// with the same two statements behind the same server. Prints processor time a request of both,
// their ratio, and what each layer of ours takes. Needs wrk.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include <boost/json/object.hpp>

#include "shells/app/app.hpp"
#include "shells/app/codec.hpp"
#include "shells/http/gateway.hpp"
#include "shells/http/router.hpp"
#include "shells/outside/digest.hpp"
#include "shells/outside/entropy.hpp"
#include "shells/store/open.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/raw.hpp"
#include "tests/fakes/secrets.hpp"

namespace asterism::bench {
namespace {

using namespace http;

Instant now() {
    return std::chrono::time_point_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now());
}

/// Counts requests as always, and lets them pass.
GatewayOptions hardly_limited() {
    GatewayOptions out;
    out.limits.changed = {{"reads", {1'000'000, std::chrono::seconds{1}}}};
    return out;
}

/// The same statements and the same answer, by hand.
class RawHandler final : public Handler {
public:
    RawHandler(std::string path, const Fingerprint& fingerprint)
        : path_(std::move(path)), fingerprint_(fingerprint) {}

    Lane lane(const Request&) const override { return Lane::work; }

    std::size_t body_limit(const Request&) const override { return 0; }

    void refuse(int status, Response& response) override { response.status = status; }

    void answer(const Request& request, Response& response) override {
        thread_local Raw raw(path_);
        thread_local auto* session = raw.prepare(
            "SELECT s.account_id, s.expires_at, s.last_seen, a.role FROM session s JOIN account a"
            " ON a.id = s.account_id WHERE s.fingerprint = ?");
        thread_local auto* account = raw.prepare(
            "SELECT id, uid, handle, email, role, created_at FROM account WHERE id = ?");
        const auto cookie = request.header("Cookie");
        bind_text(session, 1, fingerprint_.of(cookie.substr(cookie.find('=') + 1)));
        if (sqlite3_step(session) != SQLITE_ROW) std::abort();
        sqlite3_bind_int64(account, 1, sqlite3_column_int64(session, 0));
        sqlite3_reset(session);
        if (sqlite3_step(account) != SQLITE_ROW) std::abort();
        response.body = R"({"uid":")";
        response.body.append(text(account, 1)).append(R"(","handle":")").append(text(account, 2));
        response.body.append(R"(","email":")").append(text(account, 3)).append("\"}");
        response.body.resize(330, ' ');
        sqlite3_reset(account);
    }

private:
    std::string path_;
    const Fingerprint& fingerprint_;
};

/// Processor microseconds of this process for each request that wrk gets answered.
double cpu_per_request(Handler& handler, const std::string& cookie) {
    ServerOptions options;
    options.port = 0;
    Server server(options, handler);
    std::jthread thread([&] { server.run(); });
    const auto wrk = "wrk -t1 -c32 -d3s -H 'Cookie: " + cookie +
                     "' http://127.0.0.1:" + std::to_string(server.port()) + "/v1/accounts/me";
    output_of(wrk);  // warm
    const double before = cpu_seconds();
    const auto said = output_of(wrk);
    const double spent = cpu_seconds() - before;
    server.stop();
    const auto at = said.find(" requests in");
    const auto requests = std::atof(said.substr(said.rfind('\n', at) + 1).c_str());
    if (requests < 1 || said.find("Non-2xx") != said.npos) throw std::runtime_error(said);
    return spent / requests * 1e6;
}

struct Bench {
    Bench() {
        engine->migrate(now());
        engine->write([&](app::Unit& unit) {
            accounts::NewAccount fresh;
            fresh.account = {{},
                             "0f8fad5b-d9cb-469f-a165-70867728950e",
                             "vera@example.org",
                             "vera@example.org",
                             now(),
                             "vera",
                             "Vera",
                             "Rubin",
                             Role::user,
                             true,
                             now(),
                             {}};
            fresh.password_hash = "hash";
            account = unit.accounts().add(fresh).value();
            const accounts::Lifetime life{now() + std::chrono::hours{9}, std::chrono::hours{9}};
            unit.sessions().open(account, SiteId{1}, fingerprint.of(token), life, now(), {});
            return true;
        });
    }

    Folder folder;
    std::string path = folder.file("read.db");
    std::string token = std::string(43, 't');
    std::unique_ptr<store::Engine> engine = store::open_store(path);
    outside::SystemEntropy entropy;
    outside::Sha256Fingerprint fingerprint;
    outside::HmacSigner signer{std::string(32, 'k')};
    tests::ReversingHasher hasher;
    tests::PlainSealer sealer;
    app::App app{*engine, {&now, entropy, fingerprint, hasher, sealer}};
    Gateway gateway{app, signer, fingerprint, hardly_limited()};
    AccountId account;
};

void layers(Bench& bench, double whole) {
    constexpr int count = 20'000;
    const Caller caller{"127.0.0.1", {}};
    const accounts::Policy policy;
    const app::Call call{Actor{bench.account}, caller, policy, true};
    Request request;
    request.target = "/v1/accounts/me";
    const auto cookie = "sessionid=" + bench.token;
    request.headers = {{"Host", "127.0.0.1"}, {"Cookie", cookie}};
    request.peer = "127.0.0.1";
    Response response;
    const std::vector<Mount> mounts{{&native(), policy}};
    const Router router(mounts);
    Target target;
    Match match;
    const double route = cpu_microseconds(count, [&] {
        read_target(request.target, target);
        router.find(request.verb, target, match);
    });
    const double session = cpu_microseconds(count, [&] {
        (void)bench.app.run<&accounts::resume_session>(call, accounts::Token{bench.token});
    });
    const double decode =
        cpu_microseconds(count, [&] { (void)app::decode<accounts::NoInput>(app::json::object{}); });
    const double sql = cpu_microseconds(
        count, [&] { (void)bench.app.run<&accounts::who_am_i>(call, accounts::NoInput{}); });
    const auto view = bench.app.run<&accounts::who_am_i>(call, accounts::NoInput{});
    const double encode = cpu_microseconds(count, [&] {
        response.body.clear();
        app::encode(response.body, *view);
    });
    const double all = cpu_microseconds(count, [&] {
        response.clear();
        bench.gateway.answer(request, response);
    });
    std::printf(
        "of ours, microseconds: route %.1f, session and its SQL %.1f, decode %.1f, use case"
        " and its SQL %.1f, encode %.1f, rest of the gate %.1f, parse, threads and write %.1f\n",
        route, session, decode, sql, encode, all - route - session - decode - sql - encode,
        whole - all);
}

int compare() {
    Bench bench;
    RawHandler raw(bench.path, bench.fingerprint);
    const auto cookie = "sessionid=" + bench.token;
    std::array<double, 3> ratios{};
    double ours = 0;
    for (int round = 1; double& ratio : ratios) {
        const double yardstick = cpu_per_request(raw, cookie);
        ours = cpu_per_request(bench.gateway, cookie);
        std::printf("round %d: raw %.1f us, ours %.1f us of processor a request: %.2f times\n",
                    round++, yardstick, ours, ours / yardstick);
        ratio = ours / yardstick;
    }
    layers(bench, ours);
    const double median = median_of(ratios);
    std::printf("median: %.2f times (wanted: at most 1.5)\n", median);
    return median <= 1.5 ? 0 : 1;
}

}  // namespace
}  // namespace asterism::bench

int main() { return asterism::bench::compare(); }
