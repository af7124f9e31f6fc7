#include "shells/http/multipart.hpp"

#include <algorithm>

namespace asterism::http {

Multipart::State Multipart::feed(std::string_view bytes) {
    State state = ended_;
    while (!bytes.empty() && state != State::malformed && state != State::unwanted) {
        if (at_ == At::preamble || at_ == At::data) {
            state = pass(bytes);
        } else {
            state = step(bytes.front());
            bytes.remove_prefix(1);
        }
    }
    return ended_ = state;
}

/// Hands on what cannot be the delimiter. That has a line end at its front and none inside, so what
/// did not match can be content only up to the next one.
Multipart::State Multipart::pass(std::string_view& bytes) {
    if (matched_ == 0) {
        const auto content = bytes.substr(0, bytes.find('\r'));
        bytes.remove_prefix(content.size());
        if (!put(content)) return at_ == At::data ? State::unwanted : State::malformed;
        if (bytes.empty()) return State::partial;
    }
    while (!bytes.empty() && matched_ < delimiter_.size()) {
        if (bytes.front() != delimiter_[matched_]) {
            const auto false_start = std::string_view(delimiter_).substr(0, matched_);
            // The line end before the first delimiter is made up.
            const bool made_up = at_ == At::preamble && preamble_ == 0 && matched_ >= 2;
            matched_ = 0;
            if (!put(made_up ? false_start.substr(2) : false_start))
                return at_ == At::data ? State::unwanted : State::malformed;
            if (at_ == At::preamble) ++preamble_;
            return State::partial;
        }
        ++matched_;
        bytes.remove_prefix(1);
    }
    if (matched_ < delimiter_.size()) return State::partial;
    if (at_ == At::data && !taker_.end()) return State::unwanted;
    at_ = At::boundary;
    return State::partial;
}

bool Multipart::put(std::string_view content) {
    if (content.empty()) return true;
    if (at_ == At::data) return taker_.data(content);
    preamble_ += content.size();
    return preamble_ <= preamble_limit;
}

/// What stands between the parts, a character at a time.
Multipart::State Multipart::step(char c) {
    const auto then = [&](bool right, At next) {
        at_ = next;
        return right ? State::partial : State::malformed;
    };
    switch (at_) {
        case At::boundary: return then(c == '\r' || c == '-', c == '-' ? At::last : At::part);
        case At::part: head_.clear(); return then(c == '\n' && ++parts_ <= part_limit, At::head);
        case At::last:
            if (c != '-' || parts_ == 0) return State::malformed;
            at_ = At::end;
            return State::whole;
        case At::head:
            head_ += c;
            if (head_.size() > head_limit) return State::malformed;
            return head_.ends_with("\r\n\r\n") || head_ == "\r\n" ? begin_part() : State::partial;
        case At::end:
        case At::end_feed: return end_line(c);
        case At::done:
        case At::preamble:
        case At::data: break;
    }
    return State::malformed;
}

/// Senders put a line end behind the last boundary, and nothing else.
Multipart::State Multipart::end_line(char c) {
    const bool right = c == (at_ == At::end ? '\r' : '\n');
    at_ = at_ == At::end ? At::end_feed : At::done;
    return right ? State::whole : State::malformed;
}

Multipart::State Multipart::begin_part() {
    const auto lines = std::string_view(head_).substr(0, head_.size() - 2);
    const auto head = read_part_head(lines);
    if (!head) return State::malformed;
    at_ = At::data;
    matched_ = 0;
    return taker_.begin(*head) ? State::partial : State::unwanted;
}

}  // namespace asterism::http
