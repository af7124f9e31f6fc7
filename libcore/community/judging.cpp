#include "libcore/community/judging.hpp"

#include "libcore/audit/words.hpp"

namespace asterism::community {

std::string name_of(const SubjectRef& ref) {
    return ref.kind.str() + ":" + std::to_string(ref.id.value);
}

void note_judgement(const accounts::Run& run, const accounts::Accounts& accounts,
                    std::string_view what, std::optional<AccountId> author, std::string_view by,
                    const SubjectRef& ref) {
    const auto account = author ? accounts.find(*author) : std::nullopt;
    const auto handle = account ? account->handle : std::string(audit::anonymous);
    run.trail.note(
        {what, true, author, handle, audit::words({{"by", by}, {"subject", name_of(ref)}})});
}

}  // namespace asterism::community
