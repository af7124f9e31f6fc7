#include "libcore/telemetry/use_cases.hpp"

#include "libcore/base/text.hpp"

namespace asterism::telemetry {
namespace {

constexpr std::size_t longest_code = 100;
constexpr std::size_t longest_url = 1'000;
constexpr std::int64_t usual_days = 90;
constexpr std::int64_t rows_at_once = 1'000;
constexpr std::int64_t widest = 1'000'000;

std::string code(const std::optional<std::string>& text) {
    return text ? cut(*text, longest_code) : std::string();
}

}  // namespace

std::string cut(std::string_view text, std::size_t characters) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size(); ++end) {
        const bool starts = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
        if (starts && count++ == characters) break;
    }
    return std::string(text.substr(0, end));
}

Result<ClientEventLogged> log_client_event(Now now, const Caller& caller, ClientEvents& events,
                                           const LogClientEvent& input) {
    if (input.url.empty()) return ClientEventLogged{};
    ClientEvent event;
    event.kind = input.kind;
    event.url = cut(input.url, longest_url);
    event.at = now.at;
    if (input.account && *input.account > 0) event.account = {*input.account};
    event.visitor = code(input.anonymous_id);
    event.what = code(input.what);
    event.contact = code(input.contact);
    event.campaign = code(input.campaign);
    event.ad = code(input.ad);
    if (input.kind == ClientEventKind::page_view) {
        if (input.width && *input.width >= 0 && *input.width <= widest) event.width = input.width;
        event.address = cut(caller.address, longest_code);
        if (is_plain_utf8(caller.agent)) event.agent = cut(caller.agent, longest_url);
    }
    events.add(event);
    return ClientEventLogged{true};
}

Result<ClientEventsPurged> purge_client_events(Now now, Actor actor, ClientEvents& events,
                                               const PurgeClientEvents& input) {
    if (actor.role != Role::admin) return admins_only;
    const auto days = input.days.value_or(usual_days);
    if (days < 0 || days > 36'500) return field_error(bad_days, "days");
    const auto count = events.drop_before(now.at - std::chrono::days{days}, rows_at_once);
    return ClientEventsPurged{count, count == rows_at_once};
}

}  // namespace asterism::telemetry
