#include "shells/store/audit.hpp"

#include <limits>

#include "shells/app/store.hpp"

namespace asterism::store {
namespace {

using audit::Anchor;
using audit::Entry;
using audit::Head;
using audit::RecordId;
using audit::Sealed;

constexpr Literal columns{
    " id, at, type, success, account_id, handle, address, agent, metadata, request_id"};

using Row = std::tuple<RecordId, Instant, std::string, bool, std::optional<AccountId>, std::string,
                       std::string, std::string, std::string, std::string>;
using SealedRow = std::tuple<RecordId, Instant, std::string, bool, std::optional<AccountId>,
                             std::string, std::string, std::string, std::string, std::string,
                             std::int64_t, std::string, std::string>;

constexpr Literal read_head{"SELECT position, day, seal, key, proof FROM audit_head WHERE id = 1"};

using HeadRow = std::tuple<std::int64_t, Instant, std::string, std::string, std::string>;

Head head_of(HeadRow&& row) {
    auto& [position, day, seal, key, proof] = row;
    return {{position, day, std::move(seal)}, std::move(key), std::move(proof)};
}

Sealed sealed_of(SealedRow&& row) {
    auto& [id, at, type, success, account, handle, address, agent, metadata, request, position,
           code, seal] = row;
    return {{id, at, std::move(type), success, account, std::move(handle), std::move(address),
             std::move(agent), std::move(metadata), std::move(request)},
            position,
            std::move(code),
            std::move(seal)};
}

}  // namespace

void SqlAuditLog::append(const audit::Record& record) {
    const audit::Event& event = record.event;
    try {
        db_.run(
            "INSERT INTO audit_record (at, type, success, account_id, handle, address, agent,"
            " metadata, request_id)"
            " VALUES (:at, :type, :success, :account, :handle, :address, :agent, :metadata,"
            " :request)",
            record.at, event.type, event.success, event.account, kept_text(event.handle, 150),
            record.caller.address, kept_text(record.caller.agent, 256),
            kept_text(event.metadata, 2'000), kept_text(record.caller.request_id, 128));
    } catch (const DbError& error) {
        if (error.trouble() == Trouble::collision) throw;
        throw app::StoreUnavailable(std::string("the audit log took no record: ") + error.what());
    }
}

std::vector<Entry> SqlLedger::list(const audit::Filter& filter, RecordId before,
                                   std::int64_t limit) const {
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    constexpr auto far = Instant::max();
    const auto rows = db_.all<Row>(
        sql<"SELECT", columns,
            " FROM audit_record WHERE id < :before AND at >= :since AND at < :until"
            " AND (:any_type = 1 OR type = :type) AND (:any_handle = 1 OR handle = :handle)"
            " AND (:any_address = 1 OR address = :address) ORDER BY id DESC LIMIT :limit">,
        before ? before.value : last, filter.since.value_or(Instant::min()),
        filter.until.value_or(far), !filter.type, filter.type.value_or(""), !filter.handle,
        filter.handle.value_or(""), !filter.address, filter.address.value_or(""), limit);
    std::vector<Entry> out;
    for (const auto& row : rows) out.push_back(made<Entry>(row));
    return out;
}

Head SqlLedger::head() const { return head_of(db_.one<HeadRow>(sql<read_head>).value()); }

std::optional<Head> SqlLedger::hold_head() {
    // The blank keeps SQLite's text apart from head()'s: statements are kept by the text's address.
    auto row =
        db_.one<HeadRow>(Sql{joined<read_head, " ">, joined<read_head, " FOR UPDATE SKIP LOCKED">});
    if (!row) return std::nullopt;
    return head_of(*std::move(row));
}

void SqlLedger::save_head(const Head& head) {
    db_.run(
        "UPDATE audit_head SET position = :position, day = :day, seal = :seal, key = :key,"
        " proof = :proof WHERE id = 1",
        head.tip.position, head.tip.day, head.tip.seal, head.key, head.proof);
}

std::vector<Entry> SqlLedger::unsealed(std::int64_t limit) const {
    const auto rows = db_.all<Row>(
        sql<"SELECT", columns, " FROM audit_record WHERE seal IS NULL ORDER BY id LIMIT :limit">,
        limit);
    std::vector<Entry> out;
    for (const auto& row : rows) out.push_back(made<Entry>(row));
    return out;
}

std::int64_t SqlLedger::count_unsealed() const {
    return std::get<0>(
        *db_.one<std::int64_t>("SELECT count(*) FROM audit_record WHERE seal IS NULL"));
}

void SqlLedger::seal(RecordId id, std::int64_t position, std::string_view code,
                     std::string_view seal) {
    db_.run(
        "UPDATE audit_record SET position = :position, code = :code, seal = :seal"
        " WHERE id = :id",
        position, code, seal, id);
}

std::vector<Sealed> SqlLedger::chain(std::int64_t after, std::int64_t limit) const {
    auto rows = db_.all<SealedRow>(
        sql<"SELECT", columns,
            ", position, coalesce(code, ''), coalesce(seal, '') FROM audit_record"
            " WHERE position > :after ORDER BY position LIMIT :limit">,
        after, limit);
    std::vector<Sealed> out;
    for (auto& row : rows) out.push_back(sealed_of(std::move(row)));
    return out;
}

std::int64_t SqlLedger::position_before(Instant at) const {
    return std::get<0>(*db_.one<std::int64_t>(
        "SELECT coalesce(max(position), 0) FROM audit_record WHERE at < :at", at));
}

std::vector<Anchor> SqlLedger::anchors() const {
    auto rows = db_.all<std::int64_t, std::int64_t, Instant, std::string, std::string, std::string,
                        Instant, std::string, std::optional<Instant>>(
        "SELECT first, last, day, seal, file, digest, made_at, proof, cleaned_at"
        " FROM audit_anchor ORDER BY first");
    std::vector<Anchor> out;
    for (auto& [first, last, day, seal, file, digest, at, proof, cleaned] : rows)
        out.push_back({first,
                       {last, day, std::move(seal)},
                       std::move(file),
                       std::move(digest),
                       at,
                       std::move(proof),
                       cleaned});
    return out;
}

void SqlLedger::add_anchor(const Anchor& anchor) {
    db_.run(
        "INSERT INTO audit_anchor (first, last, day, seal, file, digest, made_at, proof)"
        " VALUES (:first, :last, :day, :seal, :file, :digest, :at, :proof)",
        anchor.first, anchor.tip.position, anchor.tip.day, anchor.tip.seal, anchor.file,
        anchor.digest, anchor.at, anchor.proof);
}

void SqlLedger::mark_cleaned(std::string_view file, Instant at) {
    db_.run("UPDATE audit_anchor SET cleaned_at = :at WHERE file = :file AND cleaned_at IS NULL",
            at, file);
}

std::int64_t SqlLedger::drop_anchored(std::int64_t limit) {
    return db_.run(
        "DELETE FROM audit_record WHERE position IN (SELECT position FROM audit_record"
        " WHERE position <= (SELECT coalesce(max(last), 0) FROM audit_anchor)"
        " ORDER BY position LIMIT :limit)",
        limit);
}

}  // namespace asterism::store
