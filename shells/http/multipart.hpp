#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace asterism::http {

/// What a part says of itself (RFC 7578 section 4).
struct PartHead {
    std::string name = {};
    std::optional<std::string> file = {};  ///< the sender's name for it; absent: a text field
    std::string type = {};                 ///< without parameters, in lower case; may be empty
};

/// Where the parts of a form go, one after the other.
class PartTaker {
public:
    virtual ~PartTaker() = default;
    /// Each of them: false where no more is wanted.
    virtual bool begin(const PartHead& head) = 0;
    virtual bool data(std::string_view piece) = 0;
    virtual bool end() = 0;
};

/// The boundary that a Content-Type of multipart/form-data names, if it is 1 to 70 of the
/// characters that RFC 2046 section 5.1.1 allows.
std::optional<std::string> boundary_of(std::string_view content_type);

/// Reads the head of one part, its lines without the empty one at the end.
std::optional<PartHead> read_part_head(std::string_view lines);

/// Takes a form apart as its bytes come, in pieces of any size, keeping no more than the head of
/// the part under way. Nesting and whatever two readers could take for two things is refused.
class Multipart {
public:
    enum class State : std::uint8_t { partial, whole, malformed, unwanted };

    static constexpr std::size_t preamble_limit = 1'024;
    static constexpr std::size_t head_limit = 4'096;
    static constexpr int part_limit = 10;

    Multipart(std::string_view boundary, PartTaker& taker)
        : delimiter_("\r\n--" + std::string(boundary)), taker_(taker) {}

    /// `whole` once the last boundary has come. Anything behind it but a line end is malformed.
    State feed(std::string_view bytes);

private:
    enum class At : std::uint8_t {
        preamble,
        data,
        boundary,
        part,
        last,
        head,
        end,
        end_feed,
        done
    };

    State step(char c);
    State pass(std::string_view& bytes);
    State end_line(char c);
    State begin_part();
    bool put(std::string_view content);

    const std::string delimiter_;
    PartTaker& taker_;
    At at_ = At::preamble;
    std::size_t matched_ = 2;  ///< of the delimiter: the first one needs no line before it
    std::size_t preamble_ = 0;
    std::string head_;
    int parts_ = 0;
    State ended_ = State::partial;
};

}  // namespace asterism::http
