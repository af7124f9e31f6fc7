#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shells/http/hosts.hpp"
#include "shells/http/router.hpp"
#include "shells/http/server.hpp"
#include "shells/http/target.hpp"

namespace asterism::http {

/// Answers that what is asked for is elsewhere.
void redirect(Response& response, int status, std::string to);
/// It is at the same address with a slash behind it.
void send_to_slash(const Request& request, const Target& target, Response& response);

/// Whether a proxy passed on what was asked in the clear, where the surface is for TLS alone.
/// `match` may have no route, `dialect` may be null.
bool sends_to_tls(const Request& request, const Match& match, const Dialect* dialect,
                  bool site_has_tls);

/// Sends everybody who asks for the site in the clear to its https address, and nobody else: who
/// asks for another host gets a 400. Never repeats what the client calls the site. Supervisors, who
/// ask how it is by whatever name they have for this machine and follow nobody, are answered here.
class Redirect final : public Handler {
public:
    /// `base_url` as the site is known; `hosts` empty: any. `site` says how it is, and has to
    /// outlive this.
    Redirect(std::string_view base_url, std::vector<std::string> hosts, Handler& site);

    Lane lane(const Request& head) const override;

    /// Bodies are read and forgotten: the client sends them again.
    std::size_t body_limit(const Request&) const override { return 65'536; }

    void answer(const Request& request, Response& response) override;
    void refuse(int status, Response& response) override;

private:
    std::string origin_;
    Hosts hosts_;
    Handler& site_;
};

}  // namespace asterism::http
