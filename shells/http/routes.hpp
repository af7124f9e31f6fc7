#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/fwd.hpp>

#include "libcore/base/result.hpp"
#include "libcore/catalogue.hpp"
#include "shells/http/cors.hpp"
#include "shells/http/headers.hpp"
#include "shells/http/limits.hpp"
#include "shells/http/message.hpp"

namespace asterism::http {

/// Who gets through the door. What one may do to this very thing is a rule of the core.
enum class Access : std::uint8_t { anyone, account, moderator, staff, admin };

/// What a route does to the session cookie.
enum class Cookie : std::uint8_t { none, opens, ends };

/// What a route does to the cookie that binds a way to a provider and back to one browser.
enum class FlowCookie : std::uint8_t { none, begins, ends };

/// What a reshape may know of the request besides the body.
struct RequestFacts {
    std::string_view base_url;  ///< the site's, from its settings; never from the Host field
    std::string_view peer;
    std::string_view request_id;
    std::vector<std::pair<std::string, std::string>> query = {};  ///< decoded, in order
    const boost::json::object* sent = nullptr;                    ///< the body before `in`
    std::string_view flow = {};  ///< the value of the flow's cookie, or empty
    bool cross_site = false;     ///< the browser says that another site's page asks
    std::string_view path = {};  ///< as sent
    std::string_view visitor =
        {};  ///< the secret of a visitor's cart that a cookie proves, or empty
    std::string_view cookie_domain = {};  ///< of cookies that pages of other hosts share, or empty
    bool secure_cookies = false;
    std::string csrf = {};  ///< the token of who asks, where the row hands it out
    bool marked = false;    ///< the browser has the row's `mark`, and we signed it
    std::string mark = {};  ///< a new one
    Verb verb = Verb::get;  ///< how it was asked, which need not be the row's

    /// The last value of that name, as the originals of the dialects read it; or empty.
    std::string_view asked(std::string_view name) const;
};

/// A cookie of the site's own, for visitors; an empty value takes it away.
struct Keepsake {
    std::string_view name;
    std::string_view value;
    std::chrono::seconds life{};
    bool readable = false;  ///< by scripts of the page
};

/// For reshapes: gives the browser something to keep for all hosts of the site.
void hand_cookie(Response& response, const RequestFacts& facts, const Keepsake& kept);

/// Turn one wire form into another. Pure: no rule of the domain, no store.
using ReshapeIn = Result<boost::json::object> (*)(boost::json::object&& sent,
                                                  const RequestFacts& facts);
using ReshapeOut = void (*)(boost::json::object&& view, const RequestFacts& facts,
                            Response& response);
using ReshapeEach = void (*)(std::string& out, std::string_view element);
using Refuse = void (*)(const Error& error, const RequestFacts& facts, Response& response);

/// For reshapes: makes the object the body of the answer.
void reply(Response& response, boost::json::object&& body);
/// The same with a bare list.
void reply_list(Response& response, boost::json::array&& body);

/// The input of finish_identity_flow from the address that a provider sent the browser back to.
/// What providers add of their own is passed over; what counts and comes twice is refused.
Result<boost::json::object> way_back_in(boost::json::object&& sent, const RequestFacts& facts);

/// The file that a route takes, or the files, as parts of a form.
struct FilePart {
    std::string_view part = {};   ///< what the form calls it; empty: the route takes no file
    std::string_view field = {};  ///< what the use case's input calls it
    std::size_t bytes = 6 * 1024 * 1024;  ///< of the whole form, at most
    std::size_t most = 1;                 ///< files; with more than one the field is a list
    std::string_view also = {};           ///< what forms call it, too
};

/// Reads what stands in an address for a field, where that is not the field's own text.
using ReadCaught = Result<Done> (*)(std::string_view field, std::string_view text,
                                    boost::json::object& input);

/// What a row says beyond the usual.
struct Extras {
    int status = 200;
    Cookie cookie = Cookie::none;
    ReshapeIn in = nullptr;
    ReshapeOut out = nullptr;
    Refuse refuse = nullptr;  ///< instead of the dialect's; not for what is refused at the door
    bool exempt = false;      ///< from every limit, the surface's too
    std::optional<Scope> scope = {};  ///< of the API keys that open it; none: no key does
    /// For a GET that changes something: it must come from a page of ours.
    bool own_pages_only = false;
    /// The same, but programs that are no browser may ask, too.
    bool no_foreign_pages = false;
    /// The address alone says what may be done, so that no page of ours need have asked.
    bool by_address = false;
    /// Not answered to another method, even where its dialect looks at none.
    bool own_verb_only = false;
    /// Answered in the clear, too, where its dialect sends elsewhere: whoever looks after the
    /// server asks here whether it is well.
    bool in_the_clear = false;
    /// Gives the browser the token that its pages show when they write.
    bool hands_csrf = false;
    /// The cookie by which the row tells visitors apart.
    std::string_view mark = {};
    FlowCookie flow = FlowCookie::none;
    FilePart file = {};
    ReadCaught caught = nullptr;  ///< of every field in the path
    bool packed = false;          ///< the view and the files it names leave as one ZIP
    bool even = false;            ///< so that the time taken does not tell who has an account
    /// The field that fixes the answer: where it is given, anybody's cache may keep the answer for
    /// an hour. Empty: no cache is told anything.
    std::string_view lasts_with = {};
    /// What anybody is answered may be so old; not for a route that is told something.
    std::chrono::seconds may_be_old{};
    /// What is answered stays the same until something that it shows is written: it is kept as
    /// bytes; what anybody is answered has a tag.
    bool kept = false;
    /// Takes microseconds and needs nothing but the input: who shows no credentials is answered on
    /// the io thread, since handing the work to another thread would cost more than the work.
    bool brisk = false;
    /// Of a list that flows: each element of the view as it leaves. Null: as it is.
    ReshapeEach each = nullptr;
    /// Of a kept map: the member that says whether a place is a favourite. All else in it is the
    /// same for everybody.
    std::string_view heart = {};
    /// Who sends it with an Idempotency-Key may send it again.
    bool once = false;
    /// What breaks while it runs is told in the row's own words, as a refusal that may pass. The
    /// log hears of it all the same.
    bool tells_failures = false;
    std::string_view media_type = "application/json";  ///< of the answer, for the document
};

/// One row of the table. A row that contradicts its use case does not compile.
struct Route {
    Verb verb;
    std::string_view path;
    std::string_view use_case;
    Access access;
    Limits limits;
    Extras extras;

