#include "shells/http/body.hpp"

#include <algorithm>

namespace asterism::http {
namespace {

/// Chunk extensions mean nothing to us, so that there is little reason to read many of them.
constexpr std::size_t extension_limit = 4 * 1024;
/// A sender who wraps every byte in a chunk costs more than the bytes are worth.
constexpr std::size_t overhead_factor = 16;
constexpr std::size_t overhead_grace = 16 * 1024;
/// Nobody's word is taken for the memory a body will need.
constexpr std::size_t trusted_length = 64 * 1024;

constexpr int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

constexpr bool control(char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

}  // namespace

void Body::begin(BodySink* sink) {
    text_.clear();
    sink_ = sink;
    size_ = 0;
}

/// False where the sink wants no more.
bool Body::keep(std::string_view piece) {
    size_ += piece.size();
    if (sink_) return sink_->take(piece);
    text_.append(piece);
    return true;
}

void Body::expect(std::size_t length, BodySink* sink) {
    begin(sink);
    if (!sink) text_.reserve(std::min(length, trusted_length));
    left_ = length;
    chunked_ = false;
    at_ = At::data;
}

void Body::expect_chunks(std::size_t limit, BodySink* sink) {
    begin(sink);
    left_ = 0;
    limit_ = limit;
    overhead_ = 0;
    extensions_ = 0;
    digits_ = 0;
    chunked_ = true;
    at_ = At::size;
}

Body::State Body::feed(std::string_view bytes) {
    if (chunked_) return feed_chunks(bytes);
    taken_ = std::min(left_, bytes.size());
    left_ -= taken_;
    if (!keep(bytes.substr(0, taken_))) return State::unwanted;
    return left_ == 0 ? State::whole : State::partial;
}

Body::State Body::feed_chunks(std::string_view bytes) {
    taken_ = 0;
    while (taken_ < bytes.size()) {
        if (at_ == At::data) {
            const auto piece = bytes.substr(taken_, left_);
            taken_ += piece.size();
            left_ -= piece.size();
            if (!keep(piece)) return State::unwanted;
            if (left_ == 0) at_ = At::data_return;
            continue;
        }
        const State state = step(bytes[taken_++]);
        if (state != State::partial) return state;
        if (++overhead_ > overhead_factor * size_ + overhead_grace) return State::malformed;
    }
    return State::partial;
}

Body::State Body::step(char c) {
    const auto literal = [&](char wanted, At then) {
        at_ = then;
        return c == wanted ? State::partial : State::malformed;
    };
    switch (at_) {
        case At::size: return size_digit(c);
        case At::extension:
            if (c == '\r') return literal('\r', At::size_feed);
            return control(c) || ++extensions_ > extension_limit ? State::malformed
                                                                 : State::partial;
        case At::size_feed: return c == '\n' ? begin_chunk() : State::malformed;
        case At::data_return: return literal('\r', At::data_feed);
        case At::data_feed: return literal('\n', At::size);
        case At::end_return: return literal('\r', At::end_feed);  // anything else is a trailer
        case At::end_feed: at_ = At::done; return c == '\n' ? State::whole : State::malformed;
        case At::data:
        case At::done: break;
    }
    return State::malformed;
}

Body::State Body::size_digit(char c) {
    if (const int value = hex_value(c); value >= 0) {
        left_ = left_ * 16 + static_cast<std::size_t>(value);
        return ++digits_ <= 15 ? State::partial : State::malformed;
    }
    if (digits_ == 0) return State::malformed;
    if (c == ';')
        at_ = At::extension;
    else if (c == '\r')
        at_ = At::size_feed;
    else
        return State::malformed;
    return State::partial;
}

Body::State Body::begin_chunk() {
    digits_ = 0;
    if (left_ > limit_ - size_) return State::too_large;
    at_ = left_ == 0 ? At::end_return : At::data;
    return State::partial;
}

void Body::release() { text_ = {}; }

}  // namespace asterism::http
