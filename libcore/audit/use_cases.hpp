#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libcore/audit/ports.hpp"
#include "libcore/audit/words.hpp"

namespace asterism::audit {

struct ListAudit {
    std::optional<std::string> type = {};
    std::optional<std::string> user = {};
    std::optional<std::string> address = {};
    std::optional<Instant> since = {};
    std::optional<Instant> until = {};
    std::optional<RecordId> before = {};
    std::optional<std::int64_t> limit = {};

    static constexpr void fields(auto&& see) {
        see("type", &ListAudit::type, "Only events of this type: login_failed.");
        see("user", &ListAudit::user, "Only of this user name, or of tries at a name nobody has.");
        see("address", &ListAudit::address, "Only from this address.");
        see("since", &ListAudit::since, "Only from this moment on.");
        see("until", &ListAudit::until, "Only before this moment.");
        see("before", &ListAudit::before, "The `next` of the page before; the newest without.");
        see("limit", &ListAudit::limit, "The most records to show, 1 to 200; 50 if not given.");
    }
};

struct RecordView {
    RecordId id;
    Instant at;
    std::string type;
    bool success = true;
    std::string message;
    std::optional<AccountId> account;
    std::string user;
    std::string address;
    std::string agent;
    std::string request_id;
    std::vector<Word> metadata;

    static constexpr void fields(auto&& see) {
        see("id", &RecordView::id, "The record's number.");
        see("at", &RecordView::at, "When it happened.");
        see("type", &RecordView::type, "What happened, in one word.");
        see("success", &RecordView::success, "False for what was refused or failed.");
        see("message", &RecordView::message, "What happened, for people.");
        see("account", &RecordView::account, "The account it is about, if there is one.");
        see("user", &RecordView::user,
            "Its user name then; `~` and a code for a name that nobody has.");
        see("address", &RecordView::address, "Where it came from; empty for the machine itself.");
        see("agent", &RecordView::agent, "The program that asked, as it calls itself.");
        see("request_id", &RecordView::request_id, "The request, as the server's log names it.");
        see("metadata", &RecordView::metadata, "What else is known.");
    }
};

struct RecordPage {
    std::vector<RecordView> items;
    std::optional<RecordId> next;

    static constexpr void fields(auto&& see) {
        see("items", &RecordPage::items, "Records, the newest first.");
        see("next", &RecordPage::next, "Ask for more before this one; null at the end.");
    }
};

struct SealAudit {
    std::optional<std::int64_t> limit = {};

    static constexpr void fields(auto&& see) {
        see("limit", &SealAudit::limit,
            "The most records to seal at once, 1 to 200 thousand; 500.");
    }
};

struct AuditSealed {
    std::int64_t sealed = 0;
    bool more = false;

    static constexpr void fields(auto&& see) {
        see("sealed", &AuditSealed::sealed, "How many records got their place in the chain.");
        see("more", &AuditSealed::more, "There may be others left.");
    }
};

struct VerifyAudit {
    std::optional<Date> first_day = {};
    std::optional<Date> last_day = {};

    static constexpr void fields(auto&& see) {
        see("first_day", &VerifyAudit::first_day, "From the beginning if not given.");
        see("last_day", &VerifyAudit::last_day, "To the end if not given.");
    }
};

struct Verdict {
    bool sound = true;
    std::int64_t checked = 0;
    std::int64_t archived = 0;
    std::int64_t unsealed = 0;
    std::int64_t last_position = 0;
    std::string last_seal;
    std::optional<Break> broken;
    std::optional<std::int64_t> position;
    std::optional<RecordId> record;
    std::string about;

    static constexpr void fields(auto&& see) {
        see("sound", &Verdict::sound, "Nothing was changed, removed, put in or moved.");
        see("checked", &Verdict::checked, "How many records of the database were followed.");
        see("archived", &Verdict::archived, "How many records of archives were followed.");
        see("unsealed", &Verdict::unsealed, "How many have no place in the chain yet.");
        see("last_position", &Verdict::last_position, "The last place that is good.");
        see("last_seal", &Verdict::last_seal, "Its seal: compare it with one noted elsewhere.");
        see("broken", &Verdict::broken, "What is wrong with the first bad record, or null.");
        see("position", &Verdict::position, "The place in the chain where it is wrong.");
        see("record", &Verdict::record, "The first bad record's number; null if it is missing.");
        see("about", &Verdict::about, "The same in words; empty if all is well.");
    }
};

Result<RecordPage> list_audit(Actor actor, const Sealer& sealer, const Ledger& ledger,
                              const ListAudit& input);
Result<AuditSealed> seal_audit(Actor actor, const Sealer& sealer, Ledger& ledger,
                               const SealAudit& input);
/// Of the database alone; `asterism audit verify` follows the archives as well.
Result<Verdict> verify_audit(Actor actor, const Sealer& sealer, const Ledger& ledger,
                             const VerifyAudit& input);

/// "Log-in failed." for login_failed.
std::string message_of(std::string_view type);

/// The finding as a verdict has it.
void note_finding(Verdict& verdict, const Finding& finding);

inline constexpr UseCases use_cases{
    use_case<&list_audit>("list_audit", "Shows who did what from where, the newest first."),
    use_case<&seal_audit>("seal_audit", "Gives new audit records their place in the chain."),
    use_case<&verify_audit>("verify_audit", "Checks that no audit record was changed or removed."),
};

}  // namespace asterism::audit
