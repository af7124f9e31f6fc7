#include "shells/http/server.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <deque>
#include <memory>
#include <new>
#include <span>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/intrusive/list.hpp>

#include "shells/http/connection.hpp"
#include "shells/http/listen.hpp"

namespace asterism::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

// The concrete executor spares a virtual call and an allocation where any_io_executor has them.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Clock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
constexpr asio::use_awaitable_t<Executor> awaited{};
constexpr auto attempted = asio::as_tuple(awaited);

/// Fills a Head with views into the bytes it is given.
class HeadParser final : public boost::beast::http::basic_parser<true> {
public:
    HeadParser(Head& head, std::size_t fields) : head_(head), fields_(fields) {}

private:
    using Text = boost::beast::string_view;
    using Error = boost::beast::http::error;

    void on_request_impl(boost::beast::http::verb, Text method, Text target, int version,
                         error_code&) override {
        head_.method = method;
        head_.request.target = target;
        head_.version = version;
    }

    void on_field_impl(boost::beast::http::field, Text name, Text value, error_code& ec) override {
        if (head_.request.headers.size() == fields_)
            ec = Error::header_limit;
        else
            head_.request.headers.push_back({name, value});
    }

    // Heads of requests alone are read here; Body reads what follows.
    void on_response_impl(int, Text, int, error_code&) override {}

    void on_header_impl(error_code&) override {}

    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}

    std::size_t on_body_impl(Text, error_code&) override { return 0; }

    void on_chunk_header_impl(std::uint64_t, Text, error_code&) override {}

    std::size_t on_chunk_body_impl(std::uint64_t, Text, error_code&) override { return 0; }

    void on_finish_impl(error_code&) override {}

    Head& head_;
    const std::size_t fields_;
};

/// Beast is given whole heads of bounded size alone: what it does with bodies, trailers and
/// transfer codings is not strict enough to be let near them.
int read_head(std::string_view bytes, std::size_t fields, Head& head) {
    using Error = boost::beast::http::error;
    HeadParser parser(head, fields);
    parser.header_limit(static_cast<std::uint32_t>(bytes.size()));
    parser.skip(true);
    error_code error;
    parser.put(asio::buffer(bytes), error);
    if (error == Error::header_limit) return 431;
    if (error == Error::bad_version) return bad_version(bytes);
    if (error) return 400;
    head.keep_alive = parser.keep_alive();
    return 0;
}

/// A TCP socket, as a Connection wants it.
class Tcp {
public:
    template <class T>
    using Task = asio::awaitable<T, Executor>;

    explicit Tcp(Socket socket) : socket_(std::move(socket)) {
        socket_.non_blocking(true, ignored_);
    }

    struct Sent {
        std::size_t bytes;
        bool broken;
    };

    Sent send(std::string_view first, std::string_view second) {
        const std::array both{asio::buffer(first), asio::buffer(second)};
        error_code error;
        const std::size_t bytes =
            second.empty() ? socket_.write_some(both[0], error) : socket_.write_some(both, error);
        return {bytes, error && error != asio::error::would_block};
    }

    auto receive(std::span<char> room) {
        return socket_.async_read_some(asio::buffer(room.data(), room.size()), attempted);
    }

    auto readable() { return socket_.async_wait(Socket::wait_read, attempted); }

    auto writable() { return socket_.async_wait(Socket::wait_write, attempted); }

    template <class Do>
    Task<bool> run(Pool& pool, Do task) {
        const auto start = [this, &pool, task](auto handler) {
            // The job owns the suspended coroutine, hence all that it works on.
            auto resume = std::make_shared<decltype(handler)>(std::move(handler));
            const auto finish = [executor = socket_.get_executor(), resume](bool done) {
                asio::post(executor, [resume, done] { (*resume)(done); });
            };
            const auto job = [task, finish] {
                task();
                finish(true);
            };
            if (!pool.try_post(job)) finish(false);
        };
        return asio::async_initiate<decltype(awaited), void(bool)>(start, awaited);
    }

    void cancel() { socket_.cancel(ignored_); }

    void hang_up() { socket_.shutdown(Socket::shutdown_both, ignored_); }

    void end_output() { socket_.shutdown(Socket::shutdown_send, ignored_); }

private:
    Socket socket_;
    error_code ignored_;  // of calls that fail only on a socket that is done for, as the next shows
};

