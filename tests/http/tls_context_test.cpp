#include <fcntl.h>
#include <string>
#include <thread>

#include <doctest/doctest.h>

#include "tests/http/running.hpp"
#include "tests/http/tls_client.hpp"

using namespace asterism::http;
using namespace asterism::http::testing;

namespace {

const auto now = std::chrono::steady_clock::now();

/// Serves one client over a pair of sockets, at any time there is.
struct Pair {
    Pair(TlsContext& context, TlsContext::Time when, SSL_SESSION* resumes, int version)
        : client(make(sockets), {.least = version, .most = version, .resumes = resumes}),
          thread([this, session = context.open(sockets[1], when)] {
              while (session->greet() != TlsNeed::nothing) std::this_thread::yield();
              while (session->send("hello", {}).bytes == 0) std::this_thread::yield();
              session->end();
          }) {
        REQUIRE(client.greet());
        CHECK(client.read_all() == "hello");
    }

    ~Pair() {
        thread.join();
        close(sockets[1]);
    }

    static int make(int (&sockets)[2]) {
        REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, sockets) == 0);
        fcntl(sockets[1], F_SETFL, O_NONBLOCK);
        return sockets[0];
    }

    bool resumed() { return SSL_session_reused(client.ssl()) == 1; }

    int sockets[2] = {-1, -1};
    TlsClient client;
    std::jthread thread;
};

std::string complaint_about(const TlsFiles& files) {
    try {
        const TlsContext context(files, now);
    } catch (const TlsTrouble& trouble) {
        return trouble.what();
    }
    return "none";
}

std::string serving(std::uint16_t port) {
    TlsClient client(port);
    return client.greet() ? client.server() : "nobody";
}

}  // namespace

TEST_CASE("tls: sessions are resumed until the keys for it are a day old") {
    const Identity identity("stars.example");
    for (const int version : {TLS1_3_VERSION, TLS1_2_VERSION}) {
        TlsContext context(identity.files(), now);
        Pair first(context, now, nullptr, version);
        CHECK_FALSE(first.resumed());
        const auto ticket = first.client.session();
        CHECK(Pair(context, now + 23h, ticket.get(), version).resumed());
        CHECK_FALSE(Pair(context, now + 24h, ticket.get(), version).resumed());
        Pair later(context, now + 25h, nullptr, version);
        CHECK(later.client.server() == "stars.example");
        CHECK(Pair(context, now + 26h, later.client.session().get(), version).resumed());
    }
}

TEST_CASE("tls: after a reload new connections get the new certificate, old ones go on") {
    const Identity identity("old.example");
    const Identity renewed("new.example");
    TlsContext context(identity.files(), now);
    Running running({}, &context);
    TlsClient before(running.server.port());
    REQUIRE(before.greet());
    identity.become(renewed);
    CHECK(serving(running.server.port()) == "old.example");
    context.reload();
    CHECK(serving(running.server.port()) == "new.example");
    before.send(get("/still-here"));
    CHECK(before.read_one().ends_with("/still-here|"));
    CHECK(before.server() == "old.example");
}

TEST_CASE("tls: a reload that fails leaves things as they were") {
    const Identity identity("old.example");
    TlsContext context(identity.files(), now);
    Running running({}, &context);
    identity.spoil("chain.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    CHECK_THROWS_AS(context.reload(), TlsTrouble);
    CHECK(serving(running.server.port()) == "old.example");
}

TEST_CASE("tls: files that cannot be served are named") {
    const Identity one("one.example");
    const Identity other("other.example");
    const Identity rsa("rsa.example", Identity::Kind::rsa_2048);
    const auto [certificate, key] = one.files();
    CHECK(complaint_about(one.files()) == "none");
    CHECK(complaint_about(rsa.files()) == "none");
    for (const auto& wrong : {other.files().key, rsa.files().key}) {
        const auto text = complaint_about({certificate, wrong});
        CHECK(
            has(text, "the key in " + wrong + " is not that of the certificate in " + certificate));
    }
    CHECK(has(complaint_about({"/nowhere/chain.pem", key}), "/nowhere/chain.pem: "));
    CHECK(has(complaint_about({certificate, "/nowhere/key.pem"}), "/nowhere/key.pem: "));
    CHECK(has(complaint_about({key, key}), key + ": "));
    other.spoil("key.pem", "");
    CHECK(has(complaint_about({certificate, other.files().key}), other.files().key + ": "));
}

TEST_CASE("tls: keys that are too short are refused, and those with a passphrase, without asking") {
    const Identity weak("weak.example", Identity::Kind::rsa_1024);
    CHECK(has(complaint_about(weak.files()), weak.files().certificate + ": "));
    const Identity locked("locked.example");
    locked.lock("secret");
    CHECK(has(complaint_about(locked.files()), locked.files().key + ": "));
}
