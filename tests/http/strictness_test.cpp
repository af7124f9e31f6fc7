#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/http/running.hpp"

using namespace asterism::http;
using namespace asterism::http::testing;

TEST_CASE("server: what could be read in two ways is refused, and nothing after it is read") {
    struct Case {
        int status;
        std::string head;  ///< without its last empty line
        std::string body = {};
    };

    const std::string post_line = "POST / HTTP/1.1\r\nHost: a\r\n";
    const std::string chunked = post_line + "Transfer-Encoding: chunked\r\n";
    const std::string line = "GET / HTTP/1.1\r\n";
    const std::string hosted = line + "Host: a\r\n";
    const std::vector<Case> cases{
        {501, post_line + "Transfer-Encoding: xchunked\r\n"},
        {400, post_line + "Transfer-Encoding:\r\n"},
        {400, post_line + "Transfer-Encoding: chunked, gzip\r\n"},
        {400, chunked + "Transfer-Encoding: chunked\r\n"},
        {400, chunked + "Content-Length: 3\r\n"},
        {400, post_line + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"},
        {400, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n"},
        {400, post_line + "Content-Length: 3\r\nContent-Length: 3\r\n"},
        {400, post_line + "Content-Length: 3, 3\r\n"},
        {400, post_line + "Content-Length: +3\r\n"},
        {400, post_line + "Content-Length:\r\n"},
        {400, line},
        {400, hosted + "Host: b\r\n"},
        {400, line + "Host: a b\r\n"},
        {400, "GET http://b/ HTTP/1.1\r\nHost: a\r\n"},
        {400, hosted + std::string("X: a\0b\r\n", 8)},
        {400, hosted + "X: a\rb\r\n"},
        {400, hosted + "X: a\nb\r\n"},
        {400, hosted + "X: a\x01\r\n"},
        {400, hosted + "X: a\x7f\r\n"},
        {400, hosted + "X : a\r\n"},
        {400, hosted + "X(: a\r\n"},
        {400, hosted + ": a\r\n"},
        {400, hosted + "X\r\n"},
        {400, hosted + " X: a\r\n"},
        {400, hosted + "X: a\r\n b\r\n"},
        {400, "GET  / HTTP/1.1\r\nHost: a\r\n"},
        {400, "GET /\r\n"},
        {400, "GET / HTTP/1.1 \r\nHost: a\r\n"},
        {505, "GET / HTTP/2.0\r\nHost: a\r\n"},
        {501, "get / HTTP/1.1\r\nHost: a\r\n"},
        {405, "TRACE / HTTP/1.1\r\nHost: a\r\n"},
        {417, hosted + "Expect: more\r\n"},
        {414, "GET /" + std::string(8000, 'a') + " HTTP/1.1\r\nHost: a\r\n"},
        {414, "GET /" + std::string(20'000, 'a')},
        {431, hosted + "X: " + std::string(8 * 1024, 'a') + "\r\n"},
        {431, hosted + "X: " + std::string(70 * 1024, 'a') + "\r\n"},
        {413, post_line + "Content-Length: 1001\r\n"},
        {413, post_line + "Content-Length: 1001\r\nExpect: 100-continue\r\n"},
        {413, chunked, "3e9\r\n"},
        {400, chunked, "0\r\nAuthorization: x\r\n\r\n"},
        {400, chunked, "3\r\nabcd\r\n"},
        {400, chunked, "3;" + std::string(64 * 1024, 'x') + "\r\nabc\r\n0\r\n\r\n"},
        {400, chunked, "0\r\nX: " + std::string(70 * 1024, 'x') + "\r\n\r\n"},
    };
    Running running;
    for (const auto& [status, head, body] : cases) {
        const auto this_head = head.substr(0, 120);
        CAPTURE(this_head);
        const auto this_body = body.substr(0, 40);
        CAPTURE(this_body);
        CHECK(only_status(running.talk(head + "\r\n" + body + get("/smuggled"))) == status);
    }
    std::string many = hosted;
    for (int i = 0; i < 100; ++i) many += "X: y\r\n";
    CHECK(only_status(running.talk(many + "\r\n")) == 431);
    CHECK(running.echo.answered == 0);
}

TEST_CASE("server: a bare line feed is refused without waiting for more") {
    Running running;
    CHECK(only_status(running.talk("GET / HTTP/1.1\nHost: a\n\n")) == 400);
}

TEST_CASE("server: the client hears of going on once its body would be welcome") {
    Running running;
    Client client = running.client();
    client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    CHECK(client.read_one() == "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("abc");
    CHECK(client.read_one().ends_with("/x|abc"));
}

TEST_CASE("server: a refusal can be read although the body keeps coming") {
    Running running;
    Client client = running.client();
    client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n");
    client.send(std::string(3'000'000, 'x'));
    CHECK(only_status(client.read_all()) == 413);
}
