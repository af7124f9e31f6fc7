#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "libcore/base/result.hpp"
#include "libcore/base/time.hpp"
#include "libcore/base/use_case.hpp"

namespace asterism::shop {

// A request may bear a key of its sender's own. Sent again with the same key, it is answered as it
// was and does nothing more, so that who has lost an answer may ask again.

/// So long.
inline constexpr std::chrono::hours reply_life{24};

/// Whoever began to answer and did not end within this time has stopped.
inline constexpr std::chrono::minutes longest_answering{2};

struct Reply {
    int status = 0;  ///< as HTTP has them; 0: it is being made
    std::string body;

    friend bool operator==(const Reply&, const Reply&) = default;
};

struct KeptReply {
    std::string request;  ///< the fingerprint of what was asked
    Reply reply;
    Instant begun;
};

class Replies : public Stored {
public:
    /// False: there is one of that key; the database decides.
    virtual bool begin(std::string_view key, std::string_view request, Instant at) = 0;
    /// Keeps others from changing it until this run ends.
    virtual std::optional<KeptReply> hold(std::string_view key) = 0;
    /// As if it had never been.
    virtual void begin_again(std::string_view key, std::string_view request, Instant at) = 0;
    virtual void finish(std::string_view key, const Reply& reply) = 0;
    virtual void drop(std::string_view key) = 0;
    /// Those that were begun before then.
    virtual std::int64_t count(Instant before) const = 0;
    /// The same are gone; so many.
    virtual std::int64_t forget(Instant before, std::int64_t limit) = 0;
};

inline constexpr Fault reply_in_the_making{"idempotency_key_in_use", Kind::conflict,
                                           "A request with this key is being answered just now."};
inline constexpr Fault key_of_another{"idempotency_key_reused", Kind::conflict,
                                      "This key was sent with another request."};

/// Fingerprints both: of the key with its sender, and of what is asked.
struct AskOnce {
    std::string key;
    std::string request;
};

struct AskedOnce {
    std::optional<Reply> before;  ///< none: it is to be answered now
};

struct AnswerOnce {
    std::string key;
    Reply reply;  ///< 500 and more is not kept: it may be another the next time
};

Result<AskedOnce> ask_once(Now now, Replies& replies, const AskOnce& input);
Result<Done> answer_once(Replies& replies, const AnswerOnce& input);

}  // namespace asterism::shop
