#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace asterism::http {

class BodySink;

enum class Verb : std::uint8_t { get, post, put, patch, del, head, options };

/// Whether two names are one: the case of ASCII letters does not matter.
bool same_name(std::string_view a, std::string_view b);

/// "GET".
std::string_view method_of(Verb verb);

/// One header field. The views point into the connection's buffer and live as long as the request.
struct Header {
    std::string_view name;
    std::string_view value;
};

/// What the rest of the shell sees of a request. No Beast type goes past server.cpp.
struct Request {
    Verb verb = Verb::get;
    std::string_view target;           ///< as sent: path and query, not decoded
    std::vector<Header> headers = {};  ///< in the order they came; names in any case
    std::string_view body = {};
    BodySink* sink = nullptr;    ///< what took the body in its stead, if anything did
    std::string_view peer = {};  ///< who asks: the socket's other end, or whom a proxy passed on
    bool secure = false;         ///< the client used TLS
    bool plain = false;          ///< a trusted proxy says that the client did not use TLS
    bool vouched = false;        ///< a trusted proxy passed it on: what it added may be believed

    /// The value of the first field of that name (any case), or empty.
    std::string_view header(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::string body = {};
    /// In the body's stead, where many are sent the same bytes and there are too many to copy.
    std::shared_ptr<const std::string> shared = {};
    std::string_view type = "application/json";  ///< Content-Type; empty where there is no body
    std::vector<std::pair<std::string_view, std::string>> headers = {};
    std::string_view block = {};  ///< ready-made header lines with static life, each ended by CRLF

    bool even = false;  ///< to leave after a whole number of `ServerOptions::even_step`

    std::string_view content() const { return shared ? *shared : body; }

    /// Back to an empty 200, keeping the memory.
    void clear();
};

}  // namespace asterism::http
