#include "shells/outside/http_client.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

#include <curl/curl.h>
#include <fmt/format.h>

namespace asterism::outside {
namespace {

struct CurlEnd {
    void operator()(CURL* curl) const { ::curl_easy_cleanup(curl); }

    void operator()(curl_slist* list) const { ::curl_slist_free_all(list); }
};

using Session = std::unique_ptr<CURL, CurlEnd>;
using Fields = std::unique_ptr<curl_slist, CurlEnd>;

struct Taken {
    std::string body = {};
    std::size_t most = 0;
};

std::size_t take(char* from, std::size_t size, std::size_t count, void* taken_pointer) {
    auto& taken = *static_cast<Taken*>(taken_pointer);
    if (taken.body.size() + size * count > taken.most) return 0;  // libcurl gives up
    taken.body.append(from, size * count);
    return size * count;
}

template <class Value>
void set(const Session& session, CURLoption option, Value value) {
    if (::curl_easy_setopt(session.get(), option, value) != CURLE_OK)
        throw std::runtime_error("libcurl does not know an option");
}

void bound(const Session& session, const HttpClientOptions& options, bool plain) {
    set(session, CURLOPT_PROTOCOLS_STR, plain ? "http" : "https");
    set(session, CURLOPT_FOLLOWLOCATION, 0L);
    set(session, CURLOPT_PROXY, "");
    set(session, CURLOPT_NOSIGNAL, 1L);
    set(session, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(session, CURLOPT_SSL_VERIFYPEER, 1L);
    set(session, CURLOPT_SSL_VERIFYHOST, 2L);
    set(session, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_time.count()));
    set(session, CURLOPT_TIMEOUT_MS, static_cast<long>(options.total_time.count()));
    if (!options.ca_file.empty()) set(session, CURLOPT_CAINFO, options.ca_file.c_str());
}

}  // namespace

bool is_plain_loopback(std::string_view url) {
    for (const std::string_view host : {"http://127.0.0.1", "http://[::1]", "http://localhost"}) {
        if (!url.starts_with(host)) continue;
        const auto rest = url.substr(host.size());
        if (rest.empty() || rest.front() == '/' || rest.front() == ':')
            return rest.substr(0, rest.find('/')).find('@') == rest.npos;
    }
    return false;
}

CurlClient::CurlClient(HttpClientOptions options) : options_(std::move(options)) {
    static const CURLcode ready = ::curl_global_init(CURL_GLOBAL_DEFAULT);
    if (ready != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

HttpOutcome CurlClient::send(const HttpRequest& request) const {
    const bool plain = options_.plain_loopback && is_plain_loopback(request.url);
    const Session session(::curl_easy_init());
    if (!session) throw std::runtime_error("libcurl does not start");
    bound(session, options_, plain);
    if (request.time)
        set(session, CURLOPT_TIMEOUT_MS,
            static_cast<long>(
                std::clamp<std::int64_t>(request.time->count(), 1, options_.total_time.count())));
    set(session, CURLOPT_URL, request.url.c_str());
    Fields fields;
    for (const auto& line : request.headers)
        fields.reset(::curl_slist_append(fields.release(), line.c_str()));
    set(session, CURLOPT_HTTPHEADER, fields.get());
    if (request.form) {
        set(session, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.form->size()));
        set(session, CURLOPT_POSTFIELDS, request.form->c_str());
    }
    Taken taken{{}, options_.body_bytes};
    set(session, CURLOPT_WRITEFUNCTION, &take);
    set(session, CURLOPT_WRITEDATA, &taken);
    const auto code = ::curl_easy_perform(session.get());
    if (code != CURLE_OK)
        return {std::nullopt, ::curl_easy_strerror(code), code == CURLE_OPERATION_TIMEDOUT};
    long status = 0;
    ::curl_easy_getinfo(session.get(), CURLINFO_RESPONSE_CODE, &status);
    return {HttpAnswer{status, std::move(taken.body)}, {}};
}

}  // namespace asterism::outside
