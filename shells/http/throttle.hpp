#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/fwd.hpp>

#include "libcore/base/actor.hpp"
#include "libcore/base/result.hpp"
#include "shells/app/limiter.hpp"
#include "shells/http/router.hpp"

namespace asterism::http {

/// What the operator has set otherwise than limits.hpp.
struct LimitRules {
    bool enabled = true;
    std::vector<std::pair<std::string, Rate>> changed = {};  ///< by the limit's name
};

/// Knows the figures and the counter.
class Throttle {
public:
    Throttle(app::Limiter& limiter, const app::Signer& signer, LimitRules rules)
        : limiter_(limiter), signer_(signer), rules_(std::move(rules)) {}

private:
    friend class Bill;

    app::Toll toll_of(const Limit& limit) const;

    app::Limiter& limiter_;
    const app::Signer& signer_;
    LimitRules rules_;
};

/// What one request is charged, before work is done for it, in the order in which it becomes known
/// whom to charge. The limits of one step pass together or not at all. One who is refused at a
/// later step stays charged for the earlier ones: finding out who asks was work.
class Bill {
public:
    /// Each of them must outlive the bill.
    Bill(const Throttle& throttle, const Request& request, const Match& match);
    /// Of what has no route.
    Bill(const Throttle& throttle, const Request& request, Limits limits);

    /// By address. Visitors' limits too, unless a session is claimed.
    std::optional<Error> at_door(bool claims_session);
    /// By account; or, where what claimed to be a session is none, the visitors' limits.
    std::optional<Error> known(const std::optional<AccountId>& account, bool claims_session);
    /// By the address and the user name that the input names, if it does.
    std::optional<Error> named(const boost::json::object& input);
    /// Of an input that names nobody: those all are one.
    std::optional<Error> nameless();

    /// The limit that has just run out, if the log does not know of it yet: the first refusal of a
    /// payer in a window is told, the others only would fill the log. Nor does it fill by many who
    /// come at once.
    std::string_view to_note() const { return to_note_; }

    /// Gives back what only failures are charged for, unless it was one; null: all went well. And
    /// what a row is charged for, where its surface's pages show a token and this one showed none.
    void settle(const Fault* refusal);

private:
    struct Kept {
        app::Payer payer;
        app::Toll toll;
        app::Receipt receipt;
    };

    template <class Wanted>
    std::optional<Error> charge(char kind, std::string_view whom, Wanted wanted);
    bool is_own(const Limit& limit) const;
    bool is_news(const app::Payer& payer, const Limit& limit);
    const Limit& spent(const app::Payer& payer, const std::vector<const Limit*>& due);

    const Throttle& throttle_;
    const Request& request_;
    std::array<Limits, 2> limits_;
    std::vector<Kept> kept_;
    std::vector<Kept> unproved_;
    bool proves_pages_ = false;  ///< everybody who writes shows a token
    std::string_view to_note_;
};

}  // namespace asterism::http
