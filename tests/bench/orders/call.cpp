#include "tests/bench/orders/call.hpp"

#include <stdexcept>
#include <unistd.h>

#include <arpa/inet.h>
#include <boost/json.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "shells/outside/stripe_signature.hpp"

namespace asterism::bench {
namespace {

namespace json = boost::json;

json::object person(const shop::PostalAddress& who) {
    return {{"name", who.name},
            {"address",
             {{"line1", who.line1},
              {"line2", who.line2},
              {"city", who.city},
              {"state", who.state},
              {"postal_code", who.zip},
              {"country", who.country}}}};
}

json::object session_of(const shop::Payment& payment) {
    json::object session{{"id", payment.session},
                         {"object", "checkout.session"},
                         {"client_reference_id", payment.reference},
                         {"payment_intent", payment.intent},
                         {"payment_status", "paid"},
                         {"mode", payment.purpose},
                         {"amount_total", payment.amount},
                         {"currency", payment.currency},
                         {"livemode", payment.live},
                         {"shipping_details", person(payment.shipping)}};
    auto buyer = person(payment.billing);
    buyer["email"] = payment.email;
    session["customer_details"] = std::move(buyer);
    return session;
}

}  // namespace

std::string signed_call(const shop::Payment& payment, std::string_view secret, Instant now) {
    const auto body = json::serialize(json::object{{"id", "evt_" + payment.session},
                                                   {"object", "event"},
                                                   {"type", "checkout.session.completed"},
                                                   {"livemode", payment.live},
                                                   {"data", {{"object", session_of(payment)}}}});
    return "POST /v1/shop/webhooks/stripe HTTP/1.1\r\nHost: 127.0.0.1\r\n"
           "Content-Type: application/json; charset=utf-8\r\nStripe-Signature: " +
           outside::signed_header(secret, body, now) +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

bool makes_order(std::string_view answer) {
    return answer.starts_with("HTTP/1.1 200") && answer.find("\"order\":") != answer.npos;
}

Wire::Wire(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int yes = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0)
        throw std::runtime_error("the server is not there");
}

Wire::~Wire() { ::close(socket_); }

void Wire::receive(std::string& into) const {
    char bytes[4096];
    const auto size = ::recv(socket_, bytes, sizeof bytes, 0);
    if (size <= 0) throw std::runtime_error("the server hung up");
    into.append(bytes, static_cast<std::size_t>(size));
}

std::string Wire::ask(std::string_view request) {
    if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size()))
        throw std::runtime_error("the server takes nothing");
    constexpr std::string_view length = "Content-Length: ";
    std::string out;
    while (out.find("\r\n\r\n") == out.npos) receive(out);
    const auto head = out.find("\r\n\r\n") + 4;
    const auto size = std::stoul(out.substr(out.find(length) + length.size()));
    while (out.size() < head + size) receive(out);
    return out;
}

}  // namespace asterism::bench
