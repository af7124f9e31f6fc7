#include "shells/store/shop_replies.hpp"

namespace asterism::store {

using shop::KeptReply;
using shop::Reply;

bool SqlReplies::begin(std::string_view key, std::string_view request, Instant at) {
    return db_.run(
               "INSERT INTO shop_reply (key, request, begun_at) VALUES (:key, :request, :at)"
               " ON CONFLICT (key) DO NOTHING",
               key, request, at) > 0;
}

std::optional<KeptReply> SqlReplies::hold(std::string_view key) {
    constexpr Literal select{
        "SELECT request, status, body, begun_at FROM shop_reply WHERE key = :key"};
    auto row = db_.one<std::string, int, std::string, Instant>(
        Sql{joined<select>, joined<select, " FOR UPDATE">}, key);
    if (!row) return std::nullopt;
    auto& [request, status, body, begun] = *row;
    return KeptReply{std::move(request), {status, std::move(body)}, begun};
}

void SqlReplies::begin_again(std::string_view key, std::string_view request, Instant at) {
    db_.run(
        "UPDATE shop_reply SET request = :request, status = 0, body = '', begun_at = :at"
        " WHERE key = :key",
        request, at, key);
}

void SqlReplies::finish(std::string_view key, const Reply& reply) {
    db_.run("UPDATE shop_reply SET status = :status, body = :body WHERE key = :key", reply.status,
            reply.body, key);
}

void SqlReplies::drop(std::string_view key) {
    db_.run("DELETE FROM shop_reply WHERE key = :key", key);
}

std::int64_t SqlReplies::count(Instant before) const {
    return std::get<0>(
        *db_.one<std::int64_t>("SELECT count(*) FROM shop_reply WHERE begun_at < :before", before));
}

std::int64_t SqlReplies::forget(Instant before, std::int64_t limit) {
    return db_.run(
        "DELETE FROM shop_reply WHERE key IN (SELECT key FROM shop_reply"
        " WHERE begun_at < :before ORDER BY begun_at, key LIMIT :limit)",
        before, limit);
}

}  // namespace asterism::store
