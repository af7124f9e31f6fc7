#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/fwd.hpp>

#include "libcore/places/query.hpp"
#include "shells/app/app.hpp"
#include "shells/app/compressor.hpp"
#include "shells/app/packer.hpp"
#include "shells/app/signer.hpp"
#include "shells/http/cookies.hpp"
#include "shells/http/kept_answers.hpp"
#include "shells/http/message.hpp"
#include "shells/http/recent_answers.hpp"
#include "shells/http/router.hpp"
#include "shells/http/server.hpp"
#include "shells/http/throttle.hpp"

namespace asterism::http {

/// What the gate needs to know of its site.
struct GateRules {
    CookieStyle cookies = plain_cookies;
    std::string own_origin;                             ///< of the site's base URL
    std::vector<std::string> origins;                   ///< others whose pages may write
    const app::Packer* packer = nullptr;                ///< null: nothing leaves as a ZIP
    const app::Compressor* compressor = nullptr;        ///< null: nothing leaves compressed
    std::size_t kept_bytes = KeptAnswers::usual_bytes;  ///< of answers that are kept, at most
    std::function<void(std::string_view request_id, std::string_view what)> failed =
        {};  ///< hears of our bugs where the gateway does not
};

/// The whole life of a request to a route: who asks, may they, decode, run, encode. Knows no socket
/// and no Beast.
class Gate {
public:
    Gate(app::App& app, const app::Signer& signer, const Throttle& throttle, app::Cache& cache,
         GateRules rules)
        : app_(app),
          signer_(signer),
          throttle_(throttle),
          rules_(std::move(rules)),
          kept_(rules_.kept_bytes),
          recent_(cache) {}

    /// Where a request for a route is answered, as its head tells.
    Lane lane(const Request& head, const Match& match) const;

    void serve(const Request& request, const Match& match, const Target& target,
               std::string_view request_id, Response& response) const;

    /// Whether who asks may have the body read that the request comes with. False: `response` says
    /// why not. The same is looked at again by `serve`, since a body may be long in coming.
    bool lets_in(const Request& request, const Match& match, const Target& target,
                 std::string_view request_id, Response& response) const;

private:
    struct Visit;
    using Input = boost::json::value;

    Visit visit_of(const Request& request, const Match& match, std::string_view request_id,
                   Response& response) const;
    bool enter(Visit& visit, const Target& target) const;
    std::string_view visitor_of(const Visit& visit) const;
    std::optional<Error> admit(Visit& visit) const;
    void renew(Visit& visit) const;
    void drop_lapsed(Visit& visit) const;
    const Fault* forgery(const Visit& visit) const;
    std::string csrf_of(const Visit& visit) const;
    void hand_out(Visit& visit) const;
    const Fault* refusal(const Visit& visit) const;
    Error refused_by_limit(const Visit& visit, Error error) const;
    Error noted(const Visit& visit, const Fault& fault, bool claims) const;
    void run(Visit& visit) const;
    Result<Done> carry_out(const Visit& visit, const app::Call& call, const Input& input,
                           app::Answer& answer) const;
    bool make(Visit& visit, const Input& input, const std::optional<Actor>& viewer,
              app::Answer& answer) const;
    void answer(Visit& visit, const Input& input) const;
    void answer_kept(Visit& visit, const Input& input) const;
    shop::AskOnce asked_once(const Visit& visit, const Input& input, std::string_view key) const;
    void answer_once(Visit& visit, const Input& input) const;
    static void repeat(Visit& visit, shop::Reply&& reply);
    void keep_reply(const Visit& visit, const shop::AnswerOnce& answer) const;
    std::optional<Versions> versions(Visit& visit) const;
    KeptAnswers::Found kept_map(Visit& visit, const Input& input, const KeptName& name) const;
    KeptAnswers::Found with_hearts(Visit& visit, const Input& input, const KeptName& name) const;
    void pack(Visit& visit) const;
    void set_cookies(const Visit& visit, const app::Answer& answer) const;
    bool take_cart_along(const Visit& visit, const accounts::Opened& opened) const;
    void carry(const accounts::Opened& opened, Response& response) const;

    app::App& app_;
    const app::Signer& signer_;
    const Throttle& throttle_;
    GateRules rules_;
    mutable KeptAnswers kept_;
    RecentAnswers recent_;
};

}  // namespace asterism::http
