#include <boost/json/object.hpp>

#include "libcore/places/map.hpp"
#include "shells/app/json.hpp"
#include "shells/http/breakage.hpp"
#include "shells/http/gather.hpp"
#include "shells/http/hearts.hpp"
#include "shells/http/methods.hpp"
#include "shells/http/visit.hpp"

namespace asterism::http {
namespace {

namespace json = boost::json;

/// What an answer is kept as: its links are the site's, some of it is for one account alone, and
/// what counts years since somebody came is true for a day.
std::string what_is_asked(const RequestFacts& facts, const Request& request, AccountId viewer,
                          Instant now) {
    const auto day = std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
    std::string out = std::to_string(day);
    out.append(1, ' ').append(std::to_string(viewer.value)).append(1, ' ');
    return out.append(facts.base_url).append(request.target);
}

}  // namespace

void Gate::run(Visit& visit) const {
    // A form is posted: only then has its sender shown a token.
    const bool formless = is_read(visit.request.verb) && !is_read(visit.route().verb);
    if (!formless && !takes_type(visit.request, visit.match))
        return visit.refuse({&unsupported_type});
    auto body = formless ? Result<json::object>(json::object{})
                         : read_body(visit.request, *visit.match.mount->dialect);
    if (!body) return visit.refuse(body.error());
    json::object sent;
    if (visit.route().extras.in || visit.route().extras.out) sent = *body;
    visit.facts.sent = &sent;
    auto input = gather(visit.request, visit.match, visit.facts, std::move(*body));
    if (!input) {
        if (auto error = visit.bill.nameless())
            return visit.refuse(refused_by_limit(visit, *std::move(error)));
        return visit.refuse(input.error());
    }
    if (auto error = visit.bill.named(*input))
        return visit.refuse(refused_by_limit(visit, *std::move(error)));
    const Input asked(std::move(*input));
    const auto& extras = visit.route().extras;
    if (extras.kept) return answer_kept(visit, asked);
    const bool keyed = extras.once && !visit.request.header("Idempotency-Key").empty();
    keyed ? answer_once(visit, asked) : answer(visit, asked);
}

Result<Done> Gate::carry_out(const Visit& visit, const app::Call& call, const Input& input,
                             app::Answer& answer) const {
    const auto run = [&] { return visit.match.operation->run(app_, call, input, answer); };
    if (!visit.route().extras.tells_failures) return run();
    return refused_if_broken(visit.facts, rules_.failed, run);
}

/// The answer as `viewer` is to see it. False: it is a refusal.
bool Gate::make(Visit& visit, const Input& input, const std::optional<Actor>& viewer,
                app::Answer& answer) const {
    const auto& extras = visit.route().extras;
    auto call = visit.call();
    call.actor = viewer;
    answer.text = std::move(visit.response.body);
    answer.text.clear();
    answer.each = extras.each;
    const auto done = carry_out(visit, call, input, answer);
    visit.response.body = std::move(answer.text);
    if (!done) return visit.refuse(done.error()), false;
    visit.response.status = extras.status;
    visit.response.type = extras.media_type;
    if (extras.out) {
        auto view = app::parse_strict(visit.response.body);
        extras.out(std::move(view->get_object()), visit.facts, visit.response);
    }
    return true;
}

void Gate::answer(Visit& visit, const Input& input) const {
    const auto& extras = visit.route().extras;
    if (input.get_object().empty() && recent_.find(visit.route(), app_.now(), visit.response))
        return;
    const bool lasts = input.get_object().contains(extras.lasts_with);
    app::Answer answer;
    if (!make(visit, input, visit.asker.actor, answer)) return;
    if (lasts && !claims_account(visit.request, rules_.cookies.session))
        visit.response.headers.emplace_back("Cache-Control", "public, max-age=3600");
    recent_.keep(visit.route(), app_.now(), visit.response);
    if (extras.packed) return pack(visit);
    set_cookies(visit, answer);
}

/// The versions are read before the answer is made: what is written meanwhile makes the answer
/// newer than its name, never older.
void Gate::answer_kept(Visit& visit, const Input& input) const {
    const auto now = versions(visit);
    if (!now) return;
    const auto& extras = visit.route().extras;
    const auto& actor = visit.asker.actor;
    const auto viewer = actor ? actor->account : AccountId{};
    const bool map = !extras.heart.empty();
    const KeptName name{what_is_asked(visit.facts, visit.request, viewer, app_.now()),
                        map ? now->map : now->seen, now->own};
    auto found = kept_.find(name);
    app::Answer made;
    if (!found && map) {
        found = actor ? with_hearts(visit, input, name) : kept_map(visit, input, name);
    } else if (!found && make(visit, input, actor, made)) {
        found = kept_.keep(name, std::move(visit.response.body));
    }
    if (!found) return;
    visit.response.type = extras.media_type;
    send(visit.request, *found,
         {rules_.compressor, !claims_account(visit.request, rules_.cookies.session)},
         visit.response);
}

/// Nothing where the store does not say, and the visitor has been told.
std::optional<Versions> Gate::versions(Visit& visit) const {
    if (visit.asker.versions) return visit.asker.versions;
    std::optional<Versions> out;
    const auto known = app::guarded([&]() -> Result<Done> {
        auto read = app_.run<&places::versions_for>(visit.call(), accounts::NoInput{});
        if (!read) return read.error();
        out = *read;
        return Done{};
    });
    if (!known) visit.refuse(known.error());
    return out;
}

/// What anybody sees. It may take long, so one makes it and others wait for that.
KeptAnswers::Found Gate::kept_map(Visit& visit, const Input& input, const KeptName& name) const {
    const auto turn = kept_.making(name.what);
    if (auto found = kept_.find(name)) return found;
    app::Answer answer;
    if (!make(visit, input, std::nullopt, answer)) return nullptr;
    return kept_.keep(name, std::move(visit.response.body));
}

/// The same, with the favourites of who asks marked in it: nothing is made anew.
KeptAnswers::Found Gate::with_hearts(Visit& visit, const Input& input, const KeptName& name) const {
    auto whole = kept_map(
        visit, input,
        {what_is_asked(visit.facts, visit.request, AccountId{}, app_.now()), name.seen, 0});
    if (!whole) return nullptr;
    std::vector<places::PlaceId> hearts;
    const auto known = app::guarded([&]() -> Result<Done> {
        auto read = app_.run<&places::hearts_of>(visit.call(), accounts::NoInput{});
        if (!read) return read.error();
        hearts = *std::move(read);
        return Done{};
    });
    if (!known) return visit.refuse(known.error()), nullptr;
    auto marked = whole->body();
    if (!mark_hearts(marked, visit.route().extras.heart, hearts)) return whole;
    return kept_.keep(name, std::move(marked));
}

}  // namespace asterism::http
