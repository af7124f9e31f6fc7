#include <chrono>
#include <string>
#include <thread>

#include <doctest/doctest.h>

#include "tests/http/running.hpp"
#include "tests/http/tls_client.hpp"

using namespace asterism::http;
using namespace asterism::http::testing;

namespace {

const auto now = std::chrono::steady_clock::now();

/// A server that speaks TLS.
struct Sealed {
    explicit Sealed(ServerOptions options = {}, Identity::Kind kind = Identity::Kind::p256)
        : identity("stars.example", kind), running(options, &context) {}

    std::uint16_t port() const { return running.server.port(); }

    /// How a request ends that is made this way: "refused", or the version and the cipher.
    std::string ask(const Willing& willing) {
        TlsClient client(port(), willing);
        if (!client.greet()) return "refused";
        client.send(get("/", "Connection: close\r\n"));
        const auto answer = client.read_all();
        return has(answer, "200 OK") ? client.version() + " " + client.cipher() : "refused";
    }

    Identity identity;
    TlsContext context{identity.files(), now};
    Running running;
};

}  // namespace

TEST_CASE("tls: versions 1.3 and 1.2 are spoken, and the handler is told") {
    Sealed site;
    for (const int version : {TLS1_3_VERSION, TLS1_2_VERSION}) {
        TlsClient client(site.port(), {.least = version, .most = version});
        REQUIRE(client.greet());
        CHECK(client.server() == "stars.example");
        for (const auto& asked : {get("/first"), post("/second", "with a body")}) {
            client.send(asked);
            CHECK(has(client.read_one(), "X-Secure: yes\r\n"));
        }
        client.send(get("/last", "Connection: close\r\n"));
        CHECK(only_status(client.read_all()) == 200);  // and the server said that it was the last
    }
    Running bare;
    CHECK(has(bare.talk(get("/", "Connection: close\r\n")), "X-Secure: no\r\n"));
}

TEST_CASE("tls: old versions are refused") {
    Sealed site;
    for (const int version : {TLS1_VERSION, TLS1_1_VERSION})
        CHECK(site.ask({.least = version, .most = version}) == "refused");
    CHECK(site.ask({.least = TLS1_VERSION}) != "refused");
}

TEST_CASE("tls: version 1.2 is spoken with forward secrecy and authenticated ciphers alone") {
    for (const auto& [kind, name] : {std::pair{Identity::Kind::p256, std::string("ECDSA")},
                                     {Identity::Kind::rsa_2048, std::string("RSA")}}) {
        Sealed site({}, kind);
        const auto ask = [&](const std::string& cipher) {
            return site.ask({.most = TLS1_2_VERSION, .ciphers = cipher});
        };
        for (const std::string cipher :
             {"AES128-GCM-SHA256", "AES256-GCM-SHA384", "CHACHA20-POLY1305"})
            CHECK(ask("ECDHE-" + name + "-" + cipher) == "TLSv1.2 ECDHE-" + name + "-" + cipher);
        for (const std::string cipher : {"AES128-SHA256", "AES128-SHA", "AES256-SHA384"})
            CHECK(ask("ECDHE-" + name + "-" + cipher) == "refused");
        for (const std::string cipher :
             {"AES128-GCM-SHA256", "AES256-SHA", "DHE-RSA-AES256-GCM-SHA384", "aNULL", "eNULL"})
            CHECK(ask(cipher) == "refused");
    }
}

TEST_CASE("tls: keys are agreed on with X25519, P-256 or P-384") {
    Sealed site;
    for (const int version : {TLS1_3_VERSION, TLS1_2_VERSION}) {
        const auto ask = [&](const std::string& groups) {
            return site.ask({.least = version, .most = version, .groups = groups});
        };
        // A client of 1.2 has to name the certificate's curve as well.
        for (const std::string groups : {"X25519:P-256", "P-256", "P-384:P-256"})
            CHECK(ask(groups) != "refused");
        for (const std::string groups : {"X448", "P-521", "P-224"}) CHECK(ask(groups) == "refused");
    }
}

TEST_CASE("tls: a client that asks for protocols must ask for ours") {
    Sealed site;
    TlsClient both(site.port(), {.protocols = "\x02h2\x08http/1.1"});
    REQUIRE(both.greet());
    const unsigned char* chosen = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(both.ssl(), &chosen, &size);
    CHECK(std::string(reinterpret_cast<const char*>(chosen), size) == "http/1.1");
    CHECK(site.ask({.protocols = "\x02h2"}) == "refused");
    CHECK(site.ask({.protocols = "\x03"
                                 "ftp"}) == "refused");
}

TEST_CASE("tls: nothing is compressed, and nobody negotiates twice") {
    Sealed site;
    TlsClient client(site.port(), {.most = TLS1_2_VERSION});
    REQUIRE(client.greet());
    CHECK(SSL_get_current_compression(client.ssl()) == nullptr);
    SSL_renegotiate(client.ssl());
    CHECK(SSL_do_handshake(client.ssl()) != 1);
    CHECK(site.ask({}) != "refused");
}

TEST_CASE("tls: who speaks HTTP without it is left, and nothing else happens") {
    Sealed site;
    for (const auto& words :
         {get("/"), std::string("\x16\x03\x01\xff\xff", 5), std::string(70'000, 'x')}) {
        Client bare = site.running.client();
        bare.send(words);
        CHECK_FALSE(has(bare.read_all(), "HTTP"));
    }
    CHECK(site.running.echo.answered == 0);
    CHECK(site.ask({}) != "refused");
}

TEST_CASE("tls: large answers come whole to clients that take little at a time") {
    Sealed site;
    TlsClient client(site.port(), {.room = 16'384});
    REQUIRE(client.greet());
    client.send(get("/huge") + get("/", "Connection: close\r\n"));
    const auto first = client.read_one();
    CHECK(first.size() > 8'000'000);
    CHECK(first.ends_with("hhhhh"));
    CHECK(only_status(client.read_all()) == 200);
}

TEST_CASE("tls: jobs and requests sent at once are answered in order") {
    Sealed site;
    TlsClient client(site.port());
    REQUIRE(client.greet());
    client.send(get("/1") + get("/job/2") + get("/slow/3") + post("/4", "x") +
                get("/5", "Connection: close\r\n"));
    std::string order;
    for (int i = 0; i < 4; ++i) order += client.read_one().back();
    CHECK(order == "|||x");
    CHECK(client.read_all().ends_with("/5|"));
}

TEST_CASE("tls: a client's goodbye ends the connection") {
    Sealed site;
    TlsClient client(site.port());
    REQUIRE(client.greet());
    client.send(get("/"));
    CHECK(client.read_one().ends_with("/|"));
    client.end();
    CHECK(client.read_all().empty());
}
