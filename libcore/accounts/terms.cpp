#include "libcore/accounts/terms.hpp"

#include "libcore/accounts/faults.hpp"

namespace asterism::accounts {

Result<TermsCheck> check_terms(Actor actor, const Terms& terms, const NoInput&) {
    const auto newest = terms.newest();
    if (!newest) return TermsCheck{};
    return TermsCheck{terms.agreed(actor.account, newest->version), newest->version, newest->note};
}

Result<TermsAgreed> agree_to_terms(const Run& run, Actor actor, Terms& terms,
                                   const AgreeToTerms& input) {
    if (!terms.has(input.version)) return field_error(unknown_terms, "version");
    if (terms.newest()->version != input.version) return field_error(outdated_terms, "version");
    if (!terms.agree(actor.account, input.version, run.now.at)) return terms_agreed_already;
    run.trail.note(
        {"terms_agreed", true, actor.account, "", "version=" + std::to_string(input.version)});
    return TermsAgreed{input.version, run.now.at};
}

Result<TermsPublished> publish_terms(const Run& run, Actor actor, Terms& terms,
                                     const PublishTerms& input) {
    if (actor.role != Role::admin) return admins_only;
    if (code_points(input.note) > 1'000) return field_error(bad_terms_note, "note");
    if (input.version < 1 || !terms.publish({input.version, input.note, run.now.at}))
        return field_error(terms_not_newer, "version");
    run.trail.note(
        {"terms_published", true, actor.account, "", "version=" + std::to_string(input.version)});
    return TermsPublished{input.version, run.now.at};
}

}  // namespace asterism::accounts
