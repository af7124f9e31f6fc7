#include "shells/http/tenants.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace asterism::http {
namespace {

/// Answers with its own name, and has a limit that tells it from others.
class Named final : public Handler {
public:
    Named(std::string name, std::size_t limit) : name_(std::move(name)), limit_(limit) {}

    Lane lane(const Request&) const override { return limit_ == 1 ? Lane::work : Lane::slow; }

    std::size_t body_limit(const Request&) const override { return limit_; }

    bool streams(const Request&) const override { return limit_ > 1; }

    void answer(const Request&, Response& response) override { response.body = name_; }

    void refuse(int status, Response& response) override {
        response.body = name_ + " " + std::to_string(status);
    }

private:
    std::string name_;
    std::size_t limit_;
};

struct Street {
    Street() {
        tenants.add({"Vinyl.example", "www.vinyl.example"}, vinyl);
        tenants.add({"tea.example", "vinyl.example"}, tea);
    }

    static Request request(std::string_view host, std::string_view peer = "192.0.2.1",
                           std::vector<Header> more = {}) {
        Request out;
        out.target = "/";
        out.peer = peer;
        out.headers = std::move(more);
        if (!host.empty()) out.headers.push_back({"Host", host});
        return out;
    }

    std::string who(const Request& request) {
        Response response;
        tenants.answer(request, response);
        return response.body;
    }

    Named own{"own", 1};
    Named vinyl{"vinyl", 2};
    Named tea{"tea", 3};
    Tenants tenants{own, {app::read_ip_range("10.0.0.0/8").value()}};
};

}  // namespace

TEST_CASE_FIXTURE(Street, "tenants: the host decides, in any case and on any port") {
    for (const auto* host :
         {"vinyl.example", "VINYL.example", "vinyl.example:8000", "www.vinyl.example"})
        CHECK(who(request(host)) == "vinyl");
    CHECK(who(request("tea.example")) == "tea");
}

TEST_CASE_FIXTURE(Street,
                  "tenants: what is nobody's goes to the installation, which knows better") {
    for (const auto* host :
         {"", "example", "a.vinyl.example", "vinyl.example.", "vinyl.example.evil",
          "xvinyl.example", "[::1]", "127.0.0.1:80", "vinyl.example@x", ","})
        CHECK_MESSAGE(who(request(host)) == "own", host);
    Response response;
    tenants.refuse(431, response);
    CHECK(response.body == "own 431");
}

TEST_CASE_FIXTURE(Street, "tenants: all of a request goes to one of them") {
    for (const auto& [host, limit] :
         {std::pair{"vinyl.example", 2U}, {"tea.example", 3U}, {"nobody.example", 1U}}) {
        const auto asked = request(host);
        CHECK(tenants.body_limit(asked) == limit);
        CHECK(tenants.streams(asked) == (limit > 1));
        CHECK(tenants.lane(asked) == (limit == 1 ? Lane::work : Lane::slow));
    }
}

TEST_CASE_FIXTURE(Street,
                  "tenants: a trusted proxy says which host was asked for, and nobody else") {
    const std::vector<Header> told{{"Forwarded", "for=192.0.2.9;host=tea.example"}};
    CHECK(who(request("inner", "10.0.0.1", told)) == "tea");
    CHECK(who(request("vinyl.example", "10.0.0.1", told)) == "tea");
    CHECK(who(request("vinyl.example", "192.0.2.1", told)) == "vinyl");
}

TEST_CASE("tenants: where there are none, everything is the installation's") {
    Named own("own", 1);
    Tenants tenants(own, {});
    Response response;
    tenants.answer(Street::request("vinyl.example"), response);
    CHECK(response.body == "own");
}

}  // namespace asterism::http
