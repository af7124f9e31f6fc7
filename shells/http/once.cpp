#include <algorithm>

#include <boost/json/serialize.hpp>

#include "libcore/shop/replies.hpp"
#include "shells/http/methods.hpp"
#include "shells/http/visit.hpp"

namespace asterism::http {
namespace {

constexpr std::size_t longest_key = 255;

bool is_key(std::string_view text) {
    return !text.empty() && text.size() <= longest_key &&
           std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
}

}  // namespace

/// One sender's keys are none of another's.
shop::AskOnce Gate::asked_once(const Visit& visit, const Input& input, std::string_view key) const {
    const auto& actor = visit.asker.actor;
    auto who = actor                          ? "account " + std::to_string(actor->account.value)
               : !visit.facts.visitor.empty() ? "visitor " + std::string(visit.facts.visitor)
                                              : "address " + std::string(visit.facts.peer);
    std::string what(method_of(visit.request.verb));
    what.append(1, ' ').append(visit.facts.path).append(1, '\n');
    what += boost::json::serialize(input);
    const auto& fingerprint = app_.world().fingerprint;
    return {fingerprint.of(who.append(1, '\n').append(key)), fingerprint.of(what)};
}

/// A request with a key: answered once, and then as it was.
void Gate::answer_once(Visit& visit, const Input& input) const {
    const auto key = visit.request.header("Idempotency-Key");
    if (!is_key(key)) return visit.refuse({&bad_key});
    const auto ask = asked_once(visit, input, key);
    std::optional<shop::Reply> before;
    const auto known = app::guarded([&]() -> Result<Done> {
        auto asked = app_.run<&shop::ask_once>(visit.call(), ask);
        if (!asked) return asked.error();
        before = std::move(asked->before);
        return Done{};
    });
    if (!known) return visit.refuse(known.error());
    if (before) return repeat(visit, *std::move(before));
    try {
        answer(visit, input);
    } catch (...) {
        keep_reply(visit, {ask.key, {500, {}}});
        throw;
    }
    keep_reply(visit, {ask.key, {visit.response.status, visit.response.body}});
}

void Gate::repeat(Visit& visit, shop::Reply&& reply) {
    visit.response.status = reply.status;
    visit.response.type =
        reply.status >= 400 ? "application/problem+json" : visit.route().extras.media_type;
    visit.response.body = std::move(reply.body);
    visit.response.headers.emplace_back("Idempotency-Replayed", "true");
}

/// Where it cannot be kept, the answer is good all the same: whoever asks again is told to wait,
/// and then is answered anew.
void Gate::keep_reply(const Visit& visit, const shop::AnswerOnce& answer) const {
    static_cast<void>(app::guarded(
        [&]() -> Result<Done> { return app_.run<&shop::answer_once>(visit.call(), answer); }));
}

}  // namespace asterism::http
