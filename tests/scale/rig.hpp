#pragma once

#include <string>

#include "shells/store/unit.hpp"
#include "tests/http/site.hpp"
#include "tests/store/place_rows.hpp"

namespace asterism::scale {

/// A database that counts what it is asked.
class CountingStore final : public app::Store {
public:
    explicit CountingStore(store::Engine& engine) : engine_(engine) {}

    void read(app::FunctionRef<void(app::Unit&)> work) override {
        engine_.read_db([&](store::Db& db) {
            const auto before = db.runs();
            store::SqlUnit unit(db);
            work(unit);
            statements += db.runs() - before;
        });
    }

    void write(app::Work work) override { engine_.write(work); }

    void ping() override { engine_.ping(); }

    std::int64_t statements = 0;

private:
    store::Engine& engine_;
};

/// A site over a database of one kind, and Ada, who is signed in where she says so.
template <class Kind>
struct Rig {
    Rig() {
        const accounts::Lifetime life{now + std::chrono::hours{9}, std::chrono::hours{9}};
        engine.write([&](app::Unit& unit) {
            unit.sessions().open(ada, SiteId{1}, fingerprint.of(token), life, now, {});
            return true;
        });
    }

    http::Response ask(std::string_view target, bool signed_in = false,
                       std::vector<http::Header> fields = {}) {
        http::Request request;
        request.target = target;
        request.peer = "127.0.0.1";
        request.headers = std::move(fields);
        request.headers.push_back({"Host", "127.0.0.1"});
        if (signed_in) request.headers.push_back({"Cookie", cookie});
        http::Response response;
        const auto before = store.statements;
        gateway.answer(request, response);
        statements = store.statements - before;
        return response;
    }

    boost::json::value see(std::string_view target, bool signed_in = false) {
        return boost::json::parse(ask(target, signed_in).content());
    }

    http::GatewayOptions options() {
        http::GatewayOptions out;
        out.limits = {.enabled = false};
        return out;
    }

    Instant now = store::testing::noon;
    Kind database;
    store::Engine& engine = database.engine();
    CountingStore store{engine};
    AccountId ada = store::testing::added(engine, "ada");
    std::string token = std::string(43, 't');
    std::string cookie = "sessionid=" + token;
    std::int64_t statements = 0;  ///< of the last request
    http::testing::SeededEntropy entropy;
    tests::PlainFingerprint fingerprint;
    tests::ReversingHasher hasher;
    tests::PlainSealer sealer;
    http::testing::FakeSigner signer;
    app::App app{store, {[this] { return now; }, entropy, fingerprint, hasher, sealer}};
    http::Gateway gateway{app, signer, fingerprint, options()};
};

}  // namespace asterism::scale