using Unlinking = boost::intrusive::link_mode<boost::intrusive::auto_unlink>;

/// A connection that is on its loop's list for as long as it lives.
class Guest : public Connection<Tcp>, public boost::intrusive::list_base_hook<Unlinking> {
    using Connection::Connection;
};

using Guests = boost::intrusive::list<Guest, boost::intrusive::constant_time_size<false>>;

/// One io thread's part of the server: its share of the port, its connections, its clock.
class Loop {
    template <class T>
    using Task = Tcp::Task<T>;

public:
    Loop(Shared& shared, Listeners& listeners)
        : turn_{shared, Clock::now()},
          acceptor_(context_, listeners.six() ? tcp::v6() : tcp::v4(), listeners.release()) {
        asio::co_spawn(context_, accept(), asio::detached);
        asio::co_spawn(context_, sweep(), asio::detached);
    }

    void run() { context_.run(); }

    /// From any thread: no new connections, idle ones go, the others finish what they are at.
    void close() {
        asio::post(context_, [this] {
            turn_.closing = true;
            deadline_ = std::min(deadline_, Clock::now() + options().shutdown_time);
            error_code ignored;
            acceptor_.close(ignored);
            for (Guest& guest : guests_) guest.retire();
            tick_.cancel();
        });
    }

private:
    const ServerOptions& options() const { return turn_.shared.house.options; }

    bool finished() const { return turn_.closing && guests_.empty(); }

    Task<void> accept() {
        while (acceptor_.is_open()) {
            tcp::endpoint peer;
            auto [error, socket] = co_await acceptor_.async_accept(peer, attempted);
            if (!acceptor_.is_open() || (!error && admit(std::move(socket), peer))) continue;
            // Out of descriptors or memory: some connection has to go first.
            Timer pause(context_, options().tick);
            co_await pause.async_wait(attempted);
        }
    }

    /// False where there is no memory for one more.
    bool admit(Socket socket, const tcp::endpoint& peer) {
        if (turn_.shared.connections >= options().connections) return true;
        try {
            auto guest =
                std::make_unique<Guest>(turn_, Tcp(std::move(socket)), peer.address().to_string());
            guests_.push_back(*guest);
            asio::co_spawn(context_, host(std::move(guest)), asio::detached);
        } catch (const std::bad_alloc&) {
            return false;
        }
        return true;
    }

    Task<void> host(std::unique_ptr<Guest> guest) {
        co_await guest->serve();
        guest.reset();
        if (finished()) tick_.cancel();
    }

    Task<void> sweep() {
        while (!finished()) {
            tick_.expires_after(options().tick);
            co_await tick_.async_wait(attempted);
            turn_.now = Clock::now();
            for (Guest& guest : guests_) guest.check();
            if (turn_.now > deadline_) context_.stop();
        }
    }

    Guests guests_;  // this and what follows outlive the context, which owns the coroutines
    Turn turn_;
    asio::io_context context_{1};
    Acceptor acceptor_;
    Timer tick_{context_};
    Clock::time_point deadline_ = Clock::time_point::max();
};

}  // namespace

struct Server::Impl {
    Impl(ServerOptions wanted, Handler& handler)
        : options(std::move(wanted)),
          shared{{options, handler, read_head},
                 {options.work_threads, options.work_queue},
                 {options.slow_threads, options.slow_queue},
                 {options.image_threads, options.image_queue}} {
        Listeners listeners(options.address, options.port, options.io_threads);
        port = listeners.port();
        while (loops.size() < options.io_threads) loops.emplace_back(shared, listeners);
    }

    /// Jobs still running hold coroutines of the loops, which in turn count on what is shared.
    ~Impl() {
        shared.work.close();
        shared.slow.close();
        shared.images.close();
    }

    const ServerOptions options;
    Shared shared;
    std::deque<Loop> loops;
    std::uint16_t port = 0;
};

Server::Server(ServerOptions options, Handler& handler)
    : impl_(std::make_unique<Impl>(std::move(options), handler)) {}

Server::~Server() = default;

std::uint16_t Server::port() const { return impl_->port; }

void Server::run() {
    std::vector<std::jthread> threads;
    for (Loop& loop : impl_->loops) threads.emplace_back([&loop] { loop.run(); });
}

void Server::stop() {
    impl_->shared.house.closing = true;
    for (Loop& loop : impl_->loops) loop.close();
}

}  // namespace asterism::http
