#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "shells/http/message.hpp"
#include "shells/http/proxies.hpp"
#include "shells/http/server.hpp"

namespace asterism::http {

/// Several sites on one server, told apart by the host name that is asked for. Nothing else of a
/// request has a say in whose it is, and nothing is kept here: what one site knows, it alone knows.
class Tenants final : public Handler {
public:
    /// `own` gets what is nobody else's, and refuses hosts that are not its own; both have to
    /// outlive this.
    Tenants(Handler& own, std::vector<app::IpRange> proxies)
        : own_(own), proxies_(std::move(proxies)) {}

    /// To be called before the first request. A later tenant does not get an earlier one's name.
    void add(const std::vector<std::string>& hosts, Handler& site);

    Lane lane(const Request& head) const override { return of(head).lane(head); }

    std::size_t body_limit(const Request& head) const override { return of(head).body_limit(head); }

    bool streams(const Request& head) const override { return of(head).streams(head); }

    std::unique_ptr<BodySink> admit(const Request& head, Response& response) override {
        return of(head).admit(head, response);
    }

    void answer(const Request& request, Response& response) override {
        of(request).answer(request, response);
    }

    /// What came was no request yet, so it is nobody's.
    void refuse(int status, Response& response) override { own_.refuse(status, response); }

private:
    Handler& of(const Request& request) const;

    Handler& own_;
    Proxies proxies_;
    std::map<std::string, Handler*, std::less<>> by_host_;
};

}  // namespace asterism::http
