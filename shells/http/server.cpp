#include "shells/http/server.hpp"

#include <algorithm>
#include <chrono>
#include <deque>
#include <memory>
#include <new>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/intrusive/list.hpp>

#include "shells/http/connection.hpp"
#include "shells/http/head_parser.hpp"
#include "shells/http/listen.hpp"
#include "shells/http/socket.hpp"
#include "shells/http/tls/context.hpp"

namespace asterism::http {
namespace {

using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Clock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;

using Unlinking = boost::intrusive::link_mode<boost::intrusive::auto_unlink>;

/// A connection that is on its loop's list for as long as it lives.
class Guest : public Connection<TcpStream>, public boost::intrusive::list_base_hook<Unlinking> {
    using Connection::Connection;
};

/// So many at a time are given the time to read that there is no place for them.
constexpr unsigned most_turned_away = 8;

app::IpAddress ip_of(const asio::ip::address& from) {
    if (from.is_v6()) return {from.to_v6().to_bytes()};
    return {asio::ip::make_address_v6(asio::ip::v4_mapped, from.to_v4()).to_bytes()};
}

using Guests = boost::intrusive::list<Guest, boost::intrusive::constant_time_size<false>>;

/// One io thread's part of the server: its share of the port, its connections, its clock.
class Loop {
    template <class T>
    using Task = TcpStream::Task<T>;

public:
    Loop(Shared& shared, Listeners& listeners, TlsContext* tls)
        : tls_(tls),
          turn_{shared, Clock::now()},
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
        try {
            const auto from = ip_of(peer.address());
            auto place = turn_.shared.crowd.enter(from);
            if (!place && turn_.turned_away == most_turned_away) return turn_away(socket);
            auto session = tls_ ? tls_->open(socket.native_handle(), turn_.now) : nullptr;
            auto guest =
                std::make_unique<Guest>(turn_, TcpStream(std::move(socket), std::move(session)),
                                        app::text_of(from), std::move(place));
            guests_.push_back(*guest);
            asio::co_spawn(context_, host(std::move(guest)), asio::detached);
        } catch (const std::bad_alloc&) {
            return false;
        }
        return true;
    }

    /// In one write, whether it is read or not. With TLS there is no word before the handshake.
    bool turn_away(Socket& socket) {
        error_code ignored;
        socket.non_blocking(true, ignored);
        if (!tls_)
            socket.write_some(asio::buffer(busy_answer(turn_.shared.house.handler)), ignored);
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

    TlsContext* const tls_;  ///< null: bare
    Guests guests_;          // this and what follows outlive the context, which owns the coroutines
    Turn turn_;
    asio::io_context context_{1};
    Acceptor acceptor_;
    Timer tick_{context_};
    Clock::time_point deadline_ = Clock::time_point::max();
};

/// Threads that only compute stand back for those that others wait for.
constexpr int stand_back = 5;

}  // namespace

struct Server::Impl {
    Impl(ServerOptions wanted, Handler& handler, TlsContext* tls)
        : options(std::move(wanted)),
          shared{{options, handler, read_head},
                 {options.work_threads, options.work_queue},
                 {options.slow_threads, options.slow_queue, stand_back},
                 {options.image_threads, options.image_queue, stand_back},
                 {options.outside_threads, options.outside_queue},
                 {options.connections, options.connections_per_address, options.proxies}} {
        Listeners listeners(options.address, options.port, options.io_threads);
        port = listeners.port();
        while (loops.size() < options.io_threads) loops.emplace_back(shared, listeners, tls);
    }

    /// Jobs still running hold coroutines of the loops, which in turn count on what is shared.
    ~Impl() {
        shared.work.close();
        shared.slow.close();
        shared.images.close();
        shared.outside.close();
    }

    const ServerOptions options;
    Shared shared;
    std::deque<Loop> loops;
    std::uint16_t port = 0;
};

Server::Server(ServerOptions options, Handler& handler, TlsContext* tls)
    : impl_(std::make_unique<Impl>(std::move(options), handler, tls)) {}

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
