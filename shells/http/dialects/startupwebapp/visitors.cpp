#include "shells/http/dialects/startupwebapp/visitors.hpp"

namespace asterism::http::startupwebapp_dialect {

void hand_event_cookie(Response& response, const RequestFacts& facts) {
    hand_cookie(response, facts, {event_cookie, facts.mark, std::chrono::days{365}, true});
}

}  // namespace asterism::http::startupwebapp_dialect
