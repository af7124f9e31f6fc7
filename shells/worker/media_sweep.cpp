#include "shells/worker/media_sweep.hpp"

#include <algorithm>

#include "libcore/base/entropy.hpp"
#include "libcore/media/rules.hpp"
#include "libcore/media/shelf.hpp"

namespace asterism::worker {
namespace {

using media::FoundFile;

void add(SweepReport& to, const media::Sweep& plan) {
    to.published += static_cast<int>(plan.publish.size());
    to.discarded += static_cast<int>(plan.discard.size());
    to.removed += static_cast<int>(plan.remove.size());
    to.dropped += static_cast<int>(plan.drop.size());
}

/// A row goes together with what shows it.
void drop(app::Unit& unit, const media::Blob& blob, Instant now) {
    if (blob.subject.kind == "profile") {
        auto profile = unit.profiles().hold(AccountId{blob.subject.id});
        if (media::blob_of(profile.picture) == blob.name) {
            profile.picture.clear();
            unit.profiles().save(profile, now);
        }
    }
    if (const auto photo = unit.photos().showing(blob.id);
        photo && unit.photos().hold(photo->place, photo->review))
        unit.photos().remove(unit.photos().showing(blob.id).value_or(*photo));
    unit.blobs().drop(blob.id);
}

/// Files that the database let go of, and that nobody has taken away.
void clear_loose(app::Store& store, media::Files& files) {
    media::Changes changes;
    store.write([&](app::Unit& unit) {
        changes = {};
        media::drop_loose({unit.blobs(), changes});
        return true;
    });
    files.carry_out(changes);
}

void carry_out(app::Store& store, media::Files& files, const media::Sweep& plan,
               const std::vector<media::Blob>& rows, Instant now) {
    if (!plan.drop.empty())
        store.write([&](app::Unit& unit) {
            for (const auto& row : rows)
                if (std::ranges::find(plan.drop, row.id) != plan.drop.end()) drop(unit, row, now);
            return true;
        });
    files.carry_out({plan.publish, plan.remove});
    for (const auto& name : plan.discard) files.discard(name);
}

/// All beginnings that a name can have, each a small part of the whole.
std::vector<std::string> beginnings() {
    std::vector<std::string> out;
    for (const char first : hex_digits)
        for (const char second : hex_digits) out.push_back({first, second});
    return out;
}

}  // namespace

SweepReport sweep_media(app::Store& store, media::Files& files, Instant now, bool dry_run) {
    SweepReport report;
    const auto unpublished = files.unpublished();
    for (const auto& beginning : beginnings()) {
        std::vector<FoundFile> prints;
        std::ranges::copy_if(unpublished, std::back_inserter(prints), [&](const FoundFile& file) {
            return file.name.starts_with(beginning);
        });
        // Files first: a row that is committed in between then has files that are not seen, and is
        // too young to be dropped; the other way round a file would be taken for a stray.
        const auto kept = files.kept(beginning);
        std::vector<media::Blob> rows;
        store.read([&](app::Unit& unit) { rows = unit.blobs().named(beginning); });
        const auto plan = media::sweep({prints, kept, rows}, now);
        add(report, plan);
        if (!dry_run) carry_out(store, files, plan, rows, now);
    }
    if (!dry_run) clear_loose(store, files);
    if (!dry_run)
        store.write([&](app::Unit& unit) {
            unit.blobs().forget_usage(std::chrono::floor<std::chrono::days>(now) -
                                      std::chrono::days{1});
            return true;
        });
    return report;
}

}  // namespace asterism::worker
