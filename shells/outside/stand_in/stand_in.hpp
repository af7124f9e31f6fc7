#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include <boost/json/fwd.hpp>

#include "libcore/base/entropy.hpp"
#include "shells/outside/stand_in/session.hpp"

namespace asterism::outside::stand_in {

struct Asked {
    bool post = false;
    std::string path;
    Fields fields = {};  ///< of the form
    std::string key = {};
    std::string idempotency = {};
};

struct Answer {
    int status = 200;
    std::string body = {};
    bool page = false;          ///< HTML, else JSON
    std::string location = {};  ///< with a 303
    bool replayed = false;      ///< the answer to the same request before
};

struct StandInOptions {
    std::function<Instant()> clock;
    /// Is to tell the shop, so many milliseconds later.
    std::function<void(std::string event, std::chrono::milliseconds later)> tell;
};

/// Plays Stripe: the API of Checkout Sessions in its formats, the page where they are paid with
/// play money, and what it tells a shop of them. Keeps all of it in memory. May be used by many
/// threads at once.
class StandIn {
public:
    StandIn(StandInOptions options, Entropy& entropy);

    /// Where its pages are, before anybody asks.
    void live_at(std::string url) { url_ = std::move(url); }

    Answer answer(const Asked& asked);

private:
    struct Given {
        Fields fields;
        Answer answer;
    };

    Answer api(const Asked& asked);
    Answer create(const Asked& asked);
    Answer created(const Asked& asked);
    Answer expire(Session& session);
    Answer page(const Asked& asked, Session& session);
    Answer press(const Asked& asked, Session& session);
    void pay(const Asked& asked, Session& session, bool at_once);
    void pass_time();
    void announce(std::string_view what, const Session& session, std::chrono::seconds later = {});
    std::string draw(std::string_view prefix);
    Session* find(std::string_view id);

    StandInOptions options_;
    Entropy& entropy_;
    std::string url_;
    std::mutex mutex_;
    std::map<std::string, Session, std::less<>> sessions_;
    std::map<std::string, Given, std::less<>> given_;  ///< by idempotency key
};

}  // namespace asterism::outside::stand_in
