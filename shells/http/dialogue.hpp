#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "shells/http/body.hpp"
#include "shells/http/head.hpp"
#include "shells/http/pace.hpp"
#include "shells/http/server.hpp"
#include "shells/http/wire.hpp"

namespace asterism::http {

/// Reads a whole head of at most `fields` fields. Returns 0, or the status to refuse with.
using ReadHead = int (*)(std::string_view bytes, std::size_t fields, Head& head);

/// What is the same for all connections of a server.
struct House {
    const ServerOptions& options;
    Handler& handler;
    ReadHead read_head;
    std::atomic<bool> closing = false;
};

/// What one request and its answer are worked on with.
struct Desk {
    Head head = {};
    Response response = {};
    std::string out = {};
};

/// A whole 503 for those who come when there is no place.
std::string busy_answer(Handler& handler);

/// What is said on one connection, without its socket: bytes in, answers out. Answers to pipelined
/// requests gather until input or a job is needed, so that they leave in one write.
class Dialogue {
public:
    enum class Need : std::uint8_t {
        input,   ///< more bytes: put them into `room`
        job,     ///< `answer`, or `decline`, on the lane
        output,  ///< no more until what there is to send has been sent
        end      ///< nothing: send what there is to send, then close
    };

    /// `desk` is for all dialogues of one thread: whatever need not wait is done on it, so that of
    /// thousands of clients each finds it warm. `secure`: what is said here goes over TLS.
    Dialogue(const House& house, Desk& desk, std::string peer, bool secure = false);
    Dialogue(const Dialogue&) = delete;
    Dialogue& operator=(const Dialogue&) = delete;

    /// Goes as far as it can. Output may be there whatever the need.
    Need next();

    /// Where the next bytes go. Never empty while input is needed, nor at the end.
    std::span<char> room();

    void received(std::size_t bytes) { end_ += bytes; }

    /// Who may come in is looked up in the store, wherever the answer is made.
    Lane lane() const { return stage_ == Stage::door ? Lane::work : lane_; }

    /// Runs the handler: has it answer, or say whether a body may come in. Only here may another
    /// thread than the connection's be at work.
    void answer() noexcept;

    /// Whether the answer just made is to leave at an even time.
    bool even() const { return desk_->response.even; }

    /// Answers in the handler's stead: the lane is full.
    void decline();
    /// Answers, before anything is read, that there is no place for this client.
    void turn_away();
    /// Answers that input came too slowly; not after `next` needed anything else.
    void time_out();

    /// Two pieces, the second one often empty.
    std::array<std::string_view, 2> output() const;
    /// `bytes` of the output are gone; true if that was all.
    bool sent(std::size_t bytes);

    /// What input is waited for.
    Phase phase() const;

    /// Requests answered so far.
    std::size_t served() const { return served_; }

    /// Gives memory back while idle.
    void doze();

private:
    enum class Stage : std::uint8_t { head, door, body, ready, end };

    std::string_view unread() const { return {buffer_.get() + begin_, end_ - begin_}; }

    bool full() const;
    void make_room();
    bool take_head();
    bool take_body();
    void open_body();
    void begin_body();
    void admit();
    void finish(bool keep);
    void refuse(int status, bool keep = false);
    void fail() noexcept;
    void move_out() noexcept;

    const House& house_;
    const std::string peer_;
    const bool secure_;
    const std::size_t capacity_;
    std::unique_ptr<char[]> buffer_;
    std::size_t begin_ = 0;  ///< of what is unread
    std::size_t end_ = 0;
    Stage stage_ = Stage::head;
    Lane lane_ = Lane::at_once;
    HeadScan scan_;
    Body body_;
    std::unique_ptr<BodySink> sink_;
    Desk& shared_;
    Desk own_;  ///< for what has to wait
    Desk* desk_ = &shared_;
    std::string_view big_;   ///< the response's body, where it is too big to be copied into `out`
    std::size_t sent_ = 0;   ///< of `out` and `big_` together
    unsigned gathered_ = 0;  ///< answers in `out`
    std::size_t served_ = 0;
};

}  // namespace asterism::http
