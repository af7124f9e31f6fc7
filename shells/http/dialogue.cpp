#include "shells/http/dialogue.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace asterism::http {
namespace {

/// Beside one head of the largest size there is room for this much of what follows it.
constexpr std::size_t pipeline_room = 8 * 1024;
/// From here on copying a body costs more than a second piece in the write.
constexpr std::size_t big_body = 16 * 1024;

void refuse_with(int status, Handler& handler, Response& response) {
    response.clear();
    response.status = status;
    handler.refuse(status, response);
    if (status == 503) response.headers.emplace_back("Retry-After", "1");
    if (status == 405)
        response.headers.emplace_back("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
}

}  // namespace

std::string busy_answer(Handler& handler) {
    Response response;
    refuse_with(503, handler, response);
    std::string out;
    write_head(out, response, Link::close);
    return out + response.body;
}

Dialogue::Dialogue(const House& house, Desk& desk, std::string peer, bool secure)
    : house_(house),
      peer_(std::move(peer)),
      secure_(secure),
      capacity_(house.options.head_bytes + pipeline_room),
      buffer_(std::make_unique_for_overwrite<char[]>(capacity_)),
      shared_(desk) {}

/// From here on somebody else may be at the shared desk.
void Dialogue::move_out() noexcept {
    if (desk_ == &own_) return;
    std::swap(own_, shared_);
    desk_ = &own_;
}

Dialogue::Need Dialogue::next() {
    try {
        for (;;) {
            switch (stage_) {
                case Stage::head:
                    if (full()) return Need::output;
                    if (!take_head()) return Need::input;
                    break;
                case Stage::body:
                    if (!take_body()) return move_out(), Need::input;
                    break;
                case Stage::door: return move_out(), Need::job;
                case Stage::ready:
                    if (lane_ != Lane::at_once) return move_out(), Need::job;
                    answer();
                    break;
                case Stage::end: return Need::end;
            }
        }
    } catch (...) {
        fail();
        return Need::end;
    }
}

bool Dialogue::full() const {
    return !big_.empty() || gathered_ >= house_.options.pipelined ||
           desk_->out.size() >= 4 * big_body;
}

std::span<char> Dialogue::room() {
    if (!buffer_) buffer_ = std::make_unique_for_overwrite<char[]>(capacity_);
    if (stage_ == Stage::end) begin_ = end_ = 0;
    return {buffer_.get() + end_, capacity_ - end_};
}

/// Moves a head's beginning so far to the front that the largest head, and some of a body, fit.
/// A head never moves once it is read: the request's views point into it.
void Dialogue::make_room() {
    if (begin_ == 0 || (begin_ != end_ && begin_ <= pipeline_room / 2)) return;
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
}

bool Dialogue::take_head() {
    make_room();
    const ServerOptions& options = house_.options;
    const auto bytes = unread();
    const auto state = scan_.look(bytes);
    if (state == HeadScan::State::bad) return refuse(400), true;
    const bool whole = state == HeadScan::State::whole;
    if ((whole ? scan_.size() : bytes.size()) > options.head_bytes)
        return refuse(too_big(bytes, options.target_bytes)), true;
    if (!whole) return false;
    if (scan_.size() == 2) {  // an empty line before the request (RFC 9112 section 2.2)
        begin_ += 2;
        scan_ = {};
        return true;
    }
    Request& request = desk_->head.request;
    request.peer = peer_;
    request.secure = secure_;
    int status = house_.read_head(bytes.substr(0, scan_.size()), options.fields, desk_->head);
    if (status == 0 && desk_->head.request.target.size() > options.target_bytes) status = 414;
    if (status == 0) status = desk_->head.settle();
    if (status != 0) return refuse(status), true;
    begin_ += scan_.size();
    open_body();
    return true;
}

void Dialogue::open_body() {
    Head& head = desk_->head;
    lane_ = house_.handler.lane(head.request);
    stage_ = Stage::ready;
    if (!head.chunked && head.length == 0) return;
    const std::size_t limit = house_.handler.body_limit(head.request);
    if (head.length > limit) return refuse(413);
    if (house_.handler.streams(head.request)) {
        stage_ = Stage::door;
        return;
    }
    if (!head.chunked && head.length <= unread().size()) {
        head.request.body = unread().substr(0, head.length);
        begin_ += head.length;
        return;
    }
    begin_body();
}

void Dialogue::begin_body() {
    const Head& head = desk_->head;
    if (head.awaits_continue && unread().empty()) desk_->out += "HTTP/1.1 100 Continue\r\n\r\n";
    if (head.chunked)
        body_.expect_chunks(house_.handler.body_limit(head.request), sink_.get());
    else
        body_.expect(head.length, sink_.get());
    stage_ = Stage::body;
}

/// Lets a body in that is too big to be held, or answers without having read it.
void Dialogue::admit() {
    desk_->response.clear();
    sink_ = house_.handler.admit(desk_->head.request, desk_->response);
    if (!sink_) return finish(false);
    desk_->head.request.sink = sink_.get();
    begin_body();
}

bool Dialogue::take_body() {
    const auto state = body_.feed(unread());
    begin_ += body_.taken();
    switch (state) {
        case Body::State::partial:
            // All was taken, so the bytes after the head may be written over.
            end_ = begin_ -= body_.taken();
            return false;
        case Body::State::whole:
            desk_->head.request.body = body_.text();
            stage_ = Stage::ready;
            return true;
        case Body::State::unwanted:
            desk_->head.keep_alive = false;
            stage_ = Stage::ready;
            return true;
        case Body::State::malformed: return refuse(400), true;
        case Body::State::too_large: return refuse(413), true;
    }
    return true;
}

void Dialogue::answer() noexcept {
    const std::size_t before = desk_->out.size();
    try {
        if (stage_ == Stage::door) return admit();
        desk_->response.clear();
        house_.handler.answer(desk_->head.request, desk_->response);
        finish(desk_->head.keep_alive);
    } catch (...) {
        desk_->out.resize(before);
        fail();
    }
}

void Dialogue::decline() { refuse(503, desk_->head.keep_alive && stage_ != Stage::door); }

void Dialogue::turn_away() {
    refuse(503);
    move_out();
}

void Dialogue::time_out() { refuse(408); }

/// The answer to what the handler does not get to see, or could not answer.
void Dialogue::refuse(int status, bool keep) {
    refuse_with(status, house_.handler, desk_->response);
    finish(keep);
}

void Dialogue::fail() noexcept {
    const std::size_t before = desk_->out.size();
    try {
        refuse(500);
    } catch (...) {
        desk_->out.resize(before);
        desk_->head.clear();
        big_ = {};
        stage_ = Stage::end;  // not even words for it: the client sees a closed connection
    }
}

void Dialogue::finish(bool keep) {
    auto& [head, response, out] = *desk_;
    keep = keep && !house_.closing.load(std::memory_order_relaxed);
    const Link link = !keep ? Link::close : head.version == 10 ? Link::keep_declared : Link::keep;
    write_head(out, response, link);
    if (head.request.verb != Verb::head && !bodiless(response.status)) {
        const auto content = response.content();
        if (content.size() < big_body)
            out += content;
        else
            big_ = content;
    }
    stage_ = keep ? Stage::head : Stage::end;
    scan_ = {};
    head.clear();
    sink_.reset();
    ++gathered_;
    ++served_;
}

std::array<std::string_view, 2> Dialogue::output() const {
    const std::string_view first = desk_->out;
    if (sent_ < first.size()) return {first.substr(sent_), big_};
    return {big_.substr(sent_ - first.size()), {}};
}

bool Dialogue::sent(std::size_t bytes) {
    sent_ += bytes;
    if (sent_ < desk_->out.size() + big_.size()) return move_out(), false;
    desk_->out.clear();
    big_ = {};
    sent_ = 0;
    gathered_ = 0;
    if (stage_ == Stage::head) desk_ = &shared_;
    return true;
}

Phase Dialogue::phase() const {
    if (stage_ == Stage::body) return Phase::body;
    return begin_ == end_ ? Phase::idle : Phase::head;
}

void Dialogue::doze() {
    buffer_.reset();
    begin_ = end_ = 0;
    body_.release();
    own_ = {};
}

}  // namespace asterism::http
