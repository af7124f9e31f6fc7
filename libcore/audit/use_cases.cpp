#include "libcore/audit/use_cases.hpp"

#include <algorithm>

#include "libcore/audit/faults.hpp"

namespace asterism::audit {
namespace {

constexpr std::int64_t page_rows = 1'000;

RecordView view_of(const Entry& entry) {
    return {entry.id,
            entry.at,
            entry.type,
            entry.success,
            message_of(entry.type),
            entry.account,
            entry.handle,
            entry.address,
            entry.agent,
            entry.request_id,
            read_words(entry.metadata)};
}

/// Rows of a name, whether somebody has it or not: names nobody has are kept as codes.
std::vector<Entry> found(const Sealer& sealer, const Ledger& ledger, Filter filter, RecordId before,
                         std::int64_t limit) {
    auto out = ledger.list(filter, before, limit);
    if (!out.empty() || !filter.handle) return out;
    filter.handle = name_code(sealer, *filter.handle);
    return ledger.list(filter, before, limit);
}

/// Where to begin: after what the anchors stand for, or after the rows before the first day, whose
/// last seal is then believed.
std::optional<Tip> start_of(const Ledger& ledger, const std::optional<Date>& from) {
    Tip tip;
    for (const Anchor& anchor : ledger.anchors()) tip = anchor.tip;
    if (!from) return tip;
    const auto before = ledger.position_before(std::chrono::sys_days(*from));
    if (before <= tip.position) return tip;
    // A row that came late belongs to the day that the chain had reached.
    const auto rows = ledger.chain(std::max(tip.position, before - page_rows), page_rows);
    Tip out{0, tip.day, {}};
    for (const Sealed& row : rows) {
        if (row.position > before) break;
        out = {row.position, std::max(out.day, day_of(row.entry.at)), row.seal};
    }
    if (out.position != before) return std::nullopt;
    return out;
}

std::optional<Finding> faulty_anchor(const Sealer& sealer, const Ledger& ledger) {
    std::int64_t at = 0;
    for (const Anchor& anchor : ledger.anchors()) {
        if (anchor.first != at + 1) return Finding{Break::missing, at + 1, {}};
        if (anchor.proof != proof_of(sealer, anchor))
            return Finding{Break::archive, anchor.first, {}};
        at = anchor.tip.position;
    }
    return std::nullopt;
}

/// Follows the chain to its end or to `last`, in pages. A break near the end of a page is looked at
/// again with the rows after it.
std::optional<Finding> walk(const Sealer& sealer, const Ledger& ledger, Tip& tip, std::int64_t last,
                            std::int64_t end) {
    for (bool again = false; tip.position < last;) {
        auto rows = ledger.chain(tip.position, page_rows);
        if (!again) std::erase_if(rows, [&](const Sealed& row) { return row.position > last; });
        if (rows.empty()) return Finding{Break::missing, tip.position + 1, {}};
        const auto finding = follow(sealer, tip, rows, end);
        if (finding && again) return finding;
        again = finding.has_value();
    }
    return std::nullopt;
}

std::optional<Finding> examine(const Sealer& sealer, const Ledger& ledger, const VerifyAudit& input,
                               Tip& tip) {
    const auto head = ledger.head();
    if (!genuine(sealer, head)) return Finding{Break::changed, head.tip.position, {}};
    if (const auto finding = faulty_anchor(sealer, ledger)) return finding;
    const auto start = start_of(ledger, input.first_day);
    if (!start) return Finding{Break::missing, tip.position + 1, {}};
    tip = *start;
    const auto end = head.tip.position;
    auto last = end;
    if (input.last_day)
        last = std::min(last, ledger.position_before(std::chrono::sys_days(*input.last_day) +
                                                     std::chrono::days{1}));
    if (const auto finding = walk(sealer, ledger, tip, last, end)) return finding;
    const auto beyond = ledger.chain(end, 1);
    if (!beyond.empty()) return Finding{Break::inserted, beyond[0].position, beyond[0].entry.id};
    if (last == end && tip.position == end && tip.seal != head.tip.seal)
        return Finding{Break::changed, end, {}};
    return std::nullopt;
}

}  // namespace

std::string message_of(std::string_view type) {
    std::string out(type);
    for (char& c : out)
        if (c == '_') c = ' ';
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
    return out + '.';
}

void note_finding(Verdict& verdict, const Finding& finding) {
    verdict.sound = false;
    verdict.broken = finding.what;
    verdict.position = finding.position;
    if (finding.record) verdict.record = finding.record;
    const auto place = " at place " + std::to_string(finding.position) + " of the chain";
    const auto row = "Record " + std::to_string(finding.record.value);
    switch (finding.what) {
        case Break::changed:
            verdict.about = (finding.record ? row : "The end") + place + " was changed.";
            break;
        case Break::missing: verdict.about = "The record" + place + " is missing."; break;
        case Break::inserted: verdict.about = row + place + " was put in from outside."; break;
        case Break::reordered: verdict.about = row + place + " was moved there."; break;
        case Break::archive:
            verdict.about = "What stands for archived records" + place + " is not what it was.";
            break;
    }
}

Result<RecordPage> list_audit(Actor actor, const Sealer& sealer, const Ledger& ledger,
                              const ListAudit& input) {
    if (actor.role < Role::staff) return staff_only;
    const auto limit = input.limit.value_or(50);
    if (limit < 1 || limit > 200) return field_error(bad_limit, "limit");
    const Filter filter{input.type, input.user, input.address, input.since, input.until};
    RecordPage page;
    for (const auto& entry :
         found(sealer, ledger, filter, input.before.value_or(RecordId{}), limit + 1)) {
        if (std::ssize(page.items) == limit) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back(view_of(entry));
    }
    return page;
}

Result<AuditSealed> seal_audit(Actor actor, const Sealer& sealer, Ledger& ledger,
                               const SealAudit& input) {
    if (actor.role != Role::admin) return operators_only;
    const auto limit = input.limit.value_or(500);
    if (limit < 1 || limit > 200'000) return field_error(bad_limit, "limit");
    auto held = ledger.hold_head();
    if (!held) return AuditSealed{};  // another process is at it
    auto& head = *held;
    if (head.key.empty()) head.key = key_mark(sealer);
    if (head.key != key_mark(sealer)) return other_audit_key;
    if (!genuine(sealer, head)) return audit_head_forged;
    const auto rows = ledger.unsealed(limit);
    for (const Entry& entry : rows) {
        const auto code = code_of(sealer, entry);
        head.tip = next(sealer, head.tip, entry.at, code);
        ledger.seal(entry.id, head.tip.position, code, head.tip.seal);
    }
    if (!rows.empty()) {
        head.proof = proof_of(sealer, head.tip);
        ledger.save_head(head);
    }
    return AuditSealed{std::ssize(rows), std::ssize(rows) == limit};
}

Result<Verdict> verify_audit(Actor actor, const Sealer& sealer, const Ledger& ledger,
                             const VerifyAudit& input) {
    if (actor.role < Role::staff) return staff_only;
    Verdict verdict;
    Tip tip;
    const auto start = start_of(ledger, input.first_day).value_or(Tip{}).position;
    if (const auto finding = examine(sealer, ledger, input, tip)) note_finding(verdict, *finding);
    verdict.checked = std::max<std::int64_t>(0, tip.position - start);
    verdict.unsealed = ledger.count_unsealed();
    verdict.last_position = tip.position;
    verdict.last_seal = tip.seal;
    return verdict;
}

}  // namespace asterism::audit
