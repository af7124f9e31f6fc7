#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/http/site.hpp"

using namespace asterism::http;
using namespace asterism::http::testing;

namespace {

constexpr auto good = "https://good.example";

struct Shared : Site {
    GatewayOptions open_options() {
        auto out = options();
        out.cors_origins = {good, "http://localhost:5173"};
        return out;
    }

    Response from(std::string_view origin, Verb verb = Verb::get,
                  std::string_view target = "/v1/sessions/current",
                  std::vector<Header> fields = {}) {
        Request request;
        request.verb = verb;
        request.target = target;
        request.headers = std::move(fields);
        request.headers.push_back({"Host", "127.0.0.1:8000"});
        request.headers.push_back({"Origin", origin});
        Response response;
        open.answer(request, response);
        return response;
    }

    Response preflight(std::string_view origin, std::string_view target,
                       std::string_view method = "DELETE") {
        return from(origin, Verb::options, target, {{"Access-Control-Request-Method", method}});
    }

    Gateway open{app, signer, fingerprint, open_options()};
};

}  // namespace

TEST_CASE_FIXTURE(Shared, "cors: a listed origin may read, with its visitor's cookies") {
    const auto got = from(good);
    CHECK(header_of(got, "Access-Control-Allow-Origin") == good);
    CHECK(header_of(got, "Access-Control-Allow-Credentials") == "true");
    CHECK(got.block.find("Vary: Cookie, Origin\r\n") != std::string_view::npos);
    CHECK(header_of(from(good, Verb::get, "/v1/accounts/me"), "Access-Control-Allow-Origin") ==
          good);
    CHECK(header_of(from(good, Verb::get, "/v1/nowhere"), "Access-Control-Allow-Origin") == good);
}

TEST_CASE_FIXTURE(Shared, "cors: no other origin may, however like a listed one it is") {
    for (const auto* origin : {"null",
                               "",
                               "*",
                               "https://evil.example",
                               "http://good.example",
                               "https://good.example:444",
                               "https://good.example:443",
                               "https://good.example.evil.example",
                               "https://evilgood.example",
                               "https://sub.good.example",
                               "https://good.example/",
                               "https://good.example.",
                               "https://GOOD.example",
                               "https://good.example https://evil.example",
                               "https://user@good.example",
                               "https://good.exampl",
                               "good.example",
                               "//good.example",
                               "file://",
                               "https://good.example%00.evil.example",
                               "http://localhost:5174"}) {
        CAPTURE(origin);
        for (const auto& got : {from(origin), preflight(origin, "/v1/sessions/current")}) {
            CHECK(header_of(got, "Access-Control-Allow-Origin") == "none");
            CHECK(header_of(got, "Access-Control-Allow-Credentials") == "none");
            CHECK(header_of(got, "Access-Control-Allow-Methods") == "none");
        }
    }
}

TEST_CASE_FIXTURE(Shared, "cors: by default there are none") {
    const auto got = ask(Verb::get, "/v1/sessions/current", {}, {{"Origin", good}});
    CHECK(header_of(got, "Access-Control-Allow-Origin") == "none");
}

TEST_CASE_FIXTURE(Shared, "cors: a preflight hears the methods of that very address") {
    const auto got = preflight(good, "/v1/sessions/current");
    CHECK(got.status == 204);
    CHECK(header_of(got, "Access-Control-Allow-Origin") == good);
    CHECK(header_of(got, "Access-Control-Allow-Methods") == "GET, HEAD, DELETE, OPTIONS");
    CHECK(header_of(got, "Access-Control-Allow-Headers") ==
          "accept, accept-encoding, authorization, content-type, dnt, origin, user-agent, "
          "x-csrftoken, x-requested-with");
    const auto login = preflight(good, "/api/auth/login/", "POST");
    CHECK(login.status == 204);
    CHECK(header_of(login, "Access-Control-Allow-Methods") == "POST, OPTIONS");
    CHECK(preflight(good, "/v1/nowhere").status == 404);
}

TEST_CASE_FIXTURE(Shared, "cors: to read is not to write") {
    const auto got = from(good, Verb::del);
    CHECK(got.status == 403);
    CHECK(code_of(got) == "foreign_origin");
}

TEST_CASE_FIXTURE(Shared, "options: tells what an address knows, in its dialect's manner") {
    const auto plain = ask(Verb::options, "/v1/sessions");
    CHECK(plain.status == 204);
    CHECK(plain.body.empty());
    CHECK(header_of(plain, "Allow") == "POST, OPTIONS");
    const auto described = ask(Verb::options, "/api/auth/login/");
    CHECK(described.status == 200);
    CHECK(header_of(described, "Allow") == "POST, OPTIONS");
    CHECK(body_of(described).at("renders").as_array().size() == 1);
}
