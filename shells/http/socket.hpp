#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "shells/http/pool.hpp"
#include "shells/http/tls/session.hpp"

namespace asterism::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

// The concrete executor spares a virtual call and an allocation where any_io_executor has them.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
constexpr asio::use_awaitable_t<Executor> awaited{};
constexpr auto attempted = asio::as_tuple(awaited);

/// A TCP socket, as a Connection wants it: bare, or with TLS over it. One type for both, so that
/// what is written once is compiled once; a bare one pays an `if`.
class TcpStream {
public:
    template <class T>
    using Task = asio::awaitable<T, Executor>;
    using Received = std::tuple<error_code, std::size_t>;
    using Waited = std::tuple<error_code>;

    /// `session` is null for a bare one.
    TcpStream(Socket socket, std::unique_ptr<TlsSession> session)
        : socket_(std::move(socket)), session_(std::move(session)) {
        socket_.non_blocking(true, ignored_);
    }

    bool secure() const { return session_ != nullptr; }

    Task<bool> greet() {
        while (session_) {
            need_ = session_->greet();
            if (need_ == TlsNeed::nothing) break;
            if (need_ == TlsNeed::end) co_return false;
            const auto [error] = co_await meet(need_);
            if (error) co_return false;
        }
        co_return true;
    }

    struct Sent {
        std::size_t bytes;
        bool broken;
    };

    Sent send(std::string_view first, std::string_view second) {
        if (session_) return seal(first, second);
        const std::array both{asio::buffer(first), asio::buffer(second)};
        error_code error;
        const std::size_t bytes =
            second.empty() ? socket_.write_some(both[0], error) : socket_.write_some(both, error);
        return {bytes, error && error != asio::error::would_block};
    }

    Task<Received> receive(std::span<char> room) {
        if (session_ && !ended_) return unseal(room);
        return socket_.async_read_some(asio::buffer(room.data(), room.size()), attempted);
    }

    Task<Waited> readable() { return socket_.async_wait(Socket::wait_read, attempted); }

    /// After a `send` that left something.
    Task<Waited> writable() { return meet(session_ ? need_ : TlsNeed::output); }

    template <class Do>
    Task<bool> run(Pool& pool, Do task) {
        const auto start = [this, &pool, task](auto handler) {
            // The job owns the suspended coroutine, hence all that it works on.
            auto resume = std::make_shared<decltype(handler)>(std::move(handler));
            const auto finish = [executor = socket_.get_executor(), resume](bool done) {
                asio::post(executor, [resume, done] { (*resume)(done); });
            };
            const auto job = [task, finish] { finish(task()); };
            if (!pool.try_post(job)) finish(false);
        };
        return asio::async_initiate<decltype(awaited), void(bool)>(start, awaited);
    }

    Task<void> pause(std::chrono::steady_clock::duration time) {
        using Clock = std::chrono::steady_clock;
        asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor> timer(
            socket_.get_executor(), time);
        co_await timer.async_wait(attempted);
    }

    void cancel() { socket_.cancel(ignored_); }

    void hang_up() { socket_.shutdown(Socket::shutdown_both, ignored_); }

    /// What is received from here on is only good for being thrown away.
    void end_output() {
        if (session_ && !ended_) session_->end();
        ended_ = true;
        socket_.shutdown(Socket::shutdown_send, ignored_);
    }

private:
    Task<Waited> meet(TlsNeed need) {
        return socket_.async_wait(need == TlsNeed::input ? Socket::wait_read : Socket::wait_write,
                                  attempted);
    }

    Sent seal(std::string_view first, std::string_view second) {
        const auto [bytes, need] = session_->send(first, second);
        need_ = need;
        return {bytes, need == TlsNeed::end};
    }

    Task<Received> unseal(std::span<char> room) {
        for (;;) {
            const auto [bytes, need] = session_->receive(room);
            if (bytes != 0) co_return Received(error_code(), bytes);
            if (need == TlsNeed::end) co_return Received(asio::error::eof, 0);
            const auto [error] = co_await meet(need);
            if (error) co_return Received(error, 0);
        }
    }

    Socket socket_;
    std::unique_ptr<TlsSession> session_;  // writes to the socket's descriptor: goes before it
    TlsNeed need_ = TlsNeed::nothing;
    bool ended_ = false;
    error_code ignored_;  // of calls that fail only on a socket that is done for, as the next shows
};

}  // namespace asterism::http
