#include "shells/http/problem.hpp"

#include <utility>

#include "libcore/media/faults.hpp"
#include "libcore/shop/replies.hpp"
#include "shells/app/json.hpp"
#include "shells/http/faults.hpp"

namespace asterism::http {
namespace {

using app::append_json;

struct Edge {
    int status;
    std::string_view code;
    std::string_view text;
};

constexpr Edge edge[]{
    {400, "bad_request", "The request is malformed."},
    {403, "forbidden", "This is not allowed."},
    {404, "no_route", "Nothing lives at this address."},
    {405, "method_not_allowed", "This address does not know that method."},
    {408, "too_slow", "The request took too long to arrive."},
    {413, "body_too_large", "The body is larger than this address takes."},
    {414, "target_too_long", "The address is too long."},
    {415, "unsupported_media_type", "This address takes bodies of another type."},
    {417, "expectation_failed", "This expectation cannot be met."},
    {431, "head_too_large", "The header fields are too many or too long."},
    {500, "internal_error", "Something went wrong here. It has been noted."},
    {501, "not_implemented", "This method or transfer coding is not known here."},
    {503, "busy", "Too much to do just now. Try again soon."},
    {505, "http_version", "Only HTTP/1.1 and HTTP/1.0 are spoken here."},
};

void open(std::string& out, std::string_view code, std::string_view title, int status) {
    out += "{\"type\":";
    append_json(out, std::string("urn:asterism:") + std::string(code));
    out += ",\"title\":";
    append_json(out, title);
    out += ",\"status\":";
    append_json(out, std::int64_t{status});
    out += ",\"code\":";
    append_json(out, code);
}

void close(std::string& out, std::string_view request_id) {
    if (!request_id.empty()) {
        out += ",\"instance\":";
        append_json(out, std::string("urn:request:") + std::string(request_id));
    }
    out += '}';
}

void append_fields(std::string& out, const std::vector<FieldError>& fields) {
    out += ",\"errors\":[";
    for (bool first = true; const FieldError& error : fields) {
        if (!std::exchange(first, false)) out += ',';
        out += "{\"field\":";
        append_json(out, error.field);
        out += ",\"code\":";
        append_json(out, error.fault->slug);
        out += ",\"text\":";
        append_json(out, error.fault->text);
        out += '}';
    }
    out += ']';
}

}  // namespace

int status_of(const Fault& fault) {
    if (&fault == &unsupported_type) return 415;
    if (&fault == &method_not_allowed) return 405;
    if (&fault == &media::too_large) return 413;
    if (&fault == &shop::key_of_another) return 422;
    if (&fault == &media::storage_full) return 507;
    return status_of(fault.kind);
}

int status_of(Kind kind) {
    switch (kind) {
        case Kind::invalid: return 400;
        case Kind::unauthenticated: return 401;
        case Kind::forbidden: return 403;
        case Kind::missing: return 404;
        case Kind::conflict: return 409;
        case Kind::throttled: return 429;
        case Kind::unavailable: return 503;
    }
    return 500;
}

void problem(const Error& error, const RequestFacts& facts, Response& response) {
    response.status = status_of(*error.fault);
    response.type = "application/problem+json";
    response.body.clear();
    open(response.body, error.fault->slug, error.fault->text, response.status);
    if (!error.detail.empty()) {
        response.body += ",\"detail\":";
        append_json(response.body, error.detail);
    }
    if (!error.fields.empty()) append_fields(response.body, error.fields);
    close(response.body, facts.request_id);
}

void problem(int status, std::string_view request_id, Response& response) {
    const Edge* said = &edge[0];
    for (const Edge& each : edge)
        if (each.status == status) said = &each;
    response.status = status;
    response.type = "application/problem+json";
    response.body.clear();
    open(response.body, said->code, said->text, status);
    close(response.body, request_id);
}

}  // namespace asterism::http
