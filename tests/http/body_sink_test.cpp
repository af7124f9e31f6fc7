#include "shells/http/body_sink.hpp"

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include <doctest/doctest.h>

#include "tests/http/running.hpp"

using namespace asterism::http;
using namespace asterism::http::testing;

namespace {

/// Takes uploads at /in, wants no more than ten bytes at /in/little, lets nobody into /in/closed.
class Intake final : public Handler {
public:
    struct Sink final : BodySink {
        explicit Sink(Intake& to) : intake(to) { ++intake.sinks; }

        ~Sink() override { --intake.sinks; }

        bool take(std::string_view piece) override {
            largest = std::max(largest, piece.size());
            text += piece;
            return text.size() <= most;
        }

        Intake& intake;
        std::string text;
        std::size_t largest = 0;
        std::size_t most = 10'000'000;
    };

    Lane lane(const Request&) const override { return Lane::images; }

    std::size_t body_limit(const Request&) const override { return 6'000'000; }

    bool streams(const Request& head) const override { return head.target.starts_with("/in"); }

    std::unique_ptr<BodySink> admit(const Request& head, Response& response) override {
        admitted_by = std::this_thread::get_id();
        if (head.target == "/in/fails") throw std::runtime_error("fails");
        if (head.target == "/in/closed") {
            response.status = 401;
            return nullptr;
        }
        auto sink = std::make_unique<Sink>(*this);
        if (head.target == "/in/little") sink->most = 10;
        return sink;
    }

    void answer(const Request& request, Response& response) override {
        ++answered;
        const auto* sink = static_cast<const Sink*>(request.sink);
        response.type = "text/plain";
        response.body = sink ? std::to_string(sink->text.size()) + " bytes" : "no sink";
        if (sink) largest = sink->largest;
    }

    void refuse(int status, Response& response) override {
        response.body = "refused " + std::to_string(status);
    }

    std::atomic<int> sinks = 0;
    std::atomic<int> answered = 0;
    std::atomic<std::size_t> largest = 0;
    std::atomic<std::thread::id> admitted_by;
};

struct Site {
    Site() : server(Running::settled({}), intake) {}

    ~Site() { server.stop(); }

    std::string talk(std::string_view bytes) {
        Client client(server.port());
        client.send(bytes);
        return client.read_all();
    }

    Intake intake;
    Server server;
    std::jthread thread{[this] { server.run(); }};
};

constexpr std::string_view closing = "Connection: close\r\n";

}  // namespace

TEST_CASE("body_sink: a body comes in pieces that the connection has room for") {
    Site site;
    Client client(site.server.port());
    for (int i = 0; i < 2; ++i) {
        client.send(post("/in", std::string(3'000'000, 'x')));
        CHECK(client.read_one().ends_with("\r\n\r\n3000000 bytes"));
    }
    CHECK(site.intake.largest <= 16 * 1024);
    client.send(post("/in", {}));
    CHECK(client.read_one().ends_with("no sink"));
}

TEST_CASE("body_sink: chunks are taken out of their wrapping first") {
    Site site;
    const auto got = site.talk(
        "POST /in HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5\r\nhello\r\n3\r\nyou\r\n0\r\n\r\n");
    CHECK(got.ends_with("8 bytes"));
    CHECK(only_status(site.talk("POST /in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                "5\r\nhello\r\n7000000\r\n")) == 413);
    CHECK(site.intake.sinks == 0);
}

TEST_CASE("body_sink: who may not come in is told before the body is sent") {
    Site site;
    Client client(site.server.port());
    client.send(
        "POST /in/closed HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n"
        "Expect: 100-continue\r\n\r\n");
    const auto got = client.read_all();
    CHECK(got.starts_with("HTTP/1.1 401 "));
    CHECK(answers_in(got) == 1);
    CHECK(has(got, "\r\nConnection: close\r\n"));
    CHECK(site.intake.answered == 0);
}

TEST_CASE("body_sink: who may come in is asked to go on, by a thread that may wait for the store") {
    Site site;
    Client client(site.server.port());
    client.send(
        "POST /in HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    CHECK(client.read_one(false) == "HTTP/1.1 100 Continue\r\n\r\n");
    CHECK(site.intake.admitted_by.load() != site.thread.get_id());
    client.send("abcd");
    CHECK(client.read_one().ends_with("4 bytes"));
}

TEST_CASE("body_sink: a sink that wants no more ends the connection with the handler's answer") {
    Site site;
    const auto got = site.talk(post("/in/little", std::string(100'000, 'x')));
    CHECK(only_status(got) == 200);
    CHECK(has(got, " bytes"));
    CHECK(site.intake.answered == 1);
    CHECK(site.intake.sinks == 0);
}

TEST_CASE("body_sink: is gone when the client goes, and when the body breaks its framing") {
    Site site;
    {
        Client client(site.server.port());
        client.send(
            "POST /in HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n");
        client.read_one(false);
        CHECK(site.intake.sinks == 1);
        client.reset();
    }
    CHECK(only_status(site.talk("POST /in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                                "\r\n5\r\nhello!!")) == 400);
    CHECK(only_status(site.talk(post("/in/fails", "x"))) == 500);
    site.server.stop();
    site.thread.join();
    CHECK(site.intake.sinks == 0);
    CHECK(site.intake.answered == 0);
}
