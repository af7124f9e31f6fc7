#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/audit/sealer.hpp"
#include "libcore/audit/types.hpp"

namespace asterism::audit {

/// A word of an event's metadata: what it is about and what is so.
struct Word {
    std::string name;
    std::string value;

    static constexpr void fields(auto&& see) {
        see("name", &Word::name, "What it is about: reason, status_code, resource.");
        see("value", &Word::value, "What is so.");
    }
};

/// "name=value name=value": how metadata is kept. Names are ours, of letters, digits and `_`; in a
/// value whatever could be taken for the end of it is percent-encoded, controls too.
std::string words(std::initializer_list<std::pair<std::string_view, std::string_view>> all);

/// The same of words that were read.
std::string words(const std::vector<Word>& all);

/// What words() was made from; a word without `=` has an empty value.
std::vector<Word> read_words(std::string_view text);

/// What was asked for: of a route its method and pattern, never the path with its secrets.
struct Resource {
    std::string_view method = {};
    std::string_view pattern = {};
};

/// Somebody was kept from doing something.
Event denied(const std::optional<Actor>& actor, const Resource& resource, std::string_view reason);

/// Somebody came without a session that counts.
Event not_signed_in(const Resource& resource);

/// Somebody has used up a limit.
Event too_many(const std::optional<Actor>& actor, const Resource& resource, std::string_view limit);

/// What the log keeps of a name that nobody has: "~" and 16 hex digits. The same name has the same
/// code in any spelling, so that tries at it can be found; without the key it tells nothing.
std::string name_code(const Sealer& sealer, std::string_view name);

}  // namespace asterism::audit
