#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

#include "libcore/base/result.hpp"

namespace asterism::cli {

/// What the program tells its caller by ending.
enum class Exit : std::uint8_t {
    done = 0,
    found_wrong = 1,  ///< it ran and found something wrong
    misused = 2,      ///< wrong use, or input that breaks a rule
    configuration = 3,
    missing = 4,
    not_allowed = 5,
    needs_yes = 6,
    conflict = 7,     ///< also: folder or port in use, database newer than the program
    unavailable = 8,  ///< an outside service failed, or asked to wait
    bug = 70
};

/// The one translation of a refusal's family into an exit code.
Exit exit_of(Kind kind);

/// The program cannot go on. For people: what happened, why, what to do, a line each.
class Trouble : public std::exception {
public:
    Trouble(Exit exit, std::string_view what_happened, std::string_view why,
            std::string_view what_to_do);

    /// Several at once, as one.
    Trouble(Exit exit, std::string text) : exit_(exit), text_(std::move(text)) {}

    Exit exit() const { return exit_; }

    /// The three lines.
    const char* what() const noexcept override { return text_.c_str(); }

private:
    Exit exit_;
    std::string text_;
};

/// A refused use case, in three lines, with the fault's slug and what it is about.
Trouble trouble_of(const Error& error);

}  // namespace asterism::cli
