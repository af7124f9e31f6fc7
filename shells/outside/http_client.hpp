#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace asterism::outside {

/// A request to somebody else's server: a GET, or a POST where there is a form or another body.
struct HttpRequest {
    std::string url;
    std::vector<std::string> headers = {};  ///< "Name: value"
    /// application/x-www-form-urlencoded, unless a header says what it is.
    std::optional<std::string> form = {};
    /// Of this request, where it is shorter than the client's own time.
    std::optional<std::chrono::milliseconds> time = {};
};

struct HttpAnswer {
    long status = 0;
    std::string body;
};

/// Either an answer, or in one short line without secrets why there is none.
struct HttpOutcome {
    std::optional<HttpAnswer> answer = {};
    std::string error = {};
    bool timed_out = false;
};

/// Asks servers elsewhere. May be used by many threads at once.
class HttpClient {
public:
    virtual ~HttpClient() = default;
    /// Never throws for what happens on the network.
    virtual HttpOutcome send(const HttpRequest& request) const = 0;
};

struct HttpClientOptions {
    std::chrono::milliseconds connect_time{3'000};
    std::chrono::milliseconds total_time{10'000};
    std::size_t body_bytes = 262'144;  ///< a longer answer is none
    bool plain_loopback = false;       ///< http:// to this machine itself, while developing
    std::string ca_file = {};          ///< whom to trust; empty: whom the system trusts
};

/// https alone, chain and name verified, no redirect followed, no proxy, no cookie kept.
class CurlClient final : public HttpClient {
public:
    explicit CurlClient(HttpClientOptions options);

    HttpOutcome send(const HttpRequest& request) const override;

private:
    HttpClientOptions options_;
};

/// Whether it is http:// to 127.0.0.1, [::1] or localhost.
bool is_plain_loopback(std::string_view url);

}  // namespace asterism::outside
