#include "shells/cli/compose/warming.hpp"

#include <chrono>

#include <fmt/format.h>

#include "shells/outside/http_client.hpp"

namespace asterism::cli {
namespace {

constexpr std::chrono::seconds longest{60};
constexpr std::size_t most_bytes = 512 * 1024 * 1024;

/// "127.0.0.1:8000", wherever the server listens.
std::string near_address(const std::string& listen) {
    const auto colon = listen.rfind(':');
    const auto host = listen.substr(0, colon);
    const bool any = host == "0.0.0.0" || host == "[::]" || host == "*" || host.empty();
    return (any ? "127.0.0.1" : host) + listen.substr(colon);
}

std::string host_in(const std::string& url) {
    const auto start = url.find("//");
    if (start == url.npos) return {};
    return url.substr(start + 2, url.find('/', start + 2) - start - 2);
}

}  // namespace

Warmer::Warmer(const Settings& settings, const std::string& url) : where_(url) {
    const auto& base = settings.text("site.base_url");
    if (where_.empty() && settings.has("tls.certificate")) where_ = base;
    if (where_.empty()) {
        where_ = "http://" + near_address(settings.text("listen"));
        host_ = host_in(base);
    }
    while (where_.ends_with('/')) where_.pop_back();
}

Warmed Warmer::ask(const std::string& target) const {
    outside::HttpClientOptions options;
    options.total_time = longest;
    options.body_bytes = most_bytes;
    options.plain_loopback = true;
    outside::HttpRequest request{where_ + target};
    if (!host_.empty()) request.headers.push_back("Host: " + host_);
    auto outcome = outside::CurlClient(options).send(request);
    if (!outcome.answer) return {0, {}, std::move(outcome.error)};
    return {outcome.answer->status, std::move(outcome.answer->body), {}};
}

}  // namespace asterism::cli
