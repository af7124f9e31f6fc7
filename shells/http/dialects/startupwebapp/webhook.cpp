#include "shells/http/dialects/startupwebapp/webhook.hpp"

#include <utility>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace asterism::http::startupwebapp_dialect {
namespace {

struct Told {
    int status;
    std::string_view word;
};

Told told(const Fault& fault) {
    if (fault.slug == "method_not_allowed") return {405, "method-not-allowed"};
    if (fault.slug == "webhook_not_configured") return {500, "webhook-not-configured"};
    if (fault.slug == "invalid_signature") return {400, "invalid-signature"};
    if (fault.slug == "invalid_payload") return {400, "invalid-payload"};
    return {500, "processing-error"};
}

}  // namespace

void webhook_told(const CallHeard& heard, const RequestFacts&, Response& response) {
    if (heard.fault) {
        const auto [status, word] = told(*heard.fault);
        response.status = status;
        return reply(response, {{"error", word}});
    }
    boost::json::object body{{"received", true}};
    if (!heard.order.empty()) body["order_identifier"] = heard.order;
    reply(response, std::move(body));
}

}  // namespace asterism::http::startupwebapp_dialect
