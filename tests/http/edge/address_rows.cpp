// Whom a request is for, and what it asks for.

#include "tests/http/edge/rows.hpp"

using namespace std::string_literals;

namespace asterism::http::testing {
namespace {

std::string to(std::string_view host) {
    return hosted_by("Host: " + std::string(host) + "\r\n", "/v1/docs");
}

std::string beside(std::string_view target) { return hosted_by("Host: stars.example\r\n", target); }

}  // namespace

Rows host_rows() {
    return {
        {"no host", 400, hosted_by("")},
        {"two hosts", 400, hosted_by("Host: stars.example\r\nHost: evil.example\r\n")},
        {"one host twice", 400, hosted_by("Host: stars.example\r\nhost: stars.example\r\n")},
        {"hosts as a list", 400, to("stars.example, evil.example")},
        {"a host with a blank", 400, to("stars.example evil.example")},
        {"an empty host", 400, to("")},
        {"a host that is a port", 400, to(":80")},
        {"a host with an empty port", 400, to("stars.example:")},
        {"a host with a port in letters", 400, to("stars.example:http")},
        {"a host with a port too high", 400, to("stars.example:65536")},
        {"a host with two ports", 400, to("stars.example:80:80")},
        {"a host with a user", 400, to("stars.example@evil.example")},
        {"a host with a path", 400, to("stars.example/evil.example")},
        {"a host with a query", 400, to("stars.example?evil.example")},
        {"a host with a fragment", 400, to("stars.example#evil.example")},
        {"a host with a backslash", 400, to("stars.example\\evil.example")},
        {"a host with an escape", 400, to("stars%2eexample")},
        {"a host with NUL", 400, to("stars.example\0.evil"s)},
        {"a host with a scheme", 400, to("http://stars.example")},
        {"half an address in brackets", 400, to("[::1")},
        {"a name in brackets", 400, to("[stars.example]")},
        {"an address in brackets and a name", 400, to("[::1]stars.example")},
        {"a host of 300 letters", 400, to(std::string(300, 'a'))},
        {"an unknown host", 400, to("evil.example"), After::open},
        {"a host below ours", 400, to("evil.stars.example"), After::open},
        {"a host that begins like ours", 400, to("stars.example.evil.example"), After::open},
        {"a host that ends like ours", 400, to("evilstars.example"), After::open},
        {"our host with a dot", 400, to("stars.example."), After::open},
        {"our host in capitals, and a port", 200, to("STARS.Example:8000"), After::open},
        {"another host told by a stranger", 400,
         hosted_by("Host: evil.example\r\nX-Forwarded-Host: stars.example\r\n", "/v1/docs"),
         After::open},
        {"another host in absolute form", 400, beside("http://evil.example/v1/docs")},
        {"another port in absolute form", 400, beside("http://stars.example:81/v1/docs")},
        {"a user in absolute form", 400, beside("http://u@stars.example/v1/docs")},
        {"another scheme in absolute form", 400, beside("ftp://stars.example/v1/docs")},
        {"no host in absolute form", 400, beside("http:///v1/docs")},
        {"a query for a path in absolute form", 400, beside("http://stars.example?/v1/docs")},
        {"our host in absolute form", 200, beside("http://stars.example/v1/docs"), After::open},
        {"absolute form without a host", 400, hosted_by("", "http://stars.example/v1/docs")},
        {"absolute form for authority form", 400, beside("stars.example:80")},
        {"HTTP/1.0 without a host", 400, "GET /v1/docs HTTP/1.0\r\n\r\n"},
    };
}

Rows target_rows() {
    return {
        {"dots in escapes", 400, get_of("/api/%2e%2e/x"), After::open},
        {"dots in escapes of capitals", 400, get_of("/v1/%2E%2E/readyz"), After::open},
        {"a dot in an escape", 400, get_of("/v1/%2e/docs"), After::open},
        {"dots in the open", 400, get_of("/v1/../readyz"), After::open},
        {"one dot in the open", 400, get_of("/./readyz"), After::open},
        {"dots at the end", 400, get_of("/v1/.."), After::open},
        {"slashes in escapes", 400, get_of("/media/..%2f..%2fetc/passwd"), After::open},
        {"a slash in an escape", 400, get_of("/v1%2fdocs"), After::open},
        {"escapes of escapes", 404, get_of("/%252e%252e/"), After::open},
        {"NUL in an escape", 400, get_of("/a%00b"), After::open},
        {"NUL behind a known address", 400, get_of("/readyz%00"), After::open},
        {"a byte that is no UTF-8", 400, get_of("/a%ff"), After::open},
        {"dots in overlong UTF-8", 400, get_of("/%c0%ae%c0%ae/x"), After::open},
        {"a surrogate in UTF-8", 400, get_of("/%ed%a0%80"), After::open},
        {"half an escape", 400, get_of("/a%2"), After::open},
        {"an escape of nothing", 400, get_of("/a%"), After::open},
        {"an escape of no hex", 400, get_of("/a%zz"), After::open},
        {"an escape with a sign", 400, get_of("/a%+1"), After::open},
        {"an escape of Microsoft's", 400, get_of("/a%u002e"), After::open},
        {"a backslash", 400, get_of("/v1\\docs"), After::open},
        {"a backslash in an escape", 400, get_of("/v1%5cdocs"), After::open},
        {"a line ending in an escape", 404, get_of("/x%0d%0aSet-Cookie:%20a=b"), After::open},
        {"a fragment", 400, get_of("/readyz#x"), After::open},
        {"a fragment behind a query", 400, get_of("/readyz?a=b#x"), After::open},
        {"two slashes", 404, get_of("//evil.example/"), After::open},
        {"two slashes before a known address", 404, get_of("//readyz"), After::open},
        {"a query without a path", 400, get_of("?a=b")},
        {"a path without a slash", 400, get_of("readyz")},
        {"a star", 400, get_of("*")},
        {"a blank", 400, get_of("/rea dyz")},
        {"a control character", 400, get_of("/a\x01")},
        {"DEL", 400, get_of("/a\x7F")},
        {"NUL", 400, get_of("/a\0"s)},
        {"a tab", 400, get_of("/a\tb")},
        {"a bare carriage return", 400, get_of("/a\rb")},
        {"a bare line feed", 400, get_of("/a\nb")},
        {"a raw letter beyond ASCII", 400, get_of("/\xC3\xA9"), After::open},
        {"a query that is no UTF-8", 400, get_of("/v1/sessions/current?a=%ff"), After::open},
        {"a query with NUL", 400, get_of("/v1/sessions/current?a=%00"), After::open},
        {"a query of a field nobody knows", 400, get_of("/v1/sessions/current?admin=1"),
         After::open},
    };
}

}  // namespace asterism::http::testing
