#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "libcore/base/actor.hpp"
#include "libcore/base/time.hpp"

namespace asterism::telemetry {

/// What pages tell of their visitors.
enum class ClientEventKind : std::uint8_t { page_view, script_error, click, link };

constexpr auto names(ClientEventKind) {
    return std::array{std::pair{ClientEventKind::page_view, std::string_view{"page_view"}},
                      std::pair{ClientEventKind::script_error, std::string_view{"script_error"}},
                      std::pair{ClientEventKind::click, std::string_view{"click"}},
                      std::pair{ClientEventKind::link, std::string_view{"link"}}};
}

/// One of them. Codes are kept as told, so that they outlive what they stand for.
struct ClientEvent {
    ClientEventKind kind = ClientEventKind::page_view;
    AccountId account;    ///< as claimed; 0: nobody
    std::string visitor;  ///< what the page knows its visitor by, or empty
    std::string url;
    std::optional<std::int64_t> width;  ///< of the page, in pixels
    std::string what;                   ///< which error, which button
    std::string contact;                ///< code of whom a mail was to
    std::string campaign;
    std::string ad;
    std::string address;
    std::string agent;
    Instant at;
};

struct LogClientEvent {
    ClientEventKind kind = ClientEventKind::page_view;
    std::string url;
    std::optional<std::int64_t> account;
    std::optional<std::string> anonymous_id;
    std::optional<std::int64_t> width;
    std::optional<std::string> what;
    std::optional<std::string> contact;
    std::optional<std::string> campaign;
    std::optional<std::string> ad;

    static constexpr void fields(auto&& see) {
        see("kind", &LogClientEvent::kind, "What happened.");
        see("url", &LogClientEvent::url, "On which page; without one nothing is kept.");
        see("account", &LogClientEvent::account,
            "Whom the page takes its visitor for. Anybody can claim it; an unknown one is nobody.");
        see("anonymous_id", &LogClientEvent::anonymous_id, "What the page knows its visitor by.");
        see("width", &LogClientEvent::width, "How wide the page is, in pixels.");
        see("what", &LogClientEvent::what, "Which error, or which button.");
        see("contact", &LogClientEvent::contact, "The code of whom a mail was to.");
        see("campaign", &LogClientEvent::campaign, "The code of that mail.");
        see("ad", &LogClientEvent::ad, "The code of an advertisement.");
    }
};

struct ClientEventLogged {
    bool logged = false;

    static constexpr void fields(auto&& see) {
        see("logged", &ClientEventLogged::logged, "It was worth keeping.");
    }
};

struct PurgeClientEvents {
    std::optional<std::int64_t> days;

    static constexpr void fields(auto&& see) {
        see("days", &PurgeClientEvents::days, "Only what is older than so many days, 0 to 36500.");
    }
};

struct ClientEventsPurged {
    std::int64_t count = 0;
    bool more = false;

    static constexpr void fields(auto&& see) {
        see("count", &ClientEventsPurged::count, "How many were deleted.");
        see("more", &ClientEventsPurged::more, "There may be others left: run it again.");
    }
};

}  // namespace asterism::telemetry
