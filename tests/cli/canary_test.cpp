#include <doctest/doctest.h>

#include "shells/cli/log.hpp"
#include "shells/http/dialects/starview/starview.hpp"
#include "shells/http/routes.hpp"
#include "tests/http/site.hpp"

namespace asterism::cli {
namespace {

using http::Header;
using http::Response;
using http::Verb;

constexpr std::string_view forging = "a\r\nFAKE \x1B[31m";

/// A site whose every log line is kept, in both formats, and what must be in none of them.
struct Canary : http::testing::Site {
    Canary() : logged(app, signer, fingerprint, with_log()) {}

    http::GatewayOptions with_log() {
        auto out = options();
        out.log = [this](const http::AccessLine& line) {
            for (const Log* log : {&text, &json})
                log->write(Level::info, "answered",
                           {{"request_id", line.request_id},
                            {"method", line.method},
                            {"path", line.path},
                            {"peer", line.peer},
                            {"status", line.status}});
        };
        out.failed = [this](std::string_view id, std::string_view what) {
            for (const Log* log : {&text, &json})
                log->write(Level::error, "a request failed", {{"request_id", id}, {"why", what}});
        };
        return out;
    }

    Log::Options to_lines(bool as_json) {
        return {as_json, Level::debug, [this] { return now; },
                [this](std::string_view line) { lines.emplace_back(line); }};
    }

    Response send(Verb verb, const std::string& target, const std::string& body,
                  const std::string& session, std::string_view type = "application/json") {
        move();
        http::Request request;
        request.verb = verb;
        request.target = target;
        request.body = body;
        request.peer = peer;
        const auto cookies = "sessionid=" + session + "; csrftoken=" + secret("csrf");
        const auto token = csrf.empty() ? secret("csrf") : csrf;
        request.headers = {{"Host", "127.0.0.1:8000"},
                           {"User-Agent", forging},
                           {"X-CSRFToken", token},
                           {"Cookie", cookies}};
        if (!body.empty()) request.headers.push_back({"Content-Type", type});
        Response response;
        logged.answer(request, response);
        keep_cookies(response);
        if (response.status >= 400) refusals.push_back(response.body);
        return response;
    }

    /// A secret of that kind; kinds are words, so that the one that leaked is named.
    static std::string secret(std::string_view kind) {
        return "Canary!" + std::string(kind) + "7yellow0bird1sings2loud";
    }

    /// Everything that the program has told anybody but the one who asked, and every refusal.
    std::vector<std::string> told() const {
        auto out = lines;
        out.insert(out.end(), refusals.begin(), refusals.end());
        for (const auto& [event, at, caller] : store.tables.audit)
            out.push_back(std::string(event.type) + event.handle + ' ' + event.metadata +
                          caller.address + caller.request_id);
        return out;
    }

    void expect_nowhere(std::string_view hidden) const {
        REQUIRE(hidden.size() > 15);
        for (const auto& line : told()) {
            CAPTURE(line);
            CHECK(line.find(hidden) == std::string::npos);
        }
    }

    Log text{to_lines(false)};
    Log json{to_lines(true)};
    std::vector<std::string> lines;
    std::vector<std::string> refusals;
    std::string csrf;
    http::Gateway logged;
};

std::string filled(std::string_view path) {
    std::string out;
    for (bool inside = false; const char c : path) {
        if (c == '{') out += Canary::secret("path");
        inside = c == '{' || (inside && c != '}');
        if (!inside && c != '}') out += c;
    }
    return out;
}

/// Every field of the operation and the usual ones of forms, each with a secret of its own.
std::string body_for(const http::Route& route) {
    std::string out = "{\"password1\":\"" + Canary::secret("form") + "\",\"password2\":\"" +
                      Canary::secret("form") + "\"";
    for (const auto& field : app::find_operation(route.use_case)->input())
        out += ",\"" + std::string(field.name) + "\":\"" + Canary::secret(field.name) + "\"";
    return out + "}";
}

}  // namespace

TEST_CASE_FIXTURE(Canary, "canary: no route tells a log or a refusal what it was given in secret") {
    int driven = 0;
    for (const auto* dialect : {&http::native(), &http::starview()})
        for (const auto& route : dialect->routes) {
            CAPTURE(route.path);
            const bool reads = route.verb == Verb::get;
            const auto target = filled(route.path) + "?token=" + secret("query");
            const auto body = reads ? std::string() : body_for(route);
            const auto answer = send(route.verb, target, body, secret("session"));
            CHECK(answer.status < 500);
            ++driven;
        }
    CHECK(driven >= 30);
    CHECK(lines.size() >= 60);
    expect_nowhere("7yellow0bird1sings2loud");
}

TEST_CASE_FIXTURE(Canary, "canary: a whole life leaves no secret behind") {
    const auto chosen = secret("password");
    send(Verb::post, "/v1/accounts",
         R"({"handle":"vera","email":"v@example.org","password":")" + chosen + "\"}", "");
    const auto link = mailed_token();
    send(Verb::get, "/accounts/confirm-email/" + link + "/", "", "");
    send(Verb::post, "/v1/accounts/verification", R"({"token":")" + link + "\"}", "");
    send(Verb::post, "/v1/sessions", R"({"identifier":")" + chosen + R"(","password":"vera"})", "");
    send(Verb::post, "/v1/sessions",
         R"({"identifier":"vera","password":")" + secret("wrong") + "\"}", "");
    REQUIRE(send(Verb::post, "/v1/sessions",
                 R"({"identifier":"vera","password":")" + chosen + "\"}", "")
                .status == 200);
    const auto session = jar.at("sessionid");
    csrf = jar.at("csrftoken");
    const auto next = secret("next");
    CHECK(send(Verb::put, "/v1/accounts/me/password",
               R"({"current_password":")" + chosen + R"(","new_password":")" + next + "\"}",
               session)
              .status == 200);
    send(Verb::get, "/v1/accounts/me", "", session);  // the old secret, which opens nothing now
    for (const std::string& hidden :
         std::vector<std::string>{chosen, next, secret("wrong"), link, session, csrf,
                                  jar.at("sessionid"), jar.at("csrftoken")})
        expect_nowhere(hidden);
}

TEST_CASE_FIXTURE(Canary,
                  "canary: nothing that was sent begins a line or orders a terminal about") {
    send(Verb::post, "/v1/sessions", R"({"identifier":"a\r\nFAKE \u001b[31m","password":"x"})", "");
    send(Verb::get, "/v1/a%0d%0aFAKE%1b", "", "");
    send(Verb::get, "/nowhere/%0AFAKE", "", "");
    REQUIRE(lines.size() >= 6);
    for (const auto& line : lines) {
        CHECK(line.find('\n') == line.size() - 1);
        CHECK(line.find_first_of("\r\x1B") == std::string::npos);
        CHECK_FALSE(line.starts_with("FAKE"));
    }
}

}  // namespace asterism::cli
