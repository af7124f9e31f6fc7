#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libcore/accounts/context.hpp"
#include "libcore/base/subject.hpp"

namespace asterism::community {

inline constexpr std::size_t longest_note = 1'000;

/// "review:12", as the audit log names things.
std::string name_of(const SubjectRef& ref);

/// Notes what became of a thing under its author's name; `by` is who decided.
void note_judgement(const accounts::Run& run, const accounts::Accounts& accounts,
                    std::string_view what, std::optional<AccountId> author, std::string_view by,
                    const SubjectRef& ref);

}  // namespace asterism::community
