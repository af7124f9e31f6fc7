// What is left when something went wrong.

#include <boost/json/value.hpp>

#include "tests/matrix/shop.hpp"

namespace asterism::matrix {
namespace {

/// `kind=…` of the lines that tell of an alarm.
std::string alarm_in(std::string_view line) {
    constexpr std::string_view mark = "code=shop.alarm kind=";
    const auto at = line.find(mark);
    if (at == line.npos) return {};
    const auto kind = line.substr(at + mark.size());
    return std::string(kind.substr(0, kind.find_first_of(" \n")));
}

}  // namespace

Alarms operator-(Alarms after, const Alarms& before) {
    for (const auto& [kind, old] : before) {
        auto& alarm = after[kind];
        alarm = {alarm.lines - old.lines, alarm.raised - old.raised, alarm.mails - old.mails};
    }
    std::erase_if(after, [](const auto& each) { return each.second == Alarm{}; });
    return after;
}

std::string told(const Alarms& alarms) {
    std::string out;
    for (const auto& [kind, alarm] : alarms)
        out += kind + ": " + std::to_string(alarm.lines) + " lines, " +
               std::to_string(alarm.raised) + " raised, " + std::to_string(alarm.mails) +
               " mails; ";
    return out;
}

std::string told(const Rows& rows) {
    std::string out;
    for (const auto& [what, count] : {std::pair{"orders", rows.orders},
                                      {"carts", rows.carts},
                                      {"incidents", rows.incidents},
                                      {"troubles", rows.troubles},
                                      {"mails", rows.mails}})
        out += std::string(what) + " " + std::to_string(count) + "; ";
    return out;
}

Rows operator-(const Rows& after, const Rows& before) {
    return {after.orders - before.orders, after.carts - before.carts,
            after.incidents - before.incidents, after.troubles - before.troubles,
            after.mails - before.mails};
}

int Shop::lines(std::string_view part) const {
    return static_cast<int>(std::ranges::count_if(
        log_lines, [part](const auto& line) { return line.find(part) != line.npos; }));
}

std::int64_t Shop::count(store::Sql text) {
    std::int64_t out = 0;
    engine.read_db([&](store::Db& db) { out = std::get<0>(db.one<std::int64_t>(text).value()); });
    return out;
}

Rows Shop::rows() {
    const auto of = [this](store::Sql text) { return static_cast<int>(count(text)); };
    return {of("SELECT count(*) FROM shop_order"), of("SELECT count(*) FROM shop_cart"),
            of("SELECT count(*) FROM shop_incident WHERE settled_at IS NULL"),
            of("SELECT count(*) FROM shop_mail_trouble WHERE settled_at IS NULL"),
            of("SELECT count(*) FROM mail_message WHERE unique_part LIKE 'order.%'"
               " AND state = 'sent'")};
}

Alarms Shop::alarms() {
    Alarms out;
    for (const auto& line : log_lines)
        if (const auto kind = alarm_in(line); !kind.empty()) ++out[kind].lines;
    const auto buyer = std::exchange(jar, {});
    sign_in("sue");
    const auto listed = http::testing::body_of(ask(http::Verb::get, "/v1/shop/admin/alarms"));
    jar = buyer;
    for (const auto& each : listed.at("items").as_array())
        out[text_at(each, "/kind")].raised = each.at("raised").to_number<int>();
    store.read([&](app::Unit& unit) {
        for (const auto& message : unit.messages().latest(1'000)) {
            const auto& draft = message.draft;
            const auto open = draft.subject.find('(');
            if (draft.to == mailbox)
                ++out[draft.subject.substr(open + 1, draft.subject.find(')') - open - 1)].mails;
        }
    });
    return out;
}

}  // namespace asterism::matrix
