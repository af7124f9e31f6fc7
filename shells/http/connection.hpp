#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "shells/http/crowd.hpp"
#include "shells/http/dialogue.hpp"
#include "shells/http/pace.hpp"
#include "shells/http/pool.hpp"

namespace asterism::http {

/// What all connections of a server share.
struct Shared {
    House house;
    Pool work;
    Pool slow;
    Pool images;
    Pool outside;

    Pool& lane(Lane wanted) {
        switch (wanted) {
            case Lane::slow: return slow;
            case Lane::images: return images;
            case Lane::outside: return outside;
            case Lane::at_once:
            case Lane::work: break;
        }
        return work;
    }

    Crowd crowd;
};

/// What the connections of one io thread share.
struct Turn {
    Shared& shared;
    Pace::Time now;  ///< of the last tick
    Desk desk = {};
    bool closing = false;
    unsigned turned_away = 0;  ///< of the connections, those without a place
};

/// A dialogue held over a stream: waits for bytes, for jobs, and for no longer than it should. All
/// its functions belong to one io thread. A Stream is a coroutine library's view of a socket:
///
///     Task<T>                     what a coroutine returns
///     secure(), greet()           whether there is a greeting; -> false if it failed
///     send(first, second)         what goes at once: {bytes, broken}
///     receive(room)               -> {error, bytes}, when there are some
///     readable(), writable()      -> {error}, when it is so
///     run(pool, task)             -> false if the pool is full, else what the task returned
///     pause(duration)             waits for nothing else
///     cancel(), hang_up()         ends the wait under way; ends the connection
///     end_output()                the client reads to the end and no further
template <class Stream>
class Connection {
public:
    template <class T>
    using Task = typename Stream::template Task<T>;

    /// Without a place in the crowd the client hears that there is none, and no more.
    Connection(Turn& turn, Stream stream, std::string peer, std::optional<Crowd::Place> place)
        : turn_(turn),
          place_(std::move(place)),
          stream_(std::move(stream)),
          dialogue_(turn.shared.house, turn.desk, std::move(peer), stream_.secure()),
          pace_(turn.now) {
        if (place_) return;
        ++turn_.turned_away;
        dialogue_.turn_away();
    }

    ~Connection() {
        if (!place_) --turn_.turned_away;
    }

    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Task<void> serve();

    /// To be called once a tick.
    void check();
    /// The server closes: nobody waits for the next request.
    void retire();

private:
    bool push();
    Task<bool> drain();
    Task<bool> recover();
    Task<bool> work();
    bool attend(Pace::Time posted);
    Pace::Clock::duration to_even(Pace::Time posted) const;
    Task<void> linger();
    void expire();

    Turn& turn_;
    const std::optional<Crowd::Place> place_;
    Stream stream_;
    Dialogue dialogue_;
    Pace pace_;
    bool expired_ = false;
    bool dozing_ = false;
    bool broken_ = false;
};

template <class Stream>
auto Connection<Stream>::serve() -> Task<void> {
    using Need = Dialogue::Need;
    if (stream_.secure()) {
        pace_.enter(Phase::greet, 0, turn_.now);
        if (!co_await stream_.greet()) co_return co_await linger();
    }
    for (;;) {
        const Need need = dialogue_.next();
        if (!push() && !co_await drain()) co_return;
        if (need == Need::end) break;
        if (need == Need::output) continue;
        if (need == Need::job) {
            if (!co_await work()) co_return;
            continue;
        }
        pace_.enter(dialogue_.phase(), dialogue_.served(), turn_.now);
        if (turn_.closing && pace_.phase() == Phase::idle) break;
        const auto [error, bytes] = co_await stream_.receive(dialogue_.room());
        if (!error) {
            dialogue_.received(bytes);
            pace_.count(bytes);
            dozing_ = false;
        } else if (!co_await recover()) {
            stream_.end_output();
            co_return;
        }
    }
    co_await linger();
}

/// Sends what can be sent at once, which nearly always is all, sparing a turn of the loop.
template <class Stream>
bool Connection<Stream>::push() {
    const auto [first, second] = dialogue_.output();
    if (first.empty()) return true;
    const auto [bytes, broken] = stream_.send(first, second);
    broken_ = broken;
    return dialogue_.sent(bytes);
}

template <class Stream>
auto Connection<Stream>::drain() -> Task<bool> {
    for (std::size_t turn = 0; !broken_; ++turn) {
        pace_.enter(Phase::write, turn, turn_.now);
        const auto [error] = co_await stream_.writable();
        if (error) break;
        if (push()) co_return true;
    }
    co_return false;
}

/// After a read that failed: false where there is nobody to talk to, or nothing to say.
template <class Stream>
auto Connection<Stream>::recover() -> Task<bool> {
    if (expired_) {
        if (pace_.phase() == Phase::idle) co_return false;
        expired_ = false;
        dialogue_.time_out();
        co_return true;
    }
    if (!dozing_) co_return false;
    dialogue_.doze();
    const auto [error] = co_await stream_.readable();
    dozing_ = false;
    co_return !error;
}

/// Has the request answered on its lane. False where that took too long for the client.
template <class Stream>
auto Connection<Stream>::work() -> Task<bool> {
    pace_.enter(Phase::job, dialogue_.served(), turn_.now);
    Pool& pool = turn_.shared.lane(dialogue_.lane());
    const auto posted = Pace::Clock::now();
    const auto task = [this, posted] { return attend(posted); };
    if (!co_await stream_.run(pool, task)) dialogue_.decline();
    if (dialogue_.even()) co_await stream_.pause(to_even(posted));
    co_return !expired_;
}

/// On a thread of the pool. False for what waited for it too long: working off what nobody waits
/// for any more would make all that follows late as well.
template <class Stream>
bool Connection<Stream>::attend(Pace::Time posted) {
    const auto longest = turn_.shared.house.options.queue_time;
    if (dialogue_.lane() == Lane::work && Pace::Clock::now() - posted > longest) return false;
    dialogue_.answer();
    return true;
}

/// How long it is to the end of the step that the work ended in. Rounding leaves no trace of what
/// was done in it, where adding a random time would only blur it.
template <class Stream>
Pace::Clock::duration Connection<Stream>::to_even(Pace::Time posted) const {
    const Pace::Clock::duration step = turn_.shared.house.options.even_step;
    return step - (Pace::Clock::now() - posted) % step;
}

/// Lets the client read the last answer: closing on unread input would reset the connection.
template <class Stream>
auto Connection<Stream>::linger() -> Task<void> {
    stream_.end_output();
    pace_.enter(Phase::linger, dialogue_.served(), turn_.now);
    while (!expired_) {
        const auto [error, bytes] = co_await stream_.receive(dialogue_.room());
        if (error) break;
    }
}

template <class Stream>
void Connection<Stream>::check() {
    const Verdict verdict = pace_.judge(turn_.shared.house.options, turn_.now);
    if (verdict == Verdict::expire) expire();
    if (verdict != Verdict::doze || dozing_) return;
    dozing_ = true;
    stream_.cancel();
}

template <class Stream>
void Connection<Stream>::retire() {
    if (pace_.phase() == Phase::idle || pace_.phase() == Phase::greet) expire();
}

/// Wakes the coroutine from its wait. A job cannot be woken, but its client need not wait for it.
template <class Stream>
void Connection<Stream>::expire() {
    expired_ = true;
    if (pace_.phase() == Phase::job)
        stream_.hang_up();
    else
        stream_.cancel();
}

}  // namespace asterism::http
