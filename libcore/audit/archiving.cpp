#include "libcore/audit/archiving.hpp"

#include "libcore/audit/faults.hpp"

namespace asterism::audit {
namespace {

Tip last_anchor(const Ledger& ledger) {
    Tip tip;
    for (const Anchor& anchor : ledger.anchors()) tip = anchor.tip;
    return tip;
}

}  // namespace

Result<Batch> gather_archive(Actor actor, Now now, const Sealer& sealer, const Ledger& ledger,
                             const ArchiveAudit& input) {
    if (actor.role != Role::admin) return operators_only;
    if (input.days < 0 || input.days > 36'500) return field_error(bad_days, "days");
    const auto before = now.at - std::chrono::days{input.days};
    Batch batch{last_anchor(ledger), {}};
    batch.rows = ledger.chain(batch.start.position, archive_rows);
    batch.more = std::ssize(batch.rows) == archive_rows;
    std::size_t old = 0;
    while (old < batch.rows.size() && batch.rows[old].entry.at < before) ++old;
    if (old < batch.rows.size()) batch.more = false;
    batch.rows.resize(old);
    batch.end = batch.start;
    const auto head = ledger.head();
    if (!genuine(sealer, head) || follow(sealer, batch.end, batch.rows, head.tip.position))
        return audit_not_sound;
    return batch;
}

Result<Done> anchor_archive(Actor actor, Now now, const Sealer& sealer, Trail& trail,
                            Ledger& ledger, const AnchorArchive& input) {
    if (actor.role != Role::admin) return operators_only;
    const auto head = ledger.hold_head();
    if (!head || last_anchor(ledger).position != input.start.position) return archived_meanwhile;
    Anchor anchor;
    anchor.first = input.start.position + 1;
    anchor.tip = input.tip;
    anchor.file = input.kept.files.at(0);
    anchor.digest = input.kept.digest;
    anchor.at = now.at;
    anchor.proof = proof_of(sealer, anchor);
    ledger.add_anchor(anchor);
    trail.note({"audit_archived", true, std::nullopt, "",
                words({{"file", anchor.file},
                       {"records", std::to_string(input.tip.position - input.start.position)}})});
    return Done{};
}

Result<Removed> drop_anchored(Actor actor, Ledger& ledger, const DropAnchored& input) {
    if (actor.role != Role::admin) return operators_only;
    const auto count = ledger.drop_anchored(input.limit);
    return Removed{count, count == input.limit};
}

Result<Anchors> read_anchors(Actor actor, const Ledger& ledger, const AskAnchors&) {
    if (actor.role < Role::staff) return staff_only;
    return Anchors{ledger.anchors()};
}

Result<Done> note_cleaned(Actor actor, Now now, Trail& trail, Ledger& ledger,
                          const CleanedArchive& input) {
    if (actor.role != Role::admin) return operators_only;
    ledger.mark_cleaned(input.file, now.at);
    trail.note({"audit_archive_deleted", true, std::nullopt, "", words({{"file", input.file}})});
    return Done{};
}

}  // namespace asterism::audit
