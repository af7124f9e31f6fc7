#include "shells/http/wire.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <utility>

namespace asterism::http {
namespace {

using Line = std::pair<int, std::string_view>;

/// Sorted by status.
constexpr std::array lines{
    Line{200, "HTTP/1.1 200 OK\r\n"},
    Line{201, "HTTP/1.1 201 Created\r\n"},
    Line{202, "HTTP/1.1 202 Accepted\r\n"},
    Line{204, "HTTP/1.1 204 No Content\r\n"},
    Line{206, "HTTP/1.1 206 Partial Content\r\n"},
    Line{301, "HTTP/1.1 301 Moved Permanently\r\n"},
    Line{302, "HTTP/1.1 302 Found\r\n"},
    Line{303, "HTTP/1.1 303 See Other\r\n"},
    Line{304, "HTTP/1.1 304 Not Modified\r\n"},
    Line{307, "HTTP/1.1 307 Temporary Redirect\r\n"},
    Line{308, "HTTP/1.1 308 Permanent Redirect\r\n"},
    Line{400, "HTTP/1.1 400 Bad Request\r\n"},
    Line{401, "HTTP/1.1 401 Unauthorized\r\n"},
    Line{402, "HTTP/1.1 402 Payment Required\r\n"},
    Line{403, "HTTP/1.1 403 Forbidden\r\n"},
    Line{404, "HTTP/1.1 404 Not Found\r\n"},
    Line{405, "HTTP/1.1 405 Method Not Allowed\r\n"},
    Line{406, "HTTP/1.1 406 Not Acceptable\r\n"},
    Line{408, "HTTP/1.1 408 Request Timeout\r\n"},
    Line{409, "HTTP/1.1 409 Conflict\r\n"},
    Line{410, "HTTP/1.1 410 Gone\r\n"},
    Line{411, "HTTP/1.1 411 Length Required\r\n"},
    Line{412, "HTTP/1.1 412 Precondition Failed\r\n"},
    Line{413, "HTTP/1.1 413 Content Too Large\r\n"},
    Line{414, "HTTP/1.1 414 URI Too Long\r\n"},
    Line{415, "HTTP/1.1 415 Unsupported Media Type\r\n"},
    Line{416, "HTTP/1.1 416 Range Not Satisfiable\r\n"},
    Line{417, "HTTP/1.1 417 Expectation Failed\r\n"},
    Line{421, "HTTP/1.1 421 Misdirected Request\r\n"},
    Line{422, "HTTP/1.1 422 Unprocessable Content\r\n"},
    Line{423, "HTTP/1.1 423 Locked\r\n"},
    Line{428, "HTTP/1.1 428 Precondition Required\r\n"},
    Line{429, "HTTP/1.1 429 Too Many Requests\r\n"},
    Line{431, "HTTP/1.1 431 Request Header Fields Too Large\r\n"},
    Line{500, "HTTP/1.1 500 Internal Server Error\r\n"},
    Line{501, "HTTP/1.1 501 Not Implemented\r\n"},
    Line{502, "HTTP/1.1 502 Bad Gateway\r\n"},
    Line{503, "HTTP/1.1 503 Service Unavailable\r\n"},
    Line{504, "HTTP/1.1 504 Gateway Timeout\r\n"},
    Line{505, "HTTP/1.1 505 HTTP Version Not Supported\r\n"},
    Line{507, "HTTP/1.1 507 Insufficient Storage\r\n"},
};
static_assert(std::ranges::is_sorted(lines, {}, &Line::first));

/// What strftime made of a second.
struct Date {
    std::time_t second = -1;
    std::array<char, 40> text = {};
    std::size_t size = 0;
};

template <class Number>
void append_number(std::string& out, Number number) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void append_status(std::string& out, int status) {
    if (const auto line = status_line(status); !line.empty()) {
        out.append(line);
        return;
    }
    out.append("HTTP/1.1 ");
    append_number(out, status);
    out.append(
        " \r\n");  // the reason may be empty, the space before it may not (RFC 9112 section 4)
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
    // A value with a line ending in it is a response-splitting attempt that got past a handler.
    if (value.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos) return;
    out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string_view status_line(int status) {
    if (status == 200) return lines.front().second;
    const auto* line = std::ranges::lower_bound(lines, status, {}, &Line::first);
    return line != lines.end() && line->first == status ? line->second : std::string_view{};
}

std::string_view date_line() {
    thread_local Date date;
    if (const std::time_t now = std::time(nullptr); now != date.second) {
        std::tm utc = {};
        gmtime_r(&now, &utc);
        // The C locale's names are the ones HTTP wants; nobody here sets another.
        date.size = std::strftime(date.text.data(), date.text.size(),
                                  "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &utc);
        date.second = now;
    }
    return {date.text.data(), date.size};
}

void write_head(std::string& out, const Response& response, Link link) {
    append_status(out, response.status);
    out.append(date_line());
    if (!bodiless(response.status)) {
        if (!response.type.empty()) append_field(out, "Content-Type", response.type);
        out.append("Content-Length: ");
        append_number(out, response.content().size());
        out.append("\r\n");
    }
    for (const auto& [name, value] : response.headers) append_field(out, name, value);
    out.append(response.block);
    if (link == Link::close) out.append("Connection: close\r\n");
    if (link == Link::keep_declared) out.append("Connection: keep-alive\r\n");
    out.append("\r\n");
}

}  // namespace asterism::http
