#include "shells/http/recent_answers.hpp"

#include <string>
#include <utility>

namespace asterism::http {
namespace {

std::string key(const Route& route) { return "answer " + std::string(route.path); }

}  // namespace

bool RecentAnswers::find(const Route& route, Instant now, Response& response) const {
    if (route.extras.may_be_old.count() == 0) return false;
    auto kept = cache_.find(key(route), now);
    if (!kept) return false;
    response.body = std::move(kept->text);
    response.type = route.extras.media_type;
    return true;
}

void RecentAnswers::keep(const Route& route, Instant now, const Response& response) const {
    if (route.extras.may_be_old.count() > 0)
        cache_.keep(key(route), response.body, now, route.extras.may_be_old);
}

}  // namespace asterism::http
