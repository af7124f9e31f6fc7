#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace asterism::http::testing {

/// What is left of the connection after an answer.
enum class After : std::uint8_t { closed, open };

/// One hostile request, byte by byte, and the one status it must get.
struct Row {
    std::string_view what;
    int status;
    std::string bytes;
    After after = After::closed;
};

using Rows = std::vector<Row>;

inline constexpr std::string_view host_line = "Host: stars.example\r\n";
inline constexpr std::string_view json_line = "Content-Type: application/json\r\n";

/// A GET of an address that answers 200, with these field lines more.
inline std::string get_with(std::string_view lines) {
    return "GET /livez HTTP/1.1\r\n" + std::string(host_line) + std::string(lines) + "\r\n";
}

/// A GET of this target, exactly as written.
inline std::string get_of(std::string_view target) {
    return "GET " + std::string(target) + " HTTP/1.1\r\n" + std::string(host_line) + "\r\n";
}

/// A request whose host is told by these lines alone.
inline std::string hosted_by(std::string_view lines, std::string_view target = "/readyz") {
    return "GET " + std::string(target) + " HTTP/1.1\r\n" + std::string(lines) + "\r\n";
}

/// The log-in route, with these field lines more and this behind the head.
inline std::string post_with(std::string_view lines, std::string_view behind = {}) {
    return "POST /v1/sessions HTTP/1.1\r\n" + std::string(host_line) + std::string(json_line) +
           std::string(lines) + "\r\n" + std::string(behind);
}

/// The same with a chunked body, exactly as written.
inline std::string chunked(std::string_view body) {
    return post_with("Transfer-Encoding: chunked\r\n", body);
}

/// The log-in route, with a body of the declared length.
inline std::string json(std::string_view body) {
    return post_with("Content-Length: " + std::to_string(body.size()) + "\r\n", body);
}

Rows coding_rows();
Rows length_rows();
Rows chunk_rows();
Rows field_rows();
Rows size_rows();
Rows line_rows();
Rows host_rows();
Rows target_rows();
Rows body_rows();

}  // namespace asterism::http::testing
