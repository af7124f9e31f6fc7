#include <charconv>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "libcore/audit/faults.hpp"
#include "shells/app/audit_rounds.hpp"
#include "shells/app/codec.hpp"
#include "shells/app/shape.hpp"
#include "shells/cli/call_line.hpp"
#include "shells/cli/operate.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

namespace json = boost::json;

const Caller& operator_here() {
    static const Caller caller{.address = {}, .agent = "asterism-cli"};
    return caller;
}

app::Call call_of(Composition& parts) { return {keeper(), operator_here(), parts.policy()}; }

template <class T>
const T& kept(const Result<T>& result) {
    if (!result) throw trouble_of(result.error());
    return *result;
}

std::int64_t number_of(const Arguments& given, std::string_view option, std::int64_t usual) {
    if (!given.has(option)) return usual;
    const auto text = given.text(option);
    std::int64_t number = -1;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (ec != std::errc{} || end != text.data() + text.size() || number < 0)
        throw Trouble(Exit::misused, fmt::format("`{}` is no number for --{}.", text, option),
                      "It must be a whole number from 0 up.", fmt::format("Give --{} 30.", option));
    return number;
}

std::string text_at(const json::object& record, std::string_view field) {
    return std::string(record.at(field).as_string());
}

std::string metadata_of(const json::object& record) {
    std::string out;
    for (const auto& each : record.at("metadata").as_array()) {
        const auto& word = each.as_object();
        out += (out.empty() ? "" : " ") + text_at(word, "name") + "=" + text_at(word, "value");
    }
    return out;
}

void show(const std::vector<json::value>& records) {
    std::vector<std::vector<std::string>> rows{
        {"AT", "EVENT", "OK", "USER", "ADDRESS", "ID", "MORE"}};
    for (const auto& each : records) {
        const auto& record = each.as_object();
        rows.push_back({text_at(record, "at"), text_at(record, "type"),
                        record.at("success").as_bool() ? "yes" : "no", text_at(record, "user"),
                        text_at(record, "address"), std::to_string(record.at("id").as_int64()),
                        metadata_of(record)});
    }
    print(columns(rows));
}

audit::Shelf& shelf_of(const Arguments& given, Composition& parts) {
    return given.has("archive-dir") ? parts.shelf(given.text("archive-dir")) : parts.shelf();
}

}  // namespace

Exit audit_list(const Arguments& given) {
    Composition parts(settings_of(given));
    parts.make_ready();
    json::object input;
    for (const auto* field : {"type", "user", "address", "since", "until"})
        if (given.has(field)) input[field] = given.text(field);
    const auto most = number_of(given, "limit", 50);
    std::vector<json::value> all;
    for (bool more = most > 0; more;) {
        input["limit"] = std::min<std::int64_t>(200, most - std::ssize(all));
        auto page = json::parse(operate(parts, "list_audit", input, keeper())).as_object();
        for (auto& record : page.at("items").as_array()) all.push_back(std::move(record));
        input["before"] = page.at("next");
        more = !page.at("next").is_null() && std::ssize(all) < most;
    }
    if (given.has("json"))
        print(json::serialize(json::value(json::array(all.begin(), all.end()))) + '\n');
    else
        show(all);
    return Exit::done;
}

Exit audit_verify(const Arguments& given) {
    Composition parts(settings_of(given));
    parts.make_ready();
    json::object input;
    if (given.has("from")) input["first_day"] = given.text("from");
    if (given.has("to")) input["last_day"] = given.text("to");
    const auto asked = app::decode<audit::VerifyAudit>(json::value(std::move(input)));
    const auto verdict =
        app::verify_audit(parts.app(), call_of(parts), shelf_of(given, parts), kept(asked));
    const auto& found = kept(verdict);
    std::string out;
    app::encode(out, found);
    if (given.has("json")) {
        print(out + '\n');
        return found.sound ? Exit::done : Exit::found_wrong;
    }
    print(columns({{"Followed", fmt::format("{} in the database, {} in archives", found.checked,
                                            found.archived)},
                   {"Not sealed yet", std::to_string(found.unsealed)},
                   {"Last place", std::to_string(found.last_position)},
                   {"Last seal", found.last_seal},
                   {"Verdict", found.sound ? "sound" : found.about}}));
    return found.sound ? Exit::done : Exit::found_wrong;
}

Exit audit_archive(const Arguments& given) {
    Composition parts(settings_of(given));
    parts.make_ready();
    audit::ArchiveAudit input{number_of(given, "days", parts.settings().number("audit.keep_days"))};
    if (given.text("format") == "json") input.format = audit::Format::json;
    if (given.text("format") == "txt") input.format = audit::Format::txt;
    input.dry_run = given.has("dry-run");
    auto& shelf = shelf_of(given, parts);
    std::int64_t records = 0;
    json::array files;
    for (bool more = true; more;) {
        try {
            const auto done = app::archive_audit(parts.app(), call_of(parts), shelf, input);
            const auto& archived = kept(done);
            records += archived.records;
            for (const auto& file : archived.files) files.emplace_back(file);
            more = archived.more && !input.dry_run;
        } catch (const app::StoreUnavailable&) {
            throw;
        } catch (const std::runtime_error& failure) {
            throw Trouble(Exit::unavailable, "The archive cannot be written; nothing was deleted.",
                          failure.what(),
                          "Make room, or choose another folder: --archive-dir DIR.");
        }
    }
    if (given.has("json")) {
        print(json::serialize(json::object{
                  {"dry_run", input.dry_run}, {"records", records}, {"files", files}}) +
              '\n');
        return Exit::done;
    }
    for (const auto& file : files) print(std::string(file.as_string()) + '\n');
    say(fmt::format("{} records {}.", records, input.dry_run ? "would be archived" : "archived"));
    return Exit::done;
}

Exit audit_clean_archives(const Arguments& given) {
    Composition parts(settings_of(given));
    parts.make_ready();
    const bool dry_run = given.has("dry-run");
    const auto days = number_of(given, "days", parts.settings().number("audit.archive_days"));
    const auto done =
        app::clean_archives(parts.app(), call_of(parts), shelf_of(given, parts), days, dry_run);
    const auto& files = kept(done);
    if (given.has("json")) {
        json::array names(files.begin(), files.end());
        print(json::serialize(json::object{{"dry_run", dry_run}, {"files", std::move(names)}}) +
              '\n');
        return Exit::done;
    }
    for (const auto& file : files) print(file + '\n');
    say(fmt::format("{} archives {}.", files.size(), dry_run ? "would be deleted" : "deleted"));
    return Exit::done;
}

}  // namespace asterism::cli
