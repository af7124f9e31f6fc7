#include <string>
#include <thread>

#include <doctest/doctest.h>

#include "tests/http/running.hpp"
#include "tests/http/tls_client.hpp"

using namespace asterism::http;
using namespace asterism::http::testing;

namespace {

struct Sealed {
    explicit Sealed(ServerOptions options) : running(options, &context) {}

    std::uint16_t port() const { return running.server.port(); }

    Identity identity{"stars.example"};
    TlsContext context{identity.files(), std::chrono::steady_clock::now()};
    Running running;
};

void drip(Client& client, std::string_view bytes) {
    for (const char c : bytes) {
        if (!client.send({&c, 1})) return;
        std::this_thread::sleep_for(5ms);  // slowness is what is sent here
    }
}

}  // namespace

TEST_CASE("tls: a handshake gets no more than its time, even if it never quite stops") {
    Sealed site({.tls_time = 100ms});
    Client silent = site.running.client();
    CHECK(silent.read_all().empty());
    Client slow = site.running.client();
    // The beginning of a record that says it has a thousand bytes.
    drip(slow, std::string("\x16\x03\x01\x03\xe8\x01\x00\x03\xe4", 9) + std::string(300, 'x'));
    CHECK_FALSE(has(slow.read_all(), "timed out"));
}

TEST_CASE("tls: slow heads and bodies are cut off") {
    Sealed site({.head_time = 100ms, .body_grace = 100ms});
    for (const auto& asked : {get("/", "X-Long: " + std::string(800, 'x') + "\r\n"),
                              post("/", std::string(900, 'x'))}) {
        TlsClient client(site.port());
        REQUIRE(client.greet());
        for (const char c : asked) {
            if (!client.send({&c, 1})) break;
            std::this_thread::sleep_for(5ms);  // slowness is what is sent here
        }
        CHECK(has(client.read_one(), "HTTP/1.1 408 "));
    }
    CHECK(site.running.echo.answered == 0);
}

TEST_CASE("tls: idle connections doze, wake, and are closed with a goodbye") {
    Sealed site({.idle_time = 300ms});
    TlsClient silent(site.port());
    REQUIRE(silent.greet());
    CHECK(silent.read_all().empty());
    TlsClient served(site.port());
    REQUIRE(served.greet());
    for (int i = 0; i < 2; ++i) {
        served.send(post("/", "abc"));
        CHECK(served.read_one().ends_with("/|abc"));
        std::this_thread::sleep_for(150ms);  // idleness is what is sent here
    }
    CHECK(served.read_all().empty());
}

TEST_CASE("tls: a client that does not read is left after a while") {
    Sealed site({.write_stall = 50ms, .shutdown_time = 60s});
    TlsClient client(site.port(), {.room = 1024});
    REQUIRE(client.greet());
    client.send(get("/huge"));
    TlsClient other(site.port());
    REQUIRE(other.greet());
    other.send(get("/"));
    CHECK(other.read_one().ends_with("/|"));
    // Nothing else ends such a connection: the server could not close before its shutdown time.
    site.running.server.stop();
    site.running.thread.join();
    CHECK(client.read_all().ends_with("cut off"));
}

TEST_CASE("tls: stopping says goodbye to who is idle, and does not wait for handshakes") {
    Sealed site({.shutdown_time = 60s});
    Client hesitant = site.running.client();
    TlsClient idle(site.port());
    REQUIRE(idle.greet());
    idle.send(get("/"));
    CHECK(idle.read_one().ends_with("/|"));
    site.running.server.stop();
    CHECK(idle.read_all().empty());
    CHECK(hesitant.read_all().empty());
    site.running.thread.join();
}
