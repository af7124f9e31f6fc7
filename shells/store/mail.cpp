#include "shells/store/mail.hpp"

namespace asterism::store {
namespace {

using mail::Draft;
using mail::Message;
using mail::MessageId;

constexpr Literal columns{
    " recipient, sender, template_code, class, subject, text_body, html_body, unique_part, id,"
    " state, created_at, attempts, last_error FROM mail_message "};

using Row = std::tuple<std::string, std::string, std::string, mail::Class, std::string, std::string,
                       std::string, std::string, MessageId, mail::State, Instant, int, std::string>;

Message message_of(Row&& row) {
    auto& [to, from, code, kind, subject, text, html, unique, id, state, at, attempts, error] = row;
    return {id,
            Draft{std::move(to), std::move(from), std::move(code), kind, std::move(subject),
                  std::move(text), std::move(html), std::move(unique)},
            state,
            at,
            attempts,
            std::move(error)};
}

}  // namespace

MessageId SqlMessages::add(const Draft& draft, Instant at) {
    return std::get<0>(*db_.one<MessageId>(
        "INSERT INTO mail_message (recipient, sender, template_code, class, subject, text_body,"
        " html_body, unique_part, state, created_at)"
        " VALUES (:to, :from, :template, :class, :subject, :text, :html, :unique, :state, :at)"
        " RETURNING id",
        draft.to, draft.from, draft.template_code, draft.message_class, draft.subject, draft.text,
        draft.html, draft.unique, mail::State::queued, at));
}

std::optional<Message> SqlMessages::find(MessageId id) const {
    auto row = db_.one<Row>(sql<"SELECT", columns, "WHERE id = :id">, id);
    if (!row) return std::nullopt;
    return message_of(*std::move(row));
}

std::vector<Message> SqlMessages::latest(std::int64_t limit) const {
    std::vector<Message> out;
    for (auto& row : db_.all<Row>(sql<"SELECT", columns, "ORDER BY id DESC LIMIT :most">, limit))
        out.push_back(message_of(std::move(row)));
    return out;
}

void SqlMessages::record(MessageId id, mail::State state, std::string_view error) {
    db_.run(
        "UPDATE mail_message SET state = :state, attempts = attempts + 1, last_error = :error"
        " WHERE id = :id",
        state, error, id);
    if (state == mail::State::sent)
        db_.run("UPDATE mail_message SET text_body = '', html_body = '' WHERE id = :id", id);
}

}  // namespace asterism::store
