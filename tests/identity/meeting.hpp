#pragma once

#include <string>
#include <string_view>

#include "tests/http/site.hpp"
#include "tests/identity/fake_provider.hpp"

namespace asterism::http::testing {

/// A site and two providers that it knows.
struct Meeting : Site {
    Meeting() {
        club.now = guild.now = now;
        providers.real = &clients;
    }

    /// Sets out on the native surface; the way back that the provider's consent leads to.
    std::string set_out(std::string_view process = "login", std::string_view next = "") {
        const auto begun = ask(Verb::post, "/v1/identity-flows",
                               R"({"provider":"club","process":")" + std::string(process) +
                                   R"(","next":")" + std::string(next) + R"("})");
        if (begun.status != 200) return {};
        return club.consent(std::string(body_of(begun).at("location").as_string()));
    }

    /// There and back again.
    Response visit(std::string_view process = "login", std::string_view next = "") {
        return ask(Verb::get, set_out(process, next));
    }

    /// The same as Starview's client does it.
    Response visit_starview(std::string_view query = "process=login") {
        const auto away = ask(Verb::get, "/accounts/club/login/?" + std::string(query));
        return ask(Verb::get, club.consent(header_of(away, "Location")));
    }

    void wait(std::chrono::seconds time) { club.now = guild.now = now += time; }

    bool is_signed_in() {
        return body_of(ask(Verb::get, "/v1/sessions/current")).at("authenticated").as_bool();
    }

    /// The last audit row: "login_failed auth_method=club reason=token_nonce".
    std::string told() const {
        const auto& event = store.tables.audit.back().event;
        return std::string(event.type) + " " + event.metadata;
    }

    outside::testing::FakeProvider club{"club"};
    outside::testing::FakeProvider guild{"guild"};

    struct Wire final : outside::HttpClient {
        explicit Wire(const Meeting& m) : meeting(m) {}

        outside::HttpOutcome send(const outside::HttpRequest& request) const override {
            return request.url.starts_with(meeting.club.issuer) ? meeting.club.send(request)
                                                                : meeting.guild.send(request);
        }

        const Meeting& meeting;
    };

    Wire wire{*this};
    outside::OidcProviders clients{{club.as_client(), guild.as_client()}, wire, {}};
};

}  // namespace asterism::http::testing
