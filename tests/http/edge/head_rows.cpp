// Lines, fields and sizes of a head.

#include "tests/http/edge/rows.hpp"

using namespace std::string_literals;

namespace asterism::http::testing {
namespace {

std::string line(std::string_view first) {
    return std::string(first) + "\r\n" + std::string(host_line) + "\r\n";
}

std::string many(int fields) {
    std::string out;
    for (int i = 0; i < fields; ++i) out += "X: y\r\n";
    return get_with(out);
}

/// A GET whose head has just that many bytes.
std::string sized(std::size_t bytes) {
    const auto least = get_with("X: \r\n").size();
    return get_with("X: " + std::string(bytes - least, 'x') + "\r\n");
}

std::string far(std::size_t target) { return get_of("/" + std::string(target - 1, 'a')); }

}  // namespace

Rows field_rows() {
    return {
        {"NUL in a value", 400, get_with("X: a\0b\r\n"s)},
        {"NUL in a name", 400, get_with("X\0: a\r\n"s)},
        {"a bare carriage return in a value", 400, get_with("X: a\rb\r\n")},
        {"a carriage return too many", 400, get_with("X: a\r\r\n")},
        {"a bare line feed in a value", 400, get_with("X: a\nb\r\n")},
        {"a control character in a value", 400,
         get_with("X: a\x01"
                  "b\r\n")},
        {"an escape in a value", 400, get_with("X: \x1B[31m\r\n")},
        {"DEL in a value", 400, get_with("X: a\x7F\r\n")},
        {"a blank in a name", 400, get_with("X Y: a\r\n")},
        {"a bracket in a name", 400, get_with("X(Y): a\r\n")},
        {"an at sign in a name", 400, get_with("X@Y: a\r\n")},
        {"a letter beyond ASCII in a name", 400, get_with("X\xC3\xA9: a\r\n")},
        {"an empty name", 400, get_with(": a\r\n")},
        {"a line without a colon", 400, get_with("X\r\n")},
        {"a blank before the colon", 400, get_with("X : a\r\n")},
        {"a tab before the colon", 400, get_with("X\t: a\r\n")},
        {"a blank before the first name", 400,
         "GET /livez HTTP/1.1\r\n Host: stars.example\r\n\r\n"},
        {"a fold with a blank", 400, get_with("X: a\r\n b\r\n")},
        {"a fold with a tab", 400, get_with("X: a\r\n\tb\r\n")},
        {"a fold of nothing", 400, get_with("X: a\r\n \r\n")},
        {"line feeds alone", 400, "GET /livez HTTP/1.1\nHost: stars.example\n\n"},
        {"an end of a line feed alone", 400, "GET /livez HTTP/1.1\r\nHost: stars.example\r\n\n"},
        {"a first line of a line feed", 400, "\n" + get_with("")},
        {"a session in two fields, and a comma", 200,
         get_with("Cookie: sessionid=a\r\nCookie: sessionid=b\r\nX-User-ID: 1\r\n"), After::open},
    };
}

Rows size_rows() {
    return {
        {"a field fewer than the most", 200, many(98), After::open},
        {"the most fields", 200, many(99), After::open},
        {"a field too many", 431, many(100)},
        {"20,000 fields", 431, many(20'000)},
        {"a byte less than the largest head", 200, sized(8'191), After::open},
        {"the largest head", 200, sized(8'192), After::open},
        {"a byte more than the largest head", 431, sized(8'193)},
        {"a field of 70 KB", 431, get_with("X: " + std::string(70'000, 'x') + "\r\n")},
        {"a name of 70 KB", 431, get_with(std::string(70'000, 'x') + ": y\r\n")},
        {"a byte less than the longest target", 404, far(7'999), After::open},
        {"the longest target", 404, far(8'000), After::open},
        {"a byte more than the longest target", 414, far(8'001)},
        {"a target of 70 KB", 414, far(70'000)},
        {"a method of 70 KB", 431, line(std::string(70'000, 'G') + " /livez HTTP/1.1")},
        {"a version of 70 KB", 431, line("GET /livez HTTP/1." + std::string(70'000, '1'))},
        {"seventy kilobytes of nothing", 431, std::string(70'000, '\0') + "\r\n\r\n"},
    };
}

Rows line_rows() {
    return {
        {"a method in small letters", 501, line("get /livez HTTP/1.1")},
        {"a method in mixed letters", 501, line("Get /livez HTTP/1.1")},
        {"a method nobody knows", 501, line("FOO /livez HTTP/1.1")},
        {"a method of another protocol", 501, line("PROPFIND /livez HTTP/1.1")},
        {"a method that begins like one", 501, line("GETS /livez HTTP/1.1")},
        {"a method with NUL", 400, line("G\0ET /livez HTTP/1.1"s)},
        {"a method with a colon", 400, line("GET: /livez HTTP/1.1")},
        {"an empty method", 400, line(" /livez HTTP/1.1")},
        {"a blank before the method", 400, line(" GET /livez HTTP/1.1")},
        {"TRACE", 405, line("TRACE /livez HTTP/1.1")},
        {"CONNECT", 405,
         "CONNECT stars.example:443 HTTP/1.1\r\n" + std::string(host_line) + "\r\n"},
        {"a method that is not for this address", 405, line("PUT /v1/sessions HTTP/1.1"),
         After::open},
        {"a tab for a blank", 400, line("GET\t/livez HTTP/1.1")},
        {"two blanks before the target", 400, line("GET  /livez HTTP/1.1")},
        {"two blanks before the version", 400, line("GET /livez  HTTP/1.1")},
        {"a blank behind the version", 400, line("GET /livez HTTP/1.1 ")},
        {"no target", 400, line("GET HTTP/1.1")},
        {"no version", 400, line("GET /livez")},
        {"HTTP/0.9 as it was", 400, "GET /livez\r\n\r\n"},
        {"HTTP/0.9 by name", 505, line("GET /livez HTTP/0.9")},
        {"HTTP/1.2", 505, line("GET /livez HTTP/1.2")},
        {"HTTP/2.0", 505, line("GET /livez HTTP/2.0")},
        {"HTTP/3.0", 505, line("GET /livez HTTP/3.0")},
        {"the preface of HTTP/2", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        {"a version of one digit", 400, line("GET /livez HTTP/1")},
        {"a version of three digits", 400, line("GET /livez HTTP/1.10")},
        {"a version in small letters", 400, line("GET /livez http/1.1")},
        {"a version with a blank", 400, line("GET /livez HTTP/ 1.1")},
        {"a version of another protocol", 400, line("GET /livez RTSP/1.0")},
        {"a handshake of TLS", 400, "\x16\x03\x01\x02\x00\x01\r\n\r\n"s},
        {"a greeting of SSH", 400, "SSH-2.0-x\r\n\r\n"},
    };
}

}  // namespace asterism::http::testing
