#include "shells/outside/smtp.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <curl/curl.h>
#include <fmt/format.h>

#include "shells/outside/mime.hpp"

namespace asterism::outside {
namespace {

struct CurlEnd {
    void operator()(CURL* curl) const { ::curl_easy_cleanup(curl); }

    void operator()(curl_slist* list) const { ::curl_slist_free_all(list); }
};

using Session = std::unique_ptr<CURL, CurlEnd>;
using Words = std::unique_ptr<curl_slist, CurlEnd>;

/// One talk with the server, from both sides.
struct Talk {
    std::string_view unsent = {};
    bool body_begun = false;
    std::string last_line = {};
};

std::size_t give_body(char* to, std::size_t size, std::size_t count, void* talk_pointer) {
    auto& talk = *static_cast<Talk*>(talk_pointer);
    talk.body_begun = true;
    const auto length = std::min(size * count, talk.unsent.size());
    std::memcpy(to, talk.unsent.data(), length);
    talk.unsent.remove_prefix(length);
    return length;
}

std::size_t hear_line(char* from, std::size_t size, std::size_t count, void* talk_pointer) {
    auto& line = static_cast<Talk*>(talk_pointer)->last_line;
    line.assign(from, std::min<std::size_t>(size * count, 200));
    std::ranges::replace_if(
        line, [](char c) { return c < ' ' || c > '~'; }, ' ');
    while (line.ends_with(' ')) line.pop_back();
    return size * count;
}

template <class Value>
void set(const Session& session, CURLoption option, Value value) {
    if (::curl_easy_setopt(session.get(), option, value) != CURLE_OK)
        throw std::runtime_error("libcurl does not know an option");
}

long tls_level(StartTls security) {
    switch (security) {
        case StartTls::required: return CURLUSESSL_ALL;
        case StartTls::optional: return CURLUSESSL_TRY;
        case StartTls::none: return CURLUSESSL_NONE;
    }
    return CURLUSESSL_ALL;
}

Session open(const SmtpServer& server, Talk& talk) {
    Session session(::curl_easy_init());
    if (!session) throw std::runtime_error("libcurl does not start");
    set(session, CURLOPT_URL, server.url.c_str());
    set(session, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(session, CURLOPT_NOSIGNAL, 1L);
    set(session, CURLOPT_PROXY, "");
    set(session, CURLOPT_USE_SSL, tls_level(server.security));
    set(session, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(session, CURLOPT_CONNECTTIMEOUT, static_cast<long>(server.connect_time.count()));
    set(session, CURLOPT_TIMEOUT, static_cast<long>(server.total_time.count()));
    set(session, CURLOPT_HEADERFUNCTION, &hear_line);
    set(session, CURLOPT_HEADERDATA, &talk);
    set(session, CURLOPT_WRITEFUNCTION, &hear_line);
    set(session, CURLOPT_WRITEDATA, &talk);
    if (server.user.empty()) return session;
    set(session, CURLOPT_USERNAME, server.user.c_str());
    set(session, CURLOPT_PASSWORD, server.password.c_str());
    return session;
}

/// Whether the refusal is about this message and not about us or the moment: a 5xx once MAIL, RCPT
/// or DATA were said, but for 530 to 538, which ask for TLS or another password (RFC 4954).
bool about_the_message(CURLcode code, long answer, const Talk& talk) {
    if (answer < 500 || (answer >= 530 && answer <= 538)) return false;
    if (code == CURLE_SEND_ERROR) return true;
    return talk.body_begun && code != CURLE_LOGIN_DENIED;
}

DeliveryReport carry_out(const Session& session, const Talk& talk) {
    const auto code = ::curl_easy_perform(session.get());
    if (code == CURLE_OK) return {};
    long answer = 0;
    ::curl_easy_getinfo(session.get(), CURLINFO_RESPONSE_CODE, &answer);
    const auto outcome = about_the_message(code, answer, talk) ? Delivery::never : Delivery::later;
    if (code == CURLE_LOGIN_DENIED) return {outcome, "the mail server refuses our password"};
    if (answer >= 400 && !talk.last_line.empty()) return {outcome, talk.last_line};
    return {outcome, fmt::format("mail server: {}", ::curl_easy_strerror(code))};
}

}  // namespace

SmtpSender::SmtpSender(SmtpServer server) : server_(std::move(server)) {
    static const CURLcode ready = ::curl_global_init(CURL_GLOBAL_DEFAULT);
    if (ready != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

DeliveryReport SmtpSender::send(const mail::Draft& draft, Instant date) const {
    std::string message;
    try {
        message = mime_message(draft, date, server_.sender);
    } catch (const std::invalid_argument& refusal) {
        return {Delivery::never, refusal.what()};
    }
    Talk talk{message};
    const auto session = open(server_, talk);
    const Words recipients(::curl_slist_append(nullptr, ("<" + draft.to + ">").c_str()));
    set(session, CURLOPT_MAIL_FROM, ("<" + draft.from + ">").c_str());
    set(session, CURLOPT_MAIL_RCPT, recipients.get());
    set(session, CURLOPT_UPLOAD, 1L);
    set(session, CURLOPT_READFUNCTION, &give_body);
    set(session, CURLOPT_READDATA, &talk);
    return carry_out(session, talk);
}

DeliveryReport SmtpSender::greet() const {
    Talk talk;
    const auto session = open(server_, talk);
    set(session, CURLOPT_CUSTOMREQUEST, "NOOP");
    return carry_out(session, talk);
}

}  // namespace asterism::outside
