#include "shells/http/server.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

#include <doctest/doctest.h>

#include "tests/http/running.hpp"

using namespace asterism::http;
using namespace asterism::http::testing;

TEST_CASE("server: carries a request to the handler and the answer back") {
    Running running;
    Client client = running.client();
    client.send(post("/a?b", "hello"));
    const auto got = client.read_one();
    CAPTURE(got);
    CHECK(got.starts_with("HTTP/1.1 200 OK\r\nDate: "));
    CHECK(has(got, " GMT\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n"));
    CHECK(has(got, "\r\nX-Peer: 127.0.0.1\r\nX-Block: 1\r\n\r\n/a?b|hello"));
    CHECK_FALSE(has(got, "Set-Cookie"));
    CHECK_FALSE(has(got, "Connection"));
}

TEST_CASE("server: answers without content have neither type nor length") {
    Running running;
    const auto got = running.talk(get("/empty", "Connection: close\r\n"));
    CHECK(got.starts_with("HTTP/1.1 204 No Content\r\n"));
    CHECK_FALSE(has(got, "Content-"));
}

TEST_CASE("server: HEAD is GET without the body") {
    Running running;
    Client client = running.client();
    client.send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n" + get("/next"));
    const auto head = client.read_one(false);
    CHECK(has(head, "Content-Length: 5\r\n"));
    CHECK(client.read_one().ends_with("/next|"));
}

TEST_CASE("server: pipelined requests are answered in order, on whatever lane") {
    Running running({.pipelined = 3});
    Client client = running.client();
    std::string asked;
    for (int i = 0; i < 40; ++i) {
        asked += get("/" + std::to_string(i));
        asked += post("/job/" + std::to_string(i), std::string(300, 'w'));
        asked += post("/slow/" + std::to_string(i), std::string(900, 's'));
    }
    std::jthread writer([&] { client.send(asked); });
    for (int i = 0; i < 40; ++i) {
        const auto number = std::to_string(i) + "|";
        CHECK(client.read_one().ends_with("\r\n\r\n/" + number));
        CHECK(client.read_one().ends_with("/job/" + number + std::string(300, 'w')));
        CHECK(client.read_one().ends_with("/slow/" + number + std::string(900, 's')));
    }
}

TEST_CASE("server: requests are understood however their bytes are cut") {
    Running running;
    const std::string asked =
        "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3;e\r\nabc\r\n2\r\nde\r\n0\r\n\r\n\r\n" +
        post("/y", "fgh") + get("/z", "Connection: close\r\n");
    for (std::size_t cut = 1; cut < asked.size(); ++cut) {
        Client client = running.client();
        client.send(std::string_view(asked).substr(0, cut));
        client.send(std::string_view(asked).substr(cut));
        const auto got = client.read_all();
        CAPTURE(cut);
        CHECK(answers_in(got) == 3);
        CHECK(has(got, "/x|abcde"));
        CHECK(has(got, "/y|fgh"));
        CHECK(has(got, "/z|"));
    }
}

TEST_CASE("server: the connection stays or goes as the client wishes") {
    Running running;
    CHECK(only_status(running.talk(get("/", "Connection: close\r\n"))) == 200);
    CHECK(only_status(running.talk("GET / HTTP/1.0\r\n\r\n")) == 200);
    Client old = running.client();
    old.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    CHECK(has(old.read_one(), "\r\nConnection: keep-alive\r\n"));
    old.send("GET /again HTTP/1.0\r\n\r\n");
    CHECK(only_status(old.read_all()) == 200);
}

TEST_CASE("server: large bodies go both ways") {
    Running running;
    const std::string large(900'000, 'x');
    Client client = running.client();
    for (int i = 0; i < 2; ++i) {
        std::jthread writer([&] { client.send(post("/large", large)); });
        CHECK(client.read_one().ends_with("\r\n\r\n/large|" + large));
    }
    client.send(get("/huge") + get("/after"));
    CHECK(client.read_one().size() > 8'000'000);
    CHECK(client.read_one().ends_with("/after|"));
}

TEST_CASE("server: an answer whose time must tell nothing leaves at the end of a step") {
    Running running({.even_step = 60ms});
    Client client = running.client();
    const auto began = std::chrono::steady_clock::now();
    client.send(get("/slow/even") + get("/job/even") + get("/job/after"));
    CHECK(client.read_one().ends_with("/slow/even|"));
    CHECK(std::chrono::steady_clock::now() - began >= 60ms);
    CHECK(client.read_one().ends_with("/job/even|"));
    CHECK(std::chrono::steady_clock::now() - began >= 120ms);
    CHECK(client.read_one().ends_with("/job/after|"));
}

TEST_CASE("server: keeps blocking work off the io threads") {
    Running running({.io_threads = 1});
    Client waiting = running.client();
    waiting.send(get("/job/waits"));
    running.echo.running.wait();
    Client other = running.client();
    other.send(get("/"));
    CHECK(other.read_one().ends_with("/|"));
    const std::thread::id io = running.echo.thread;
    other.send(get("/slow"));
    CHECK(other.read_one().ends_with("/slow|"));
    CHECK(running.echo.thread.load() != io);
    running.echo.open.set_value();
    CHECK(waiting.read_one().ends_with("/job/waits|"));
}

TEST_CASE("server: a full lane says when to come back, and keeps the connection") {
    Running running({.slow_threads = 1, .slow_queue = 0});
    Client waiting = running.client();
    waiting.send(get("/slow/waits"));
    running.echo.running.wait();
    Client other = running.client();
    other.send(get("/slow"));
    const auto got = other.read_one();
    CHECK(got.starts_with("HTTP/1.1 503 "));
    CHECK(has(got, "\r\nRetry-After: 1\r\n"));
    CHECK_FALSE(has(got, "Connection"));
    other.send(get("/job"));
    CHECK(other.read_one().ends_with("/job|"));
    running.echo.open.set_value();
    CHECK(waiting.read_one().ends_with("/slow/waits|"));
}

TEST_CASE("server: a handler that throws makes a 500") {
    Running running;
    CHECK(only_status(running.talk(get("/fails"))) == 500);
    CHECK(only_status(running.talk(get("/lane-fails"))) == 500);
    CHECK(only_status(running.talk(get("/", "Connection: close\r\n"))) == 200);
}

TEST_CASE("server: outlives clients that leave at any point") {
    Running running;
    {
        Client leaving = running.client();
        leaving.send(get("/job/waits"));
        running.echo.running.wait();
        leaving.reset();
    }
    const std::string asked = post("/job", "body") + post("/large", std::string(9000, 'x'));
    for (std::size_t cut = 1; cut < 200; ++cut) {
        Client leaving = running.client();
        leaving.send(asked.substr(0, cut % 2 ? cut : asked.size() - cut));
        leaving.reset();
    }
    running.echo.open.set_value();
    CHECK(only_status(running.talk(get("/", "Connection: close\r\n"))) == 200);
}
