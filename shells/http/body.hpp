#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shells/http/body_sink.hpp"

namespace asterism::http {

/// Collects a request's body as its bytes come in: of a declared length, or chunked (RFC 9112
/// section 7.1) without trailers, which are refused: nothing may be said after the body that the
/// head should have said.
class Body {
public:
    enum class State : std::uint8_t { partial, whole, malformed, too_large, unwanted };

    /// Begins one of `length` bytes, collected here or given to a sink.
    void expect(std::size_t length, BodySink* sink = nullptr);
    /// Begins a chunked one of at most `limit` bytes.
    void expect_chunks(std::size_t limit, BodySink* sink = nullptr);

    /// Takes what belongs to the body from the front of `bytes`; `taken` says how much that was.
    State feed(std::string_view bytes);

    std::size_t taken() const { return taken_; }

    std::string_view text() const { return text_; }

    /// Gives the memory back.
    void release();

private:
    enum class At : std::uint8_t {
        data,
        size,
        extension,
        size_feed,
        data_return,
        data_feed,
        end_return,
        end_feed,
        done
    };

    void begin(BodySink* sink);
    bool keep(std::string_view piece);
    State feed_chunks(std::string_view bytes);
    State begin_chunk();
    State step(char c);
    State size_digit(char c);

    std::string text_;
    BodySink* sink_ = nullptr;
    std::size_t size_ = 0;  ///< of what has come, encoding aside
    std::size_t left_ = 0;  ///< of the body, or of the chunk under way
    std::size_t limit_ = 0;
    std::size_t taken_ = 0;
    std::size_t overhead_ = 0;    ///< encoded bytes that are not data
    std::size_t extensions_ = 0;  ///< bytes of chunk extensions
    unsigned digits_ = 0;
    bool chunked_ = false;
    At at_ = At::done;
};

}  // namespace asterism::http
