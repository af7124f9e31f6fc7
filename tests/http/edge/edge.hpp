#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "shells/http/gateway.hpp"
#include "shells/http/server.hpp"
#include "tests/http/running.hpp"
#include "tests/http/site.hpp"

namespace asterism::http::testing {

/// One answer as it came over the socket.
struct Answered {
    int status = 0;
    std::string head;
    std::string body;

    bool closes() const { return has(head, "\r\nConnection: close\r\n"); }

    std::string field(std::string_view name) const {
        const auto at = head.find("\r\n" + std::string(name) + ": ");
        if (at == head.npos) return "none";
        const auto from = at + name.size() + 4;
        return head.substr(from, head.find("\r\n", from) - from);
    }
};

/// Cuts what came into answers by their lengths. Bytes that are part of none become an answer of
/// status 0, so that no test can overlook them.
inline std::vector<Answered> answers(std::string_view bytes) {
    std::vector<Answered> out;
    while (!bytes.empty()) {
        const auto end = bytes.find("\r\n\r\n");
        if (!bytes.starts_with("HTTP/1.1 ") || end == bytes.npos) {
            out.push_back({0, {}, std::string(bytes)});
            break;
        }
        Answered one{
            std::stoi(std::string(bytes.substr(9, 3))), std::string(bytes.substr(0, end + 4)), {}};
        bytes.remove_prefix(end + 4);
        const auto length = one.field("Content-Length");
        if (length != "none") {
            one.body = bytes.substr(0, std::stoul(length));
            bytes.remove_prefix(one.body.size());
        }
        out.push_back(std::move(one));
    }
    return out;
}

/// The real server before a whole site, on a socket: what the open internet meets.
struct Edge : UnlimitedSite {
    explicit Edge(ServerOptions wanted = {}) : server(Running::settled(wanted), front) {}

    ~Edge() { server.stop(); }

    GatewayOptions front_options() {
        auto out = options();
        out.policy.base_url = "http://stars.example";
        out.hosts = {"stars.example"};
        out.limits.enabled = false;  // the rows are hundreds, from one address
        return out;
    }

    Client client() { return Client(server.port()); }

    std::vector<Answered> talk(std::string_view bytes) {
        Client one = client();
        one.send(bytes);
        return answers(one.read_all());
    }

    bool is_well() {
        const auto got = talk("GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        return got.size() == 1 && got.front().status == 200;
    }

    Gateway front{app, signer, fingerprint, front_options()};
    Server server;
    std::jthread thread{[this] { server.run(); }};
};

}  // namespace asterism::http::testing
