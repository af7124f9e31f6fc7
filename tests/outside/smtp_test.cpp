#include "shells/outside/smtp.hpp"

#include <map>
#include <string>
#include <thread>
#include <unistd.h>

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace asterism::outside {
namespace {

/// A mail server that takes one connection and answers each command as it was told to.
class Server {
public:
    using Answers = std::map<std::string, std::string, std::less<>>;

    explicit Server(Answers answers = {}) : answers_(std::move(answers)) {
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0);
        REQUIRE(::listen(socket_, 1) == 0);
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::jthread([this] { serve(); });
    }

    ~Server() {
        ::shutdown(socket_, SHUT_RDWR);
        if (thread_.joinable()) thread_.join();
        ::close(socket_);
    }

    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    SmtpServer here() const {
        SmtpServer out{fmt::format("smtp://127.0.0.1:{}", port_)};
        out.security = StartTls::none;
        return out;
    }

    /// Everything the client said until it went.
    std::string all_heard() {
        if (thread_.joinable()) thread_.join();
        return heard_;
    }

private:
    void serve() {
        const int client = ::accept(socket_, nullptr, nullptr);
        if (client < 0) return;
        say(client, answer("greeting", "220 here"));
        for (std::string line; !(line = next_line(client)).empty();) {
            if (data_ && line != ".\r\n") continue;
            const auto word = data_ ? std::string("end") : line.substr(0, 4);
            data_ = false;
            const auto reply = answer(word, word == "DATA" ? "354 go on" : "250 ok");
            if (word == "DATA" && reply.starts_with("354")) data_ = true;
            say(client, reply);
            if (word == "QUIT") break;
        }
        ::close(client);
    }

    std::string answer(std::string_view word, std::string usual) const {
        const auto found = answers_.find(word);
        return found == answers_.end() ? usual : found->second;
    }

    std::string next_line(int client) {
        std::string line;
        char c = 0;
        while (!line.ends_with("\r\n") && ::recv(client, &c, 1, 0) == 1) line += c;
        heard_ += line;
        return line;
    }

    static void say(int client, const std::string& line) {
        const auto whole = line + "\r\n";
        static_cast<void>(!::send(client, whole.data(), whole.size(), MSG_NOSIGNAL));
    }

    Answers answers_;
    std::string heard_;
    bool data_ = false;
    int socket_ = -1;
    std::uint16_t port_ = 0;
    std::jthread thread_;
};

mail::Draft draft() {
    mail::Draft out;
    out.to = "alice@example.org";
    out.from = "noreply@stars.example";
    out.subject = "Welcome";
    out.text = "first\n.second\n";
    out.unique = "abc";
    return out;
}

DeliveryReport send_to(const Server& server) { return SmtpSender(server.here()).send(draft(), {}); }

TEST_CASE("smtp: hands over one message to one recipient") {
    Server server;
    const auto report = send_to(server);
    CHECK(report.outcome == Delivery::done);
    CHECK(report.error.empty());
    const auto heard = server.all_heard();
    CHECK(heard.find("MAIL FROM:<noreply@stars.example>") != std::string::npos);
    CHECK(heard.find("RCPT TO:<alice@example.org>\r\n") != std::string::npos);
    CHECK(heard.find("\r\nfirst\r\n..second\r\n") != std::string::npos);
}

TEST_CASE("smtp: tells what to try again from what is refused for good") {
    struct Row {
        const char* word;
        const char* answer;
        Delivery outcome;
    };

    const Row rows[] = {
        {"greeting", "421 busy", Delivery::later},
        {"greeting", "554 not you", Delivery::later},
        {"MAIL", "451 greylisted", Delivery::later},
        {"MAIL", "553 not from you", Delivery::never},
        {"RCPT", "450 mailbox busy", Delivery::later},
        {"RCPT", "550 5.1.1 no such user", Delivery::never},
        {"RCPT", "530 5.7.0 sign in first", Delivery::later},
        {"DATA", "452 disk full", Delivery::later},
        {"DATA", "554 no", Delivery::never},
        {"end", "451 later", Delivery::later},
        {"end", "552 too large", Delivery::never},
    };
    for (const auto& [word, answer, outcome] : rows) {
        const auto this_word = word;
        CAPTURE(this_word);
        const auto this_answer = answer;
        CAPTURE(this_answer);
        Server::Answers answers;
        answers[word] = answer;
        const Server server(answers);
        const auto report = send_to(server);
        CHECK(report.outcome == outcome);
        CHECK_FALSE(report.error.empty());
        CHECK(report.error.find('\n') == std::string::npos);
    }
}

TEST_CASE("smtp: a wrong password is ours to mend, and is not told") {
    const Server server({{"EHLO", "250-here\r\n250 AUTH PLAIN"}, {"AUTH", "535 no"}});
    auto here = server.here();
    here.user = "vera";
    here.password = "hush-hush";
    const auto report = SmtpSender(here).send(draft(), {});
    CHECK(report.outcome == Delivery::later);
    CHECK(report.error == "the mail server refuses our password");
}

TEST_CASE("smtp: without the TLS that is required nothing is said") {
    const Server server;
    auto here = server.here();
    here.security = StartTls::required;
    CHECK(SmtpSender(here).send(draft(), {}).outcome == Delivery::later);
}

TEST_CASE("smtp: a server that is away may be back") {
    const SmtpSender sender({"smtp://127.0.0.1:1", StartTls::none});
    CHECK(sender.send(draft(), {}).outcome == Delivery::later);
    CHECK(sender.greet().outcome == Delivery::later);
    const Server server;
    CHECK(SmtpSender(server.here()).greet().outcome == Delivery::done);
}

TEST_CASE("smtp: a message that cannot be written down is refused for good") {
    auto mail = draft();
    mail.to = "a@b.example\r\nRCPT TO:<eve@example.org>";
    const SmtpSender sender({"smtp://127.0.0.1:1", StartTls::none});
    CHECK(sender.send(mail, {}).outcome == Delivery::never);
}

}  // namespace
}  // namespace asterism::outside
