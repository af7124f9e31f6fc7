#include "shells/http/health.hpp"

#include "shells/app/time_text.hpp"

namespace asterism::http {
namespace {

bool answers(app::Store& store) {
    try {
        store.ping();
        return true;
    } catch (const app::StoreUnavailable&) {
        return false;
    }
}

void readiness(bool database, bool draining, Response& response) {
    const bool ready = database && !draining;
    response.status = ready ? 200 : 503;
    response.body = R"({"status":")";
    response.body += ready ? "ready" : "not_ready";
    response.body += R"(","reasons":[)";
    if (!database) response.body += R"("database")";
    if (!database && draining) response.body += ',';
    if (draining) response.body += R"("stopping")";
    response.body += "]}";
}

/// As Starview's operators know it: its three neighbours are one process here, or none.
void starview_health(bool database, Instant now, Response& response) {
    response.status = database ? 200 : 503;
    response.body = R"({"status":")";
    response.body += database ? "healthy" : "unhealthy";
    response.body += R"(","timestamp":")";
    app::append_instant(response.body, now);
    if (response.body.ends_with('Z')) response.body.replace(response.body.size() - 1, 1, "+00:00");
    response.body += R"(","checks":{"database":")";
    response.body += database ? "ok" : "error";
    response.body += R"(","cache":"ok","celery":"disabled"})";
    if (!database) response.body += R"(,"errors":["The database does not answer."])";
    response.body += '}';
}

}  // namespace

bool is_health(std::string_view path) { return path == "/readyz" || path == "/health/"; }

bool answer_health(std::string_view path, app::App& app, bool draining, Response& response) {
    if (path == "/readyz")
        readiness(answers(app.store()), draining, response);
    else if (path == "/health/")
        starview_health(answers(app.store()), app.now(), response);
    else
        return false;
    response.headers.emplace_back("Cache-Control", "no-store");
    return true;
}

}  // namespace asterism::http
