#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/base/id.hpp"
#include "libcore/base/time.hpp"

namespace asterism::mail {

using MessageId = Id<struct MessageTag>;

/// Why a message is sent: transactional mail answers an act of its reader, marketing does not.
enum class Class : std::uint8_t { transactional, marketing };

constexpr auto names(Class) {
    return std::array{std::pair{Class::transactional, std::string_view{"transactional"}},
                      std::pair{Class::marketing, std::string_view{"marketing"}}};
}

/// `kept` is for reading here only: no mail server was configured when its turn came.
enum class State : std::uint8_t { queued, sent, failed, suppressed, kept };

constexpr auto names(State) {
    return std::array{std::pair{State::queued, std::string_view{"queued"}},
                      std::pair{State::sent, std::string_view{"sent"}},
                      std::pair{State::failed, std::string_view{"failed"}},
                      std::pair{State::suppressed, std::string_view{"suppressed"}},
                      std::pair{State::kept, std::string_view{"kept"}}};
}

/// A message ready to be sent: every variable has been filled in.
struct Draft {
    std::string to;    ///< an addr-spec, as its owner wrote it
    std::string from;  ///< an addr-spec
    std::string template_code;
    Class message_class = Class::transactional;
    std::string subject;  ///< one line of UTF-8
    std::string text;     ///< UTF-8, LF line ends
    std::string html;     ///< UTF-8, LF line ends
    std::string unique;   ///< left of the @ in Message-ID: the same for every try to deliver it
};

struct Message {
    MessageId id;
    Draft draft;
    State state = State::queued;
    Instant created_at;
    int attempts = 0;
    std::string last_error;
};

/// What `asterism mail outbox` and /v1/dev/outbox show of a message.
struct MessageView {
    MessageId id;
    std::string to;
    std::string from;
    std::string subject;
    std::string text;
    std::string html;
    State state = State::queued;
    Instant created_at;
    int attempts = 0;
    std::string last_error;

    static constexpr void fields(auto&& see) {
        see("id", &MessageView::id, "The message.");
        see("to", &MessageView::to, "Where it goes.");
        see("from", &MessageView::from, "Where it comes from.");
        see("subject", &MessageView::subject, "Its subject line.");
        see("text", &MessageView::text, "Its plain text; empty once it was sent.");
        see("html", &MessageView::html, "The same as HTML.");
        see("state", &MessageView::state, "How far it has come.");
        see("created_at", &MessageView::created_at, "When it was written.");
        see("attempts", &MessageView::attempts, "Tries to deliver it so far.");
        see("last_error", &MessageView::last_error, "Why the last try failed.");
    }
};

struct ReadOutbox {
    std::optional<std::int64_t> limit;

    static constexpr void fields(auto&& see) {
        see("limit", &ReadOutbox::limit, "The most messages to show, 1 to 200; 20 if not given.");
    }
};

struct OutboxView {
    std::vector<MessageView> items;

    static constexpr void fields(auto&& see) {
        see("items", &OutboxView::items, "Messages, newest first.");
    }
};

}  // namespace asterism::mail
