#include "shells/store/media.hpp"

#include <charconv>

namespace asterism::store {
namespace {

using media::Blob;
using media::BlobId;
using media::Subject;

constexpr Literal columns{
    " id, name, account_id, subject_kind, subject_id, sides, width, height, bytes, created_at"};

using Row = std::tuple<BlobId, std::string, AccountId, std::string, std::int64_t, std::string, int,
                       int, std::int64_t, Instant>;

/// "720 160".
std::string text_of(const std::vector<int>& sides) {
    std::string out;
    for (const int side : sides) out.append(out.empty() ? "" : " ").append(std::to_string(side));
    return out;
}

Blob blob_of(Row&& row) {
    auto& [id, name, owner, kind, subject, sides, width, height, bytes, at] = row;
    return {id,     std::move(name), owner, {std::move(kind), subject}, sides_of(sides), width,
            height, bytes,           at};
}

std::vector<Blob> blobs_of(std::vector<Row>&& rows) {
    std::vector<Blob> out;
    for (Row& row : rows) out.push_back(blob_of(std::move(row)));
    return out;
}

}  // namespace

std::vector<int> sides_of(std::string_view text) {
    std::vector<int> out;
    while (!text.empty()) {
        int side = 0;
        const auto* end = std::from_chars(text.data(), text.data() + text.size(), side).ptr;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (side <= 0) throw DbError(Trouble::broken, "a picture has a size that is none");
        if (!text.empty()) text.remove_prefix(1);
        out.push_back(side);
    }
    return out;
}

BlobId SqlBlobs::add(const Blob& blob) {
    return std::get<0>(*db_.one<BlobId>(
        "INSERT INTO media_blob (name, account_id, subject_kind, subject_id, sides, width, height,"
        " bytes, created_at) VALUES (:name, :owner, :kind, :subject, :sides, :width, :height,"
        " :bytes, :at) RETURNING id",
        blob.name, blob.owner, blob.subject.kind, blob.subject.id, text_of(blob.sides), blob.width,
        blob.height, blob.bytes, blob.created_at));
}

std::optional<Blob> SqlBlobs::find(const Subject& subject) const {
    auto row = db_.one<Row>(sql<"SELECT", columns,
                                " FROM media_blob WHERE subject_kind = :kind"
                                " AND subject_id = :subject ORDER BY id DESC LIMIT 1">,
                            subject.kind, subject.id);
    if (!row) return std::nullopt;
    return blob_of(*std::move(row));
}

std::vector<Blob> SqlBlobs::take(const Subject& subject) {
    return blobs_of(db_.all<Row>(
        sql<"DELETE FROM media_blob WHERE subject_kind = :kind AND subject_id = :subject RETURNING",
            columns>,
        subject.kind, subject.id));
}

void SqlBlobs::drop(BlobId id) { db_.run("DELETE FROM media_blob WHERE id = :id", id); }

std::vector<Blob> SqlBlobs::take_loose() {
    std::vector<Blob> out;
    for (auto& [name, sides] :
         db_.all<std::string, std::string>("DELETE FROM media_loose RETURNING name, sides")) {
        out.emplace_back();
        out.back().name = std::move(name);
        out.back().sides = sides_of(sides);
    }
    return out;
}

std::vector<Blob> SqlBlobs::named(std::string_view beginning) const {
    // Names are hexadecimal digits: every one that begins so sorts before this.
    const auto end = std::string(beginning) + "g";
    return blobs_of(db_.all<Row>(
        sql<"SELECT", columns, " FROM media_blob WHERE name >= :beginning AND name < :end">,
        beginning, end));
}

media::Usage SqlBlobs::charge(AccountId account, Instant day, std::int64_t bytes) {
    return made<media::Usage>(*db_.one<std::int64_t, std::int64_t>(
        "INSERT INTO media_usage (account_id, day, uploads, bytes) VALUES (:account, :day, 1,"
        " :bytes) ON CONFLICT (account_id, day) DO UPDATE SET uploads = media_usage.uploads + 1,"
        " bytes = media_usage.bytes + excluded.bytes RETURNING uploads, bytes",
        account, day, bytes));
}

void SqlBlobs::forget_usage(Instant day) {
    db_.run("DELETE FROM media_usage WHERE day < :day", day);
}

}  // namespace asterism::store
