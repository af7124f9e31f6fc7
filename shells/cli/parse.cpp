#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "shells/cli/arguments.hpp"
#include "shells/cli/nearest.hpp"
#include "shells/cli/setting.hpp"

namespace asterism::cli {
namespace {

constexpr std::string_view footer =
    "Exit codes: 0 done, 1 found something wrong, 2 wrong use, 3 configuration, 4 not found,\n"
    "5 not allowed, 6 needs --yes, 7 conflict, 8 an outside service failed, 70 our bug.";

std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }

/// What the program says of words that only lead to verbs.
constexpr std::pair<std::string_view, std::string_view> groups[] = {
    {"alarm", "What the operators were told of."},
    {"audit", "The log of who did what."},
    {"backfill", "Adds what places lack."},
    {"badge", "What people are rewarded with."},
    {"cache", "Answers that are kept."},
    {"cleanup", "Deletes what nobody needs any more."},
    {"config", "Shows and checks the configuration."},
    {"discount", "Codes that take something off."},
    {"incident", "Money that made no order."},
    {"mail", "Mails sent or waiting."},
    {"mail-failure", "Orders' mails that did not go out."},
    {"media", "Files that belong to accounts."},
    {"migrate", "The database's schema."},
    {"order", "What was bought."},
    {"picture", "What products look like."},
    {"place", "Places, and files of them."},
    {"product", "What the shop offers."},
    {"raster", "The map of light pollution, as a file of this program."},
    {"shipping", "Ways of shipping."},
    {"shop", "The staff's side of the shop."},
    {"sku", "What of a product can be bought."},
    {"sky", "Questions about the sky; no data folder needed."},
    {"status", "What orders can be."},
    {"tenant", "Sites in this process, each with a database of its own."},
    {"user", "Looks after accounts."},
    {"video", "Products shown at work."},
};

std::string_view group_about(std::string_view group) {
    const auto* const found =
        std::ranges::find(groups, group, [](auto& each) { return each.first; });
    return found == std::end(groups) ? std::string_view() : found->second;
}

[[noreturn]] void refuse(std::string_view what, std::string_view given,
                         std::span<const std::string_view> known, std::string_view help) {
    const auto hint = did_you_mean(given, known);
    throw Trouble(Exit::misused, fmt::format("There is no {} `{}`.", what, given),
                  hint.empty() ? "Nothing known is like it." : hint,
                  fmt::format("See `{}`.", help));
}

/// The verbs that begin with these words and have more.
std::vector<std::string_view> verbs_below(std::string_view words) {
    std::vector<std::string_view> out;
    for (const Verb& verb : verbs())
        if (verb.name.starts_with(words) && verb.name.substr(words.size()).starts_with(' '))
            out.push_back(verb.name);
    return out;
}

/// Whether the words are a verb, or lead to one.
bool leads_somewhere(std::string_view words) {
    const auto same = [&](const Verb& verb) { return verb.name == words; };
    return std::ranges::any_of(verbs(), same) || !verbs_below(words).empty();
}

/// Refuses a word that leads to no verb, before CLI11 sees it: its errors name no nearest match.
void refuse_unknown_verb(std::span<const std::string> words) {
    if (words.empty() || words[0].starts_with('-')) return;
    std::vector<std::string_view> firsts;
    for (const Verb& verb : verbs()) firsts.push_back(first_word(verb.name));
    if (!leads_somewhere(words[0])) refuse("verb", words[0], firsts, "asterism help");
    std::string so_far = words[0];
    for (std::size_t at = 1;; ++at) {
        const auto below = verbs_below(so_far);
        if (below.empty()) return;
        const auto help = fmt::format("asterism {} --help", so_far);
        if (at == words.size())
            throw Trouble(Exit::misused, fmt::format("`{}` alone says too little.", so_far),
                          fmt::format("There is: {}.", fmt::join(below, ", ")),
                          fmt::format("See `{}`.", help));
        if (words[at].starts_with('-')) return;
        std::vector<std::string_view> known;  // with one word more, not with all
        for (const auto name : below)
            known.push_back(name.substr(0, name.find(' ', so_far.size() + 1)));
        so_far += ' ' + words[at];
        if (!leads_somewhere(so_far)) refuse("verb", so_far, known, help);
    }
}

/// One verb as CLI11 knows it, and where it puts what was given.
struct Entry {
    const Verb* verb;
    CLI::App* app;
    std::map<std::string, std::string> given;
    std::map<std::string, bool> flags;
};

/// The flag, and its other names, with dashes.
std::vector<std::string> spellings(const Option& option) {
    std::vector<std::string> out{"--" + std::string(option.name)};
    if (option.also.empty()) return out;
    for (const auto& name : CLI::detail::split(std::string(option.also), '|'))
        out.push_back((name.size() == 1 ? "-" : "--") + name);
    return out;
}

void declare(Entry& entry, const Option& option) {
    const std::string name(option.name);
    const std::string about(option.about);
    if (option.form == Form::flag) {
        entry.app->add_flag("--" + name, entry.flags[name], about);
        return;
    }
    const auto spelled =
        option.form == Form::value ? fmt::format("{}", fmt::join(spellings(option), ",")) : name;
    auto* made = entry.app->add_option(spelled, entry.given[name], about);
    made->required(option.required);
    if (option.words.empty()) return;
    std::vector<std::string> words = CLI::detail::split(std::string(option.words), '|');
    made->check(CLI::IsMember(std::move(words)));
}

void declare_settings(Entry& entry) {
    if (entry.verb->settings.empty()) return;
    for (const Setting& setting : all_settings()) {
        if (setting.secret || setting.is_pattern()) continue;
        auto* made = entry.app->add_option(flag_name(setting.key),
                                           entry.given["=" + std::string(setting.key)],
                                           std::string(setting.about));
        const auto& shown = entry.verb->settings;
        made->group(std::ranges::find(shown, setting.key) == shown.end() ? "" : "Settings");
    }
}

/// The verb's place below the program: `user add` lies within `user`.
CLI::App* place_for(CLI::App& program, const Verb& verb) {
    CLI::App* place = &program;
    auto rest = verb.name;
    for (auto blank = rest.find(' '); blank != rest.npos; blank = rest.find(' ')) {
        const auto word = rest.substr(0, blank);
        const auto same =
            place->get_subcommands([&](const CLI::App* each) { return each->get_name() == word; });
        place = same.empty()
                    ? place->add_subcommand(std::string(word), std::string(group_about(word)))
                    : same.front();
        place->require_subcommand(1);
        rest.remove_prefix(blank + 1);
    }
    return place->add_subcommand(std::string(rest), std::string(verb.about));
}

std::vector<std::unique_ptr<Entry>> declare_all(CLI::App& program) {
    program.require_subcommand(1);
    program.footer(std::string(footer));
    std::vector<std::unique_ptr<Entry>> out;
    for (const Verb& verb : verbs()) {
        out.push_back(std::make_unique<Entry>(Entry{&verb, place_for(program, verb), {}, {}}));
        out.back()->app->allow_extras();
        if (!verb.example.empty())
            out.back()->app->footer(fmt::format("Example: {}\n\n{}", verb.example, footer));
        for (const Option& option : verb.options) declare(*out.back(), option);
        declare_settings(*out.back());
    }
    return out;
}

void refuse_extras(const Entry& entry) {
    const auto extras = entry.app->remaining();
    if (extras.empty()) return;
    const auto help = fmt::format("asterism {} --help", entry.verb->name);
    auto flag = extras.front();
    if (!flag.starts_with('-') || flag == "-")
        throw Trouble(Exit::misused, fmt::format("`{}` is one word too many.", flag),
                      fmt::format("`{}` takes no more.", entry.verb->name),
                      fmt::format("See `{}`.", help));
    flag = flag.substr(0, flag.find('='));
    std::vector<std::string> names{"--help"};
    for (const Option& option : entry.verb->options)
        if (option.form != Form::positional)
            std::ranges::copy(spellings(option), std::back_inserter(names));
    if (!entry.verb->settings.empty())
        for (const Setting& setting : all_settings())
            if (!setting.secret && !setting.is_pattern()) names.push_back(flag_name(setting.key));
    const std::vector<std::string_view> known(names.begin(), names.end());
    refuse("flag", flag, known, help);
}

Command command_of(const Entry& entry) {
    refuse_extras(entry);
    Command out{entry.verb};
    for (const auto& [name, value] : entry.given) {
        const auto key = name.starts_with('=') ? name.substr(1) : name;
        const auto* setting = key.size() < name.size() ? find_setting(key) : nullptr;
        if (setting && entry.app->count(flag_name(key)) > 0)
            out.arguments.settings.emplace_back(key, value);
        else if (!setting &&
                 (entry.app->get_option_no_throw("--" + name) ? entry.app->count("--" + name)
                                                              : entry.app->count(name)) > 0)
            out.arguments.options[name] = value;
    }
    for (const auto& [name, given] : entry.flags)
        if (given) out.arguments.options[name] = "true";
    return out;
}

Command parse_by_table(std::span<const std::string> words) {
    CLI::App program("Asterism: places under the stars, and what belongs to them.", "asterism");
    const auto entries = declare_all(program);
    try {
        program.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::CallForHelp&) {
        return {nullptr, {}, program.help()};
    } catch (const CLI::ParseError& error) {
        // What is unknown is told before what is missing: it is often the reason.
        for (const auto& entry : entries)
            if (entry->app->parsed()) refuse_extras(*entry);
        throw Trouble(Exit::misused, "The command line is not understood.", error.what(),
                      "Add --help to see what is asked.");
    }
    for (const auto& entry : entries)
        if (entry->app->parsed()) return command_of(*entry);
    return {nullptr, {}, program.help()};
}

}  // namespace

Command parse(std::span<const std::string> words) {
    std::vector<std::string> asked(words.begin(), words.end());
    if (asked.empty()) asked = {"--help"};
    if (asked[0] == "--version") asked[0] = "version";
    if (asked[0] == "help") {
        asked.erase(asked.begin());
        asked.emplace_back("--help");
    }
    refuse_unknown_verb(asked);
    const auto reads_itself = std::ranges::find_if(
        verbs(), [&](const Verb& verb) { return verb.reads_rest && verb.name == asked[0]; });
    if (reads_itself == verbs().end()) return parse_by_table(asked);
    asked.erase(asked.begin());
    return {&*reads_itself, {{}, {}, std::move(asked)}, {}};
}

}  // namespace asterism::cli
