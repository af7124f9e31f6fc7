#include <map>

#include <fmt/format.h>

#include "libcore/version.hpp"
#include "shells/app/json.hpp"
#include "shells/app/operation.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/setting.hpp"
#include "shells/cli/verbs.hpp"

namespace asterism::cli {
namespace {

/// What may follow what was typed so far: "" -> verbs, "user" -> add list ..., "user add" -> flags.
using Words = std::map<std::string, std::string>;

void add(Words& words, const std::string& after, std::string_view word) {
    auto& known = words[after];
    if ((' ' + known + ' ').find(fmt::format(" {} ", word)) == std::string::npos)
        known.append(known.empty() ? "" : " ").append(word);
}

/// "a|b" as "a b".
std::string with_blanks(std::string text) {
    for (auto& c : text)
        if (c == '|') c = ' ';
    return text;
}

void add_verb(Words& words, const Verb& verb) {
    const std::string name(verb.name);
    std::string before;
    for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
        end = name.find(' ', begin);
        add(words, before, name.substr(begin, end - begin));
        before = name.substr(0, end);
    }
    for (const Option& option : verb.options) {
        if (option.form != Form::positional) add(words, name, fmt::format("--{}", option.name));
        const auto choices = with_blanks(std::string(option.words));
        if (option.form == Form::positional && !choices.empty()) add(words, name, choices);
    }
    for (const auto key : verb.settings) add(words, name, flag_name(key));
    add(words, name, "--help");
}

Words all_words() {
    Words out;
    for (const Verb& verb : verbs()) add_verb(out, verb);
    for (const auto& operation : app::operations()) {
        add(out, "call", operation.name);
        const auto name = fmt::format("call {}", operation.name);
        for (const auto& field : operation.input()) add(out, name, flag_name(field.name));
        for (const auto* flag : {"--as", "--json-input", "--help"}) add(out, name, flag);
    }
    return out;
}

/// Two words that lead to a third, as "a|b" with quotes.
std::string pairs_with_more() {
    std::string out;
    for (const Verb& verb : verbs()) {
        const auto last = verb.name.rfind(' ');
        if (last == verb.name.npos || verb.name.find(' ') == last) continue;
        const auto pair = fmt::format("'{}'", verb.name.substr(0, last));
        if (out.find(pair) == std::string::npos) out += (out.empty() ? "" : "|") + pair;
    }
    return out;
}

std::string for_bash() {
    std::string out =
        "_asterism() {\n"
        "    local typed=${COMP_WORDS[1]} words\n"
        "    [[ $COMP_CWORD -ge 3 ]] && typed+=\" ${COMP_WORDS[2]}\"\n"
        "    [[ $COMP_CWORD -eq 1 ]] && typed=\n"
        "    case $typed in " +
        pairs_with_more() +
        ") [[ $COMP_CWORD -ge 4 ]] && typed+=\" ${COMP_WORDS[3]}\" ;; esac\n"
        "    case $typed in\n";
    std::string singles;
    for (const auto& [after, next] : all_words()) {
        out += fmt::format("    '{}') words='{}' ;;\n", after, next);
        if (!after.empty() && after.find(' ') == std::string::npos)
            singles += fmt::format("    '{} '*) words='{}' ;;\n", after, next);
    }
    return out + singles +
           "    esac\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n"
           "}\n"
           "complete -o default -F _asterism asterism\n";
}

std::string for_fish() {
    std::string out =
        "function __asterism_typed\n"
        "    set -l words (commandline -opc)[2..-1]\n"
        "    set -l most 2\n"
        "    contains -- \"$words[1..2]\" " +
        with_blanks(pairs_with_more()) +
        "; and set most 3\n"
        "    test (count $words) -gt $most; and set words $words[1..$most]\n"
        "    test \"$words\" = \"$argv\"; or test \"$words[1]\" = \"$argv\"\n"
        "end\n";
    for (const auto& [after, next] : all_words())
        out += after.empty()
                   ? fmt::format("complete -c asterism -f -n __fish_use_subcommand -a '{}'\n", next)
                   : fmt::format("complete -c asterism -f -n '__asterism_typed {}' -a '{}'\n",
                                 after, next);
    return out;
}

}  // namespace

Exit completion(const Arguments& given) {
    const auto shell = given.text("shell");
    if (shell == "fish")
        print(for_fish());
    else
        print((shell == "zsh" ? "autoload -U +X bashcompinit && bashcompinit\n" : "") + for_bash());
    return Exit::done;
}

Exit version(const Arguments& given) {
    std::string out;
    if (given.has("json")) {
        app::append_json(out = "{\"version\":", asterism::version());
        out += "}\n";
    } else {
        out = fmt::format("asterism {}\n", asterism::version());
    }
    print(out);
    return Exit::done;
}

}  // namespace asterism::cli
