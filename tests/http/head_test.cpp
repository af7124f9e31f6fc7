#include "shells/http/head.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace asterism::http;

namespace {

Head head_of(std::string_view method, std::initializer_list<Header> fields, int version = 11) {
    Head head;
    head.method = method;
    head.version = version;
    head.request.target = "/";
    head.request.headers = fields;
    return head;
}

int verdict(std::initializer_list<Header> fields, int version = 11) {
    return head_of("GET", fields, version).settle();
}

int verdict_with(Header field, int version = 11) {
    return verdict({{"Host", "a"}, field}, version);
}

int verdict_on_target(std::string_view target, std::string_view method = "GET") {
    Head head = head_of(method, {{"Host", "a.example:8000"}});
    head.request.target = target;
    return head.settle();
}

}  // namespace

TEST_CASE("head: the end is found wherever the bytes are cut") {
    const std::string bytes = "GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\nGET";
    for (std::size_t first = 0; first <= bytes.size(); ++first) {
        HeadScan scan;
        const auto early = scan.look(std::string_view(bytes).substr(0, first));
        if (first < bytes.size() - 3)
            CHECK(early == HeadScan::State::partial);
        else
            CHECK(early == HeadScan::State::whole);
        if (early == HeadScan::State::partial) CHECK(scan.look(bytes) == HeadScan::State::whole);
        CHECK(scan.size() == bytes.size() - 3);
    }
}

TEST_CASE("head: bare line feeds and foldings are seen before the head is whole") {
    for (const auto* bytes :
         {"GET / HTTP/1.1\nHost: a\n", "\n", "GET / HTTP/1.1\r\nHost: a\n",
          "GET / HTTP/1.1\r\n Host: a\r\n", "GET / HTTP/1.1\r\nX: a\r\n\tb\r\n"}) {
        CAPTURE(bytes);
        CHECK(HeadScan().look(bytes) == HeadScan::State::bad);
    }
}

TEST_CASE("head: the verbs are seven, in capitals") {
    for (const auto* method : {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
        CHECK(head_of(method, {{"Host", "a"}}).settle() == 0);
    for (const auto* method : {"get", "PROPFIND", "GETX", "G"})
        CHECK(head_of(method, {{"Host", "a"}}).settle() == 501);
    for (const auto* method : {"TRACE", "CONNECT"})
        CHECK(head_of(method, {{"Host", "a"}}).settle() == 405);
}

TEST_CASE("head: a host is there once, and is one") {
    for (const auto* host :
         {"a", "a.example", "a.example:8000", "127.0.0.1:1", "[::1]", "[::1]:80"})
        CHECK(verdict({{"host", host}}) == 0);
    for (const auto* host : {"", "a, b", "a b", "a:", "a:123456", "a:b", "u@a", "[::1", "[]", "a/b",
                             "[::1]x", "a%00", "a?b"}) {
        CAPTURE(host);
        CHECK(verdict({{"Host", host}}) == 400);
    }
    CHECK(verdict({}) == 400);
    CHECK(verdict({}, 10) == 0);
    CHECK(verdict({{"Host", "a"}, {"HOST", "a"}}) == 400);
    CHECK(verdict({{"Host", "a"}, {"Host", "a"}}, 10) == 400);
}

TEST_CASE("head: a length is one to fifteen digits, once") {
    Head head = head_of("POST", {{"Host", "a"}, {"Content-Length", "123456789012345"}});
    CHECK(head.settle() == 0);
    CHECK(head.length == 123'456'789'012'345);
    for (const auto* length : {"", "+1", "-1", "1, 1", "0x1", "1_0", "1 1", "1234567890123456",
                               "18446744073709551617"}) {
        CAPTURE(length);
        CHECK(verdict_with({"Content-Length", length}) == 400);
    }
    CHECK(verdict({{"Host", "a"}, {"Content-Length", "1"}, {"content-length", "1"}}) == 400);
}

TEST_CASE("head: the one transfer coding is chunked, by itself, on 1.1 alone") {
    Head head = head_of("POST", {{"Host", "a"}, {"transfer-encoding", "CHUNKED"}});
    CHECK(head.settle() == 0);
    CHECK(head.chunked);
    for (const auto* coding : {"identity", "gzip", "xchunked"})
        CHECK(verdict_with({"Transfer-Encoding", coding}) == 501);
    for (const auto* coding :
         {"", "chunked, gzip", "gzip, chunked", "chunked,chunked", "chunked;q=1"})
        CHECK(verdict_with({"Transfer-Encoding", coding}) == 400);
    CHECK(verdict_with({"Transfer-Encoding", "chunked"}, 10) == 400);
    const Header chunked{"Transfer-Encoding", "chunked"};
    const Header length{"Content-Length", "1"};
    CHECK(verdict({{"Host", "a"}, chunked, chunked}) == 400);
    CHECK(verdict({{"Host", "a"}, chunked, length}) == 400);
    CHECK(verdict({{"Host", "a"}, length, chunked}) == 400);
}

TEST_CASE("head: the one expectation is 100-continue, and of a body") {
    Head head = head_of("POST", {{"Host", "a"}, {"Expect", "100-Continue"}});
    CHECK(head.settle() == 0);
    CHECK_FALSE(head.awaits_continue);
    head = head_of("POST", {{"Host", "a"}, {"Expect", "100-continue"}, {"Content-Length", "1"}});
    CHECK(head.settle() == 0);
    CHECK(head.awaits_continue);
    CHECK(verdict_with({"Expect", "200-ok"}) == 417);
}

TEST_CASE("head: an absolute target names the host, and becomes a path") {
    Head head = head_of("GET", {{"Host", "a.example"}});
    head.request.target = "HTTP://A.example/x?y";
    CHECK(head.settle() == 0);
    CHECK(head.request.target == "/x?y");
    CHECK(verdict_on_target("http://a.example:8000/") == 0);
    CHECK(verdict_on_target("http://a.example:8000") == 0);
    for (const auto* target : {"http://other/", "http://a.example/", "ftp://a.example:8000/", "x",
                               "a.example:8000", "http://u@a.example:8000/", "*"})
        CHECK(verdict_on_target(target) == 400);
    CHECK(verdict_on_target("*", "OPTIONS") == 0);
}

TEST_CASE("head: what does not fit is refused for its target, or else for its fields") {
    CHECK(too_big("GET /" + std::string(90, 'a'), 80) == 414);
    CHECK(too_big("GET /" + std::string(90, 'a') + " HTTP/1.1\r\nX: y", 80) == 414);
    CHECK(too_big("GET / HTTP/1.1\r\nX: " + std::string(90, 'a'), 80) == 431);
    CHECK(too_big(std::string(90, 'A'), 80) == 431);
}

TEST_CASE("head: a version that may exist is told from noise") {
    CHECK(bad_version("GET / HTTP/2.0\r\n\r\n") == 505);
    CHECK(bad_version("GET / HTTP/1.2\r\n\r\n") == 505);
    CHECK(bad_version("GET / HTTP/11\r\n\r\n") == 400);
    CHECK(bad_version("GET / http/1.1\r\n\r\n") == 400);
    CHECK(bad_version("GET / \r\n\r\n") == 400);
}