    consteval Route(Verb v, std::string_view p, std::string_view name, Access who, Limits often,
                    Extras e = {})
        : verb(v), path(p), use_case(name), access(who), limits(often), extras(e) {
        const Entry& entry = use_case_named(name);
        if (entry.needs_actor ? who == Access::anyone : who != Access::anyone && !entry.knows_actor)
            throw "access and signature disagree";
        for (auto open = p.find('{'); open != p.npos; open = p.find('{', open + 1))
            if (!entry.has_field(p.substr(open + 1, p.find('}', open) - open - 1)))
                throw "placeholder is no field";
        if (!e.file.part.empty() && !entry.has_field(e.file.field)) throw "the file is no field";
        if (!e.lasts_with.empty() && (!entry.has_field(e.lasts_with) || v != Verb::get))
            throw "nothing can last with that";
        if (e.may_be_old.count() > 0 && (who != Access::anyone || v != Verb::get))
            throw "what somebody is told is no matter of others";
    }
};

/// An address that only sends elsewhere.
struct Detour {
    std::string_view from;
    std::string_view to;
    int status = 302;
    Verb verb = Verb::get;  ///< of GET, HEAD too
};

/// What came of a call that tells of a payment.
struct CallHeard {
    const Fault* fault = nullptr;  ///< why it was not heard; null: it was
    std::string order = {};        ///< its identifier, if one was placed now or before
};

/// Where whoever takes the money calls, and how a surface words the answer.
struct CallDesk {
    std::string_view path = {};  ///< empty: nowhere
    void (*answer)(const CallHeard& heard, const RequestFacts& facts, Response& response) = nullptr;
};

/// A way of speaking to the same use cases: its own addresses, its own shapes, its own refusals.
struct Dialect {
    std::string_view name;
    std::span<const Route> routes;
    std::span<const std::string_view> prefixes;  ///< whose unknown paths it answers for
    Refuse refuse;
    bool lenient = false;  ///< takes form bodies, and numbers in quotes
    bool slashed = false;  ///< every path ends with a slash; a GET without is sent there
    void (*describe)(Response& response) = nullptr;  ///< answers OPTIONS; null: a 204
    /// Answers its first prefix itself, to whoever looks around; null: nothing is there.
    void (*root)(const RequestFacts& facts, Response& response) = nullptr;
    Limits reads = limits::reads;    ///< of all rows that only read
    Limits writes = limits::writes;  ///< of all others
    std::span<const Detour> detours = {};
    /// Visitors' pages, too, show the token that their browser was given before they write.
    bool csrf_for_all = false;
    Preflight preflight = {};
    CallDesk calls = {};
    Referrer referrer = Referrer::usual;  ///< what browsers tell of its addresses
    /// Looks at no method: rows that read answer POST as well, rows that write answer GET as they
    /// answer an empty form.
    bool any_method = false;
    bool tls_only = false;  ///< who came to a proxy in the clear is sent on
    /// Takes a session's cookie away where the session is over.
    bool drops_lapsed = false;
};

/// Ours: /v1, problem documents.
const Dialect& native();

}  // namespace asterism::http
