#include "shells/cli/trouble.hpp"

#include <fmt/format.h>

namespace asterism::cli {
namespace {

std::string_view advice(const Error& error) {
    switch (exit_of(error.fault->kind)) {
        case Exit::misused: return "Correct it and try again; --help shows what is asked.";
        case Exit::not_allowed: return "Name an account that may: --as USER.";
        case Exit::missing: return "Check the name or the number.";
        case Exit::conflict: return "Look at how things are now, then decide again.";
        case Exit::unavailable: return "Try again in a while.";
        default: return "";
    }
}

}  // namespace

Exit exit_of(Kind kind) {
    switch (kind) {
        case Kind::invalid: return Exit::misused;
        case Kind::unauthenticated: return Exit::not_allowed;
        case Kind::forbidden: return Exit::not_allowed;
        case Kind::missing: return Exit::missing;
        case Kind::conflict: return Exit::conflict;
        case Kind::throttled: return Exit::unavailable;
        case Kind::unavailable: return Exit::unavailable;
    }
    return Exit::bug;
}

Trouble::Trouble(Exit exit, std::string_view what_happened, std::string_view why,
                 std::string_view what_to_do)
    : exit_(exit), text_(fmt::format("{}\n{}\n{}", what_happened, why, what_to_do)) {}

Trouble trouble_of(const Error& error) {
    auto why = fmt::format("{}: {}", error.fault->slug, error.fault->text);
    if (!error.detail.empty()) why += fmt::format(" ({})", error.detail);
    if (error.retry_after)
        return {exit_of(error.fault->kind), "Refused.", why,
                fmt::format("Try again in {} s.", error.retry_after->count())};
    return {exit_of(error.fault->kind), "Refused.", why, advice(error)};
}

}  // namespace asterism::cli
