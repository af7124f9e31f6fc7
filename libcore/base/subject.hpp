#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "libcore/base/id.hpp"
#include "libcore/base/text.hpp"

namespace asterism {

/// The word that a module has for one sort of its things: "review".
struct SubjectKindRule {
    static constexpr Fault fault{"invalid_subject_kind", Kind::invalid,
                                 "A kind is up to 32 small letters and underscores."};
    static constexpr std::size_t longest = 32;
    static constexpr std::size_t characters = 32;

    static std::string normal(std::string_view raw) { return std::string(raw); }

    static bool accepts(std::string_view text) {
        return std::ranges::all_of(text, [](char c) { return c == '_' || (c >= 'a' && c <= 'z'); });
    }
};

using SubjectKind = Text<SubjectKindRule>;
using SubjectId = Id<struct SubjectTag>;

/// Anything that can be judged, whichever module keeps it.
struct SubjectRef {
    SubjectKind kind;
    SubjectId id;

    friend bool operator==(const SubjectRef&, const SubjectRef&) = default;
};

}  // namespace asterism
