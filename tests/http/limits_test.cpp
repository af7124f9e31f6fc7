#include <string>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <vector>

#include <doctest/doctest.h>
#include <sys/resource.h>

#include "tests/http/running.hpp"

using namespace asterism::http;
using namespace asterism::http::testing;

TEST_CASE("server: slow heads and bodies are cut off, though they never quite stop") {
    Running running({.head_time = 100ms, .body_grace = 100ms});
    for (const auto& asked : {get("/"), post("/", std::string(900, 'x'))}) {
        Client client = running.client();
        for (const char c : asked) {
            if (!client.send({&c, 1})) break;
            std::this_thread::sleep_for(5ms);  // slowness is what is sent here
        }
        CHECK(only_status(client.read_all()) == 408);
    }
    CHECK(running.echo.answered == 0);
}

TEST_CASE("server: a body gets no more than its time, at whatever rate") {
    Running running({.body_time = 50ms});
    Client client = running.client();
    client.send("POST /large HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n");
    client.send(std::string(800'000, 'x'));
    CHECK(only_status(client.read_all()) == 408);
}

TEST_CASE("server: idle connections are closed without a word") {
    Running running({.idle_time = 50ms});
    Client silent = running.client();
    CHECK(silent.read_all().empty());
    Client served = running.client();
    served.send(get("/"));
    CHECK(served.read_one().ends_with("/|"));
    CHECK(served.read_all().empty());
}

TEST_CASE("server: idle connections doze and wake") {
    Running running;
    Client client = running.client();
    for (int i = 0; i < 2; ++i) {
        client.send(post("/", "abc"));
        CHECK(client.read_one().ends_with("/|abc"));
        std::this_thread::sleep_for(200ms);  // idleness is what is sent here
    }
    client.send(get("/awake"));
    CHECK(client.read_one().ends_with("/awake|"));
}

TEST_CASE("server: a client that does not read is left after a while") {
    Running running({.write_stall = 50ms, .shutdown_time = 60s});
    Client client;
    client.take_little();
    client.connect(running.server.port());
    client.send(get("/huge"));
    // Nothing else ends such a connection: the server could not close before its shutdown time.
    Client other = running.client();
    other.send(get("/"));
    CHECK(other.read_one().ends_with("/|"));
    running.server.stop();
    running.thread.join();
    CHECK(client.read_all().size() < 8'000'000);
}

TEST_CASE("server: nobody waits longer than the request time") {
    Running running({.request_time = 50ms});
    Client client = running.client();
    client.send(get("/job/waits"));
    CHECK(client.read_all().empty());
    running.echo.open.set_value();
    CHECK(only_status(running.talk(get("/job", "Connection: close\r\n"))) == 200);
}

TEST_CASE(
    "server: work that waited too long for a thread is turned away, and told when to come back") {
    Running running({.work_threads = 1, .queue_time = 50ms});
    Client first = running.client();
    first.send(get("/job/waits"));
    running.echo.running.wait();
    Client late = running.client();
    late.send(get("/job/late") + get("/job/after", "Connection: close\r\n"));
    std::this_thread::sleep_for(100ms);  // lateness is what is sent here
    running.echo.open.set_value();
    CHECK(first.read_one().ends_with("/job/waits|"));
    const auto turned_away = late.read_one();
    CHECK(has(turned_away, "HTTP/1.1 503 "));
    CHECK(has(turned_away, "\r\nRetry-After: 1\r\n"));
    CHECK(late.read_all().ends_with("/job/after|"));
}

TEST_CASE("server: takes so many connections and no more") {
    Running running({.connections = 2});
    {
        Client first = running.client();
        Client second = running.client();
        for (Client* one : {&first, &second}) {
            one->send(get("/"));
            CHECK(one->read_one().ends_with("/|"));
        }
        const auto refused = running.talk(get("/"));
        CHECK(only_status(refused) == 503);
        CHECK(has(refused, "\r\nRetry-After: 1\r\n"));
        CHECK(only_status([&] {
                  first.send(get("/", "Connection: close\r\n"));
                  return first.read_all();
              }()) == 200);
    }
    // The server notices a little later than the clients that they are gone.
    while (only_status(running.talk(get("/", "Connection: close\r\n"))) != 200) {
    }
}

TEST_CASE("server: one address has its share of the connections, a proxy has more") {
    Running running({.connections_per_address = 2});
    std::vector<Client> served(2);
    for (Client& one : served) {
        one.connect(running.server.port());
        one.send(get("/"));
        CHECK(one.read_one().ends_with("/|"));
    }
    CHECK(only_status(running.talk(get("/"))) == 503);
    Running proxied({.connections_per_address = 2,
                     .proxies = {asterism::app::read_ip_range("127.0.0.0/8").value()}});
    std::vector<Client> many(3);
    for (Client& one : many) {
        one.connect(proxied.server.port());
        one.send(get("/"));
        CHECK(one.read_one().ends_with("/|"));
    }
}

TEST_CASE("server: however many are turned away, each is told at once") {
    Running running({.connections = 1});
    Client served = running.client();
    served.send(get("/"));
    CHECK(served.read_one().ends_with("/|"));
    std::vector<Client> crowd;
    for (int i = 0; i < 100; ++i) crowd.push_back(running.client());
    for (Client& one : crowd) CHECK(only_status(one.read_all()) == 503);
    served.send(get("/"));
    CHECK(served.read_one().ends_with("/|"));
}

TEST_CASE("server: survives having no descriptors left") {
    Running running({.io_threads = 1});
    Client served = running.client();
    served.send(get("/job"));  // every thread has started, and opened what it needs
    served.read_one();
    Client late;
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    const int lowest_free = dup(0);
    close(lowest_free);
    const rlimit none{static_cast<rlim_t>(lowest_free), before.rlim_max};
    setrlimit(RLIMIT_NOFILE, &none);
    late.connect(running.server.port());
    late.send(get("/late"));
    for (int i = 0; i < 100; ++i) {
        served.send(get("/"));
        CHECK(served.read_one().ends_with("/|"));
    }
    setrlimit(RLIMIT_NOFILE, &before);
    CHECK(late.read_one().ends_with("/late|"));
}

TEST_CASE("server: stopping closes what is idle and finishes what runs") {
    Running running;
    Client idle = running.client();
    idle.send(get("/"));
    CHECK(idle.read_one().ends_with("/|"));
    Client busy = running.client();
    busy.send(get("/job/waits"));
    running.echo.running.wait();
    running.server.stop();
    CHECK(idle.read_all().empty());
    running.echo.open.set_value();
    CHECK(only_status(busy.read_all()) == 200);
    running.thread.join();
}

TEST_CASE("server: stopping waits no longer than the shutdown time") {
    Running running({.shutdown_time = 50ms});
    Client busy = running.client();
    busy.send(get("/job/waits"));
    running.echo.running.wait();
    running.server.stop();
    running.thread.join();
    running.echo.open.set_value();
}

TEST_CASE("server: may be stopped before it runs, and twice") {
    Echo echo;
    Server server({.port = 0}, echo);
    server.stop();
    server.stop();
    server.run();
}

TEST_CASE("server: does not share its port with another, nor take an address it cannot have") {
    Echo echo;
    const Server server({.port = 0}, echo);
    CHECK_THROWS_AS(Server({.port = server.port()}, echo), std::system_error);
    CHECK_THROWS_AS(Server({.address = "nowhere", .port = 0}, echo), std::system_error);
}

TEST_CASE("server: speaks over IPv6 where there is any") {
    Echo echo;
    CHECK_NOTHROW([&] {
        try {
            const Server server({.address = "::1", .port = 0}, echo);
            CHECK(server.port() != 0);
        } catch (const std::system_error& error) {
            if (error.code() != std::errc::address_not_available &&
                error.code() != std::errc::address_family_not_supported)
                throw;
        }
    }());
}
