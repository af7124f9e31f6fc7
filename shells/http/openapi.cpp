#include "shells/http/openapi.hpp"

#include <array>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "libcore/version.hpp"
#include "shells/app/operation.hpp"
#include "shells/http/cookies.hpp"
#include "shells/http/routes.hpp"

namespace asterism::http {
namespace {

namespace json = boost::json;

constexpr std::array verb_words{"get", "post", "put", "patch", "delete"};

json::object content(std::string_view type, json::object&& schema) {
    return {{type, json::object{{"schema", std::move(schema)}}}};
}

json::object reference(std::string_view to) { return {{"$ref", to}}; }

bool in_path(std::string_view path, std::string_view name) {
    return path.find("{" + std::string(name) + "}") != path.npos;
}

json::object parameter(const app::Field& field, std::string_view in) {
    auto schema = field.schema();
    return {{"name", field.name},
            {"in", in},
            {"required", in == "path" || field.required},
            {"description", field.about},
            {"schema", std::move(schema)}};
}

/// What stands for the field `visitor` where it is not sent in a body.
json::object visitor_cookie() {
    return {{"name", plain_cookies.visitor},
            {"in", "cookie"},
            {"required", false},
            {"description", "Whose cart it is, of who is not signed in; set by add_to_cart."},
            {"schema", json::object{{"type", "string"}}}};
}

json::object idempotency_key() {
    return {{"name", "Idempotency-Key"},
            {"in", "header"},
            {"required", false},
            {"description",
             "Sent again with the same key within a day, the request is answered as it was and "
             "does nothing more. The key with another request: 422."},
            {"schema", json::object{{"type", "string"}, {"minLength", 1}, {"maxLength", 255}}}};
}

/// The fields that the address carries as parameters, the others as a body.
void describe_input(const Route& route, const app::Shape& input, json::object& out) {
    const bool in_query = route.verb == Verb::get || route.verb == Verb::del;
    json::array parameters;
    app::Shape body;
    for (const app::Field& field : input) {
        const bool path = in_path(route.path, field.name);
        if (field.name == "visitor" && in_query)  // a secret, which stands in no address
            parameters.push_back(visitor_cookie());
        else if (path || in_query)
            parameters.push_back(parameter(field, path ? "path" : "query"));
        else
            body.push_back(field);
    }
    if (route.extras.once) parameters.push_back(idempotency_key());
    if (!parameters.empty()) out["parameters"] = std::move(parameters);
    if (!body.empty())
        out["requestBody"] = json::object{
            {"required", true},
            {"content",
             content(route.extras.file.part.empty() ? "application/json" : "multipart/form-data",
                     app::schema_of(body))}};
}

/// The rank that a route asks for, where any account will not do.
std::string_view role_word(Access access) {
    switch (access) {
        case Access::anyone:
        case Access::account: break;
        case Access::moderator: return "moderator";
        case Access::staff: return "staff";
        case Access::admin: return "admin";
    }
    return {};
}

/// Every limit of the route, the surface's among them.
json::array rate_limits(const Route& route) {
    constexpr std::string_view counted[]{"address", "account", "mailbox"};
    json::array out;
    const bool reads = route.verb == Verb::get;
    for (const Limits limits : {reads ? native().reads : native().writes, route.limits})
        for (const Limit& limit : limits)
            out.push_back(json::object{{"name", limit.name},
                                       {"per", counted[static_cast<std::size_t>(limit.by)]},
                                       {"requests", limit.rate.most},
                                       {"seconds", limit.rate.window.count()},
                                       {"visitors_only", limit.visitors_only},
                                       {"failures_only", limit.failures_only}});
    return out;
}

json::array security_of(const Route& route) {
    json::array out{json::object{{"session", json::array{}}}};
    if (!route.extras.scope) return out;
    for (const auto& [scope, name] : names(Scope{}))
        if (scope == *route.extras.scope) out.push_back(json::object{{"key", json::array{name}}});
    return out;
}

json::object answer_of(const Route& route, const app::Operation& operation) {
    const auto type = route.extras.media_type;
    if (type.ends_with("json")) return content(type, operation.output());
    return content(type, {{"type", "string"}});
}

json::object describe(const Route& route) {
    const auto& operation = *app::find_operation(route.use_case);
    json::object out{{"operationId", operation.name}, {"summary", operation.summary}};
    describe_input(route, operation.input(), out);
    out["responses"] = json::object{
        {std::to_string(route.extras.status),
         json::object{{"description", "Done."}, {"content", answer_of(route, operation)}}},
        {"429", reference("#/components/responses/TooOften")},
        {"default", reference("#/components/responses/Problem")}};
    if (route.access != Access::anyone) out["security"] = security_of(route);
    if (const auto role = role_word(route.access); !role.empty()) out["x-role"] = role;
    if (!route.extras.exempt) out["x-rate-limit"] = rate_limits(route);
    return out;
}

/// Where whoever takes the money tells of it, which is no row of the table.
json::object describe_calls() {
    json::object signature{{"name", "Stripe-Signature"},
                           {"in", "header"},
                           {"required", true},
                           {"description",
                            "t=SECONDS,v1=HEX: an HMAC-SHA-256 of t.body, by one of "
                            "payments.webhook_secrets, within 300 seconds."},
                           {"schema", json::object{{"type", "string"}}}};
    json::object event{{"type", "object"},
                       {"description", "An event of Stripe's; those of Checkout Sessions count."}};
    json::object heard{
        {"type", "object"},
        {"required", json::array{"received"}},
        {"properties",
         json::object{{"received", json::object{{"type", "boolean"}}},
                      {"order", json::object{{"type", "string"},
                                             {"description", "Its order, if there is one."}}}}}};
    return {
        {"operationId", "hear_payment"},
        {"summary", "Hears from Stripe what became of a payment."},
        {"parameters", json::array{std::move(signature)}},
        {"requestBody", json::object{{"required", true},
                                     {"content", content("application/json", std::move(event))}}},
        {"responses",
         json::object{
             {"200", json::object{{"description", "Heard; not to be told again."},
                                  {"content", content("application/json", std::move(heard))}}},
             {"default", reference("#/components/responses/Problem")}}}};
}

json::object problem_schema() {
    const auto field = [](std::string_view type, std::string_view about) {
        return json::object{{"type", type}, {"description", about}};
    };
    return {{"type", "object"},
            {"required", json::array{"type", "title", "status", "code"}},
            {"properties",
             json::object{{"type", field("string", "A URI for this kind of problem.")},
                          {"title", field("string", "What is wrong, in words.")},
                          {"status", field("integer", "The status of the answer.")},
                          {"code", field("string", "Stable, for programs.")},
                          {"detail", field("string", "The field it is about.")},
                          {"instance", field("string", "The request, for the operator.")},
                          {"errors", field("array", "Each refused field with its code.")}}}};
}

json::object refusal(std::string_view about) {
    return {{"description", about},
            {"content", content("application/problem+json", problem_schema())}};
}

json::object components() {
    auto too_often = refusal("One of the limits in x-rate-limit is used up.");
    too_often["headers"] = json::object{
        {"Retry-After", json::object{{"description", "Seconds after which it would pass."},
                                     {"schema", json::object{{"type", "integer"}}}}}};
    return {
        {"securitySchemes",
         json::object{{"key", json::object{{"type", "http"},
                                           {"scheme", "bearer"},
                                           {"description",
                                            "An API key made by make_key, within its scopes."}}},
                      {"session", json::object{{"type", "apiKey"},
                                               {"in", "cookie"},
                                               {"name", "sessionid"},
                                               {"description",
                                                "Opened by log_in. Writes also need the value "
                                                "of the csrftoken cookie in X-CSRFToken."}}}}},
        {"responses", json::object{{"Problem", refusal("A refusal, as RFC 9457 has it.")},
                                   {"TooOften", std::move(too_often)}}}};
}

}  // namespace

json::object openapi() {
    json::object paths;
    for (const Route& route : native().routes) {
        auto& path = paths[route.path];
        if (!path.is_object()) path.emplace_object();
        path.get_object()[verb_words.at(static_cast<std::size_t>(route.verb))] = describe(route);
    }
    paths[native().calls.path] = json::object{{"post", describe_calls()}};
    return {{"openapi", "3.1.0"},
            {"info", json::object{{"title", "Asterism"}, {"version", version()}}},
            {"paths", std::move(paths)},
            {"components", components()}};
}

const std::string& openapi_text() {
    static const std::string text = json::serialize(openapi());
    return text;
}

}  // namespace asterism::http
