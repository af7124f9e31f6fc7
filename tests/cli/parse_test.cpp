#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include "shells/cli/arguments.hpp"
#include "shells/cli/call_line.hpp"
#include "shells/cli/nearest.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {
namespace {

using Words = std::vector<std::string>;

std::string ask(std::string_view) { return "asked for"; }

/// The text of the trouble that `body` throws, with its exit code before it.
template <class Body>
std::string trouble(Body body) {
    try {
        body();
    } catch (const Trouble& trouble) {
        return std::to_string(static_cast<int>(trouble.exit())) + ' ' + trouble.what();
    }
    return "none";
}

std::string refusal(const Words& words) {
    return trouble([&] { static_cast<void>(parse(words)); });
}

std::string call_refusal(const Words& words) {
    return trouble([&] { static_cast<void>(read_call_line(words, &ask)); });
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string input_of(const Words& words) {
    return boost::json::serialize(read_call_line(words, &ask).input);
}

TEST_CASE("exit: each family of refusals has its code") {
    CHECK(exit_of(Kind::invalid) == Exit::misused);
    CHECK(exit_of(Kind::unauthenticated) == Exit::not_allowed);
    CHECK(exit_of(Kind::forbidden) == Exit::not_allowed);
    CHECK(exit_of(Kind::missing) == Exit::missing);
    CHECK(exit_of(Kind::conflict) == Exit::conflict);
    CHECK(exit_of(Kind::throttled) == Exit::unavailable);
    CHECK(exit_of(Kind::unavailable) == Exit::unavailable);
}

TEST_CASE("exit: a refused use case says its slug and field in three lines") {
    static constexpr Fault fault{"no_such_star", Kind::missing, "There is no such star."};
    const std::string text = trouble_of(field_error(fault, "star")).what();
    CHECK(has(text, "no_such_star: There is no such star. (star)"));
    CHECK(std::ranges::count(text, '\n') == 2);
}

TEST_CASE("nearest: a slip of the finger is found") {
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("sevre", "serve") == 1);
    CHECK(edit_distance("", "abc") == 3);
    constexpr std::array<std::string_view, 3> names{"serve", "worker", "doctor"};
    CHECK(did_you_mean("sevre", names) == "Did you mean `serve`?");
    CHECK(did_you_mean("elephantine", names).empty());
    CHECK(did_you_mean("x", {}).empty());
}

TEST_CASE("parse: finds the verb and what was given with it") {
    const auto command = parse(Words{"user", "add", "vera", "--email", "v@example.org",
                                     "--role=admin", "--password-stdin", "--data", "/d"});
    REQUIRE(command.verb);
    CHECK(command.verb->name == "user add");
    CHECK(command.arguments.text("handle") == "vera");
    CHECK(command.arguments.text("role") == "admin");
    CHECK(command.arguments.has("password-stdin"));
    CHECK_FALSE(command.arguments.has("json"));
    CHECK(command.arguments.settings == decltype(command.arguments.settings){{"data", "/d"}});
}

TEST_CASE("parse: any setting may be a flag, but no secret") {
    const auto command = parse(Words{"serve", "--mail-smtp-host", "mx", "--session-idle", "5m"});
    CHECK(command.arguments.settings.size() == 2);
    CHECK(has(refusal({"serve", "--mail-smtp-password", "x"}), "no flag"));
}

TEST_CASE("parse: what is unknown is refused with the nearest") {
    CHECK(has(refusal({"sevre"}), "2 There is no verb `sevre`"));
    CHECK(has(refusal({"sevre"}), "`serve`"));
    CHECK(has(refusal({"user", "lst"}), "`user list`"));
    CHECK(has(refusal({"user"}), "user add"));
    CHECK(has(refusal({"serve", "--lsiten", "x"}), "`--listen`"));
    CHECK(has(refusal({"serve", "more"}), "one word too many"));
    CHECK(has(refusal({"user", "add", "vera"}), "--email"));
    CHECK(has(refusal({"user", "role", "vera", "king"}), "king"));
    CHECK(has(refusal({"serve", "--listen"}), "2 "));
}

TEST_CASE("parse: every word that leads to verbs has its own line") {
    std::map<std::string, std::string> words;  // by the line
    for (const Verb& verb : verbs()) {
        Words path{"help"};
        std::string_view rest = verb.name;
        for (auto space = rest.find(' '); space != rest.npos; space = rest.find(' ')) {
            path.emplace_back(rest.substr(0, space));
            rest.remove_prefix(space + 1);
            CAPTURE(path.back());
            const auto help = parse(path).text;
            const auto line = help.substr(0, help.find('\n'));
            CHECK(line.ends_with('.'));
            CHECK(words.emplace(line, path.back()).first->second == path.back());
        }
    }
}

TEST_CASE("parse: helps") {
    CHECK(has(parse(Words{}).text, "serve"));
    CHECK(has(parse(Words{"help"}).text, "Exit codes"));
    CHECK(has(parse(Words{"help", "user", "add"}).text, "--email"));
    CHECK(has(parse(Words{"serve", "--help"}).text, "--listen"));
    CHECK_FALSE(has(parse(Words{"serve", "--help"}).text, "--mail-smtp-host"));
    CHECK(parse(Words{"--version"}).verb->name == "version");
}

TEST_CASE("parse: no verb has two options of one name") {
    for (const Verb& verb : verbs()) {
        std::set<std::string_view> names;
        for (const Option& option : verb.options) CHECK(names.insert(option.name).second);
    }
}

TEST_CASE("call: fields are read off the operation's input") {
    CHECK(input_of({"moon_calendar", "--start", "2026-03-01", "--key-dates-only"}) ==
          R"({"start":"2026-03-01","key_dates_only":true})");
    CHECK(input_of({"moon_calendar", "--key_dates_only=no"}) == R"({"key_dates_only":false})");
    CHECK(input_of({"list_accounts", "--limit", "7"}) == R"({"limit":7})");
    CHECK(input_of({"list_accounts", "--limit", "seven"}) == R"({"limit":"seven"})");
    CHECK(input_of({"log_in", "--identifier", "--odd"}) == R"({"identifier":"--odd"})");
}

TEST_CASE("call: a password is asked for where a dash stands for it") {
    CHECK(input_of({"log_in", "--password", "-"}) == R"({"password":"asked for"})");
    CHECK(input_of({"log_in", "--identifier", "-"}) == R"({"identifier":"-"})");
}

TEST_CASE("call: knows its own flags and the settings'") {
    const auto line = read_call_line(Words{"--data", "/d", "who_am_i", "--as", "vera",
                                           "--database=sqlite:x", "--json-input", "-"},
                                     &ask);
    CHECK(line.operation->name == "who_am_i");
    CHECK(line.as == "vera");
    CHECK(line.json_input);
    CHECK(line.settings.size() == 2);
    CHECK(read_call_line(Words{"who_am_i", "--help"}, &ask).help);
    CHECK(read_call_line(Words{"--help"}, &ask).operation == nullptr);
}

TEST_CASE("call: what it cannot read is refused") {
    CHECK(has(call_refusal({"who_am_y"}), "`who_am_i`"));
    CHECK(has(call_refusal({"log_in", "--identifer", "x"}), "`--identifier`"));
    CHECK(has(call_refusal({"log_in", "--identifier"}), "needs a value"));
    CHECK(has(call_refusal({"log_in", "--identifier", "a", "--identifier", "b"}), "twice"));
    CHECK(has(call_refusal({"log_in", "again"}), "one word too many"));
    CHECK(has(call_refusal({"log_in", "--json-input", "file"}), "standard input"));
}

}  // namespace
}  // namespace asterism::cli
