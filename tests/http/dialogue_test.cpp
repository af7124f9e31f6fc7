#include "shells/http/dialogue.hpp"

#include <cstring>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "shells/http/head_parser.hpp"
#include "tests/http/running.hpp"

using namespace asterism::http;
using namespace asterism::http::testing;

namespace {

/// Says who asked for what; /job… on another thread.
class Echo final : public Handler {
public:
    Lane lane(const Request& head) const override {
        return head.target.starts_with("/job") ? Lane::work : Lane::at_once;
    }

    std::size_t body_limit(const Request&) const override { return 100; }

    void answer(const Request& request, Response& response) override {
        response.body.append(request.peer).append(request.header("x-word"));
        response.body.append(request.target).append(request.body);
        response.body.append(request.target == "/big" ? 20'000 : 0, 'b');
    }

    void refuse(int, Response& response) override { response.body = "no"; }
};

struct Room {
    ServerOptions options;
    Echo echo;
    House house{options, echo, &read_head};
    Desk desk;
};

/// A client of that room.
class Guest {
public:
    Guest(Room& room, std::string peer) : dialogue_(room.house, room.desk, std::move(peer)) {}

    Dialogue::Need say(std::string_view bytes) {
        const auto room = dialogue_.room();
        std::memcpy(room.data(), bytes.data(), bytes.size());
        dialogue_.received(bytes.size());
        return dialogue_.next();
    }

    /// Takes so much of what there is, as a socket does that is nearly full.
    void hear(std::size_t most) {
        for (const auto piece : dialogue_.output()) {
            const auto part = piece.substr(0, most);
            heard += part;
            most -= part.size();
            if (!part.empty() && dialogue_.sent(part.size())) return;
            if (part.size() < piece.size()) return;
        }
    }

    void hear() { hear(std::string::npos); }

    Dialogue::Need work() {
        dialogue_.answer();
        return dialogue_.next();
    }

    std::string heard;

private:
    Dialogue dialogue_;
};

std::string ask(const std::string& target, const std::string& word) {
    return get(target, "X-Word: " + word + "\r\n");
}

}  // namespace

TEST_CASE("dialogue: what waits is not touched by others of the same thread") {
    using Need = Dialogue::Need;
    Room room;
    Guest ada(room, "ada");
    Guest bob(room, "bob");

    SUBCASE("an answer that the socket took half of") {
        CHECK(ada.say(ask("/a", "-1")) == Need::input);
        ada.hear(20);
        CHECK(bob.say(ask("/b", "-2")) == Need::input);
        bob.hear();
        ada.hear();
        CHECK(ada.heard.ends_with("\r\n\r\nada-1/a"));
        CHECK(bob.heard.ends_with("\r\n\r\nbob-2/b"));
    }
    SUBCASE("an answer too big to be copied") {
        CHECK(ada.say(ask("/big", "-1")) == Need::output);
        ada.hear(20);
        CHECK(bob.say(ask("/b", "-2")) == Need::input);
        bob.hear();
        ada.hear();
        ada.hear();
        CHECK(ada.heard.ends_with("\r\n\r\nada-1/big" + std::string(20'000, 'b')));
        CHECK(bob.heard.ends_with("\r\n\r\nbob-2/b"));
    }
    SUBCASE("a request under work, and answers before it") {
        CHECK(ada.say(ask("/a", "-1") + ask("/job", "-1") + ask("/c", "-1")) == Need::job);
        CHECK(bob.say(ask("/b", "-2")) == Need::input);
        bob.hear();
        CHECK(ada.work() == Need::input);
        ada.hear();
        CHECK(has(ada.heard, "\r\n\r\nada-1/a"));
        CHECK(has(ada.heard, "\r\n\r\nada-1/job"));
        CHECK(ada.heard.ends_with("\r\n\r\nada-1/c"));
        CHECK(bob.heard.ends_with("\r\n\r\nbob-2/b"));
    }
    SUBCASE("a request whose body is still to come") {
        CHECK(ada.say("POST /a HTTP/1.1\r\nHost: a\r\nX-Word: -1\r\nContent-Length: 4\r\n\r\nab") ==
              Need::input);
        CHECK(bob.say(ask("/b", "-2")) == Need::input);
        bob.hear();
        CHECK(ada.say("cd") == Need::input);
        ada.hear();
        CHECK(ada.heard.ends_with("\r\n\r\nada-1/aabcd"));
        CHECK(bob.heard.ends_with("\r\n\r\nbob-2/b"));
    }
}
