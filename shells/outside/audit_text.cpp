#include "shells/outside/audit_text.hpp"

#include <charconv>
#include <stdexcept>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fmt/format.h>

#include "shells/app/json.hpp"
#include "shells/app/time_text.hpp"

namespace asterism::outside {
namespace {

namespace json = boost::json;

std::string text_of(Instant at) {
    std::string out;
    app::append_instant(out, at);
    return out;
}

/// What a program would make of the word: `remember_me=true` is a truth value, a number a number.
json::value value_of(const std::string& text) {
    if (text == "true" || text == "false") return text == "true";
    const bool digits = text.find_first_not_of("0123456789") == text.npos && !text.empty() &&
                        text.size() < 16 && (text == "0" || text[0] != '0');
    std::int64_t number = 0;
    if (digits) std::from_chars(text.data(), text.data() + text.size(), number);
    return digits ? json::value(number) : json::value(text);
}

json::object log_of(const audit::Sealed& row) {
    const audit::Entry& e = row.entry;
    json::object metadata;
    for (const auto& word : audit::read_words(e.metadata))
        metadata.insert_or_assign(word.name, value_of(word.value));
    return {{"id", e.id.value},
            {"event_type", e.type},
            {"timestamp", text_of(e.at)},
            {"success", e.success},
            {"message", audit::message_of(e.type)},
            {"user_id", e.account ? json::value(e.account->value) : json::value()},
            {"username", e.handle},
            {"ip_address", e.address.empty() ? json::value() : json::value(e.address)},
            {"user_agent", e.agent},
            {"metadata", std::move(metadata)},
            {"request_id", e.request_id},
            {"details", e.metadata},
            {"position", row.position},
            {"code", row.code},
            {"seal", row.seal}};
}

std::string string_at(const json::object& log, std::string_view name) {
    const auto& value = log.at(name);
    return value.is_null() ? std::string() : std::string(value.as_string());
}

audit::Sealed row_of(const json::object& log) {
    const auto at = app::read_instant(string_at(log, "timestamp"));
    if (!at) throw std::runtime_error("a time in the archive cannot be read");
    audit::Sealed row;
    row.entry = {audit::RecordId{log.at("id").as_int64()},
                 *at,
                 string_at(log, "event_type"),
                 log.at("success").as_bool(),
                 std::nullopt,
                 string_at(log, "username"),
                 string_at(log, "ip_address"),
                 string_at(log, "user_agent"),
                 string_at(log, "details"),
                 string_at(log, "request_id")};
    if (const auto& account = log.at("user_id"); !account.is_null())
        row.entry.account = AccountId{account.as_int64()};
    row.position = log.at("position").as_int64();
    row.code = string_at(log, "code");
    row.seal = string_at(log, "seal");
    return row;
}

std::string day(Instant at) {
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(at));
    return fmt::format("{:04}{:02}{:02}", int{date.year()}, unsigned{date.month()},
                       unsigned{date.day()});
}

/// As one word of a line.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text) out += static_cast<unsigned char>(c) < ' ' || c == 0x7F ? '?' : c;
    return out.empty() ? "-" : out;
}

}  // namespace

std::string archive_json(const audit::Batch& batch, std::int64_t days, Instant now) {
    json::array logs;
    for (const auto& row : batch.rows) logs.push_back(log_of(row));
    const json::object whole{{"archive_date", text_of(now)},
                             {"retention_days", days},
                             {"log_count", std::ssize(batch.rows)},
                             {"date_range",
                              {{"from", text_of(batch.rows.front().entry.at)},
                               {"to", text_of(batch.rows.back().entry.at)}}},
                             {"logs", std::move(logs)}};
    std::string out;
    app::append_json(out, json::value(whole));
    return out + '\n';
}

std::string archive_text(const audit::Batch& batch, std::int64_t days, Instant now) {
    auto out = fmt::format("Audit log archived {}\nRecords: {}\nOlder than: {} days\n\n",
                           text_of(now), batch.rows.size(), days);
    for (const auto& [e, position, code, seal] : batch.rows)
        out += fmt::format("{} {} {} user={} address={} agent=\"{}\" {} [{}]\n", text_of(e.at),
                           e.success ? "ok    " : "failed", plain(e.type), plain(e.handle),
                           plain(e.address), plain(e.agent), plain(e.metadata), e.id.value);
    return out;
}

std::vector<audit::Sealed> read_archive(std::string_view text) {
    const auto document = app::parse_strict(text);
    if (!document) throw std::runtime_error("the archive is no JSON document");
    std::vector<audit::Sealed> out;
    try {
        for (const auto& log : document->as_object().at("logs").as_array())
            out.push_back(row_of(log.as_object()));
    } catch (const std::exception& wrong) {
        throw std::runtime_error(std::string("the archive is not as it was made: ") + wrong.what());
    }
    return out;
}

std::string archive_name(const audit::Batch& batch, Instant now) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
    const std::chrono::hh_mm_ss time(seconds - std::chrono::floor<std::chrono::days>(seconds));
    return fmt::format("audit_logs_{}_to_{}_{}_{:02}{:02}{:02}", day(batch.rows.front().entry.at),
                       day(batch.rows.back().entry.at), day(now), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::optional<Instant> archive_time(std::string_view file) {
    constexpr std::string_view shape = "audit_logs_00000000_to_00000000_00000000_000000";
    if (file.size() < shape.size()) return std::nullopt;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool digit = file[i] >= '0' && file[i] <= '9';
        if (shape[i] == '0' ? !digit : file[i] != shape[i]) return std::nullopt;
    }
    const auto rest = file.substr(shape.size());
    if (!rest.ends_with(".json") && !rest.ends_with(".txt")) return std::nullopt;
    const auto at = file.substr(32, 15);
    return app::read_instant(fmt::format("{}-{}-{}T{}:{}:{}Z", at.substr(0, 4), at.substr(4, 2),
                                         at.substr(6, 2), at.substr(9, 2), at.substr(11, 2),
                                         at.substr(13, 2)));
}

}  // namespace asterism::outside
