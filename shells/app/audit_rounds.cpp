#include "shells/app/audit_rounds.hpp"

#include <stdexcept>

#include "libcore/audit/faults.hpp"

namespace asterism::app {
namespace {

using audit::Anchor;
using audit::Verdict;

/// Records that an anchor stands for, of this run and of one that was cut short.
Result<Done> drop_anchored(App& app, const Call& call) {
    for (bool more = true; more;) {
        const auto removed = app.run<&audit::drop_anchored>(call, audit::DropAnchored{});
        if (!removed) return removed.error();
        more = removed->more;
    }
    return Done{};
}

/// What is wrong with an archive; none if nothing is, or if there are no rows to look at.
std::optional<audit::Finding> faulty(const audit::Sealer& sealer, const audit::Shelf& shelf,
                                     const Anchor& anchor, audit::Tip tip, std::int64_t& followed) {
    const audit::Finding gone{audit::Break::archive, anchor.first, {}};
    try {
        const auto rows = shelf.read(anchor.file, anchor.digest);
        if (rows.empty()) return std::nullopt;
        if (auto finding = audit::follow(sealer, tip, rows, anchor.tip.position)) return finding;
        if (tip.seal != anchor.tip.seal) return gone;
        followed += std::ssize(rows);
        return std::nullopt;
    } catch (const std::runtime_error&) {
        return gone;
    }
}

}  // namespace

Result<Archived> archive_audit(App& app, const Call& call, audit::Shelf& shelf,
                               const audit::ArchiveAudit& input) {
    if (!input.dry_run) {
        const auto dropped = drop_anchored(app, call);
        if (!dropped) return dropped.error();
        const auto sealed = app.run<&audit::seal_audit>(call, audit::SealAudit{});
        if (!sealed) return sealed.error();
    }
    const auto batch = app.run<&audit::gather_archive>(call, input);
    if (!batch) return batch.error();
    if (batch->rows.empty() || input.dry_run)
        return Archived{std::ssize(batch->rows), {}, batch->more};
    const auto kept = shelf.keep(*batch, input, app.now());
    const auto anchored =
        app.run<&audit::anchor_archive>(call, audit::AnchorArchive{batch->start, batch->end, kept});
    if (!anchored) {
        for (const auto& file : kept.files) shelf.remove(file);
        return anchored.error();
    }
    const auto dropped = drop_anchored(app, call);
    if (!dropped) return dropped.error();
    return Archived{std::ssize(batch->rows), kept.files, batch->more};
}

Result<std::vector<std::string>> clean_archives(App& app, const Call& call, audit::Shelf& shelf,
                                                std::int64_t days, bool dry_run) {
    if (!call.actor || call.actor->role != Role::admin) return audit::operators_only;
    if (days < 0 || days > 36'500) return field_error(audit::bad_days, "days");
    const auto before = app.now() - std::chrono::days{days};
    std::vector<std::string> out;
    for (const auto& file : shelf.files()) {
        if (shelf.made_at(file).value_or(before) >= before) continue;
        out.push_back(file);
        if (dry_run) continue;
        // Noted first: an archive that is gone and not noted is taken for a theft.
        const auto noted = app.run<&audit::note_cleaned>(call, audit::CleanedArchive{file});
        if (!noted) return noted.error();
        shelf.remove(file);
    }
    return out;
}

Result<Verdict> verify_audit(App& app, const Call& call, const audit::Shelf& shelf,
                             const audit::VerifyAudit& input) {
    auto verdict = app.run<&audit::verify_audit>(call, input);
    if (!verdict || !verdict->sound || input.first_day) return verdict;
    const auto anchors = app.run<&audit::read_anchors>(call, audit::AskAnchors{});
    if (!anchors) return anchors.error();
    audit::Tip tip;
    for (const Anchor& anchor : anchors->all) {
        const auto finding = anchor.cleaned
                                 ? std::nullopt
                                 : faulty(app.sealer(), shelf, anchor, tip, verdict->archived);
        if (finding) {
            audit::note_finding(*verdict, *finding);
            return verdict;
        }
        tip = anchor.tip;
    }
    return verdict;
}

}  // namespace asterism::app
