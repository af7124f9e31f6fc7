#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shells/cli/trouble.hpp"

namespace asterism::cli {

/// What was given on the command line after the verb.
struct Arguments {
    std::vector<std::pair<std::string, std::string>> settings;  ///< by key
    std::map<std::string, std::string, std::less<>> options;    ///< flags have the text "true"
    std::vector<std::string> rest;                              ///< of a verb that reads itself

    bool has(std::string_view name) const { return options.contains(name); }

    std::string text(std::string_view name) const {
        const auto found = options.find(name);
        return found == options.end() ? std::string{} : found->second;
    }
};

enum class Form : std::uint8_t {
    flag,        ///< --json
    value,       ///< --limit N
    positional,  ///< HANDLE
};

struct Option {
    std::string_view name;  ///< without dashes
    Form form;
    std::string_view about;
    bool required = false;
    std::string_view words = {};  ///< the only ones that are taken, "a|b|c"; empty: any text
    std::string_view also = {};   ///< other names it goes by, "a|b"
};

/// Something the program does.
struct Verb {
    std::string_view name;  ///< "user add"
    std::string_view about;
    Exit (*run)(const Arguments&);
    std::span<const Option> options = {};
    /// Settings whose flags its help shows; a verb with any takes the flags of all.
    std::span<const std::string_view> settings = {};
    bool reads_rest = false;        ///< takes whatever follows, help included
    std::string_view example = {};  ///< below its help
};

std::span<const Verb> verbs();

/// What the command line asks for: a verb to run, or a text to print.
struct Command {
    const Verb* verb = nullptr;
    Arguments arguments = {};
    std::string text = {};
};

/// Throws Trouble, with the nearest match, for what it does not know.
Command parse(std::span<const std::string> words);

}  // namespace asterism::cli
