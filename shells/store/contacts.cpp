#include "shells/store/contacts.hpp"

namespace asterism::store {
namespace {

using crm::Contact;
using crm::ContactId;
using crm::Inquiry;
using crm::Reasons;

constexpr Literal head{
    "SELECT id, account_id, email, email_as_given, first_name, last_name, code, secret,"
    " opted_out_at, first_seen, converted_at, said, origin FROM contact"};

using ContactRow =
    std::tuple<ContactId, std::optional<AccountId>, std::optional<std::string>, std::string,
               std::string, std::string, std::string, std::string, std::optional<Instant>, Instant,
               std::optional<Instant>, std::string, std::string>;

std::optional<Contact> contact_of(std::optional<ContactRow>&& row) {
    if (!row) return std::nullopt;
    auto& [id, account, email, given, first, last, code, secret, out, seen, converted, said,
           origin] = *row;
    return Contact{id,
                   account.value_or(AccountId{}),
                   std::move(email).value_or(""),
                   std::move(given),
                   std::move(first),
                   std::move(last),
                   std::move(code),
                   std::move(secret),
                   out,
                   seen,
                   converted,
                   std::move(said),
                   std::move(origin)};
}

template <class Of>
std::optional<Id<Of>> known(Id<Of> id) {
    return id ? std::optional(id) : std::nullopt;
}

}  // namespace

std::optional<ContactId> SqlContacts::add(const Contact& contact) {
    const auto email = contact.account ? std::nullopt : std::optional(contact.email);
    const auto row = db_.one<ContactId>(
        "INSERT INTO contact (account_id, email, email_as_given, first_name, last_name, code,"
        " secret, opted_out_at, first_seen, converted_at, said, origin) VALUES (:account, :email,"
        " :given, :first, :last, :code, :secret, :out, :seen, :converted, :said, :origin)"
        " ON CONFLICT DO NOTHING RETURNING id",
        known(contact.account), email, contact.email_as_given, contact.first_name,
        contact.last_name, contact.code, contact.secret, contact.opted_out_at, contact.first_seen,
        contact.converted_at, contact.said, contact.origin);
    if (row) return std::get<0>(*row);
    // A stranger's names may become known later than his address.
    if (!contact.first_name.empty() || !contact.last_name.empty())
        db_.run(
            "UPDATE contact SET first_name = :first, last_name = :last WHERE email = :email"
            " AND first_name = '' AND last_name = ''",
            contact.first_name, contact.last_name, email);
    return std::nullopt;
}

std::optional<Contact> SqlContacts::of(AccountId account) const {
    return contact_of(
        db_.one<ContactRow>(Sql{joined<head, " WHERE account_id = :account">}, account));
}

std::optional<Contact> SqlContacts::of_stranger(std::string_view email) const {
    return contact_of(db_.one<ContactRow>(Sql{joined<head, " WHERE email = :email">}, email));
}

std::optional<Contact> SqlContacts::of_secret(std::string_view secret) const {
    return contact_of(db_.one<ContactRow>(Sql{joined<head, " WHERE secret = :secret">}, secret));
}

std::optional<Contact> SqlContacts::hold(ContactId id) {
    constexpr Literal select{joined<head, " WHERE id = :id">};
    return contact_of(db_.one<ContactRow>(Sql{joined<select>, joined<select, " FOR UPDATE">}, id));
}

void SqlContacts::opt(ContactId id, std::optional<Instant> out_at, std::string_view secret) {
    db_.run("UPDATE contact SET opted_out_at = :at, secret = :secret WHERE id = :id", out_at,
            secret, id);
}

void SqlContacts::consent(ContactId id, std::string_view topic, bool given, std::string_view source,
                          Instant at) {
    db_.run(
        "INSERT INTO consent (contact_id, topic, given, source, changed_at)"
        " VALUES (:id, :topic, :given, :source, :at) ON CONFLICT (contact_id, topic) DO UPDATE"
        " SET given = excluded.given, source = excluded.source, changed_at = excluded.changed_at"
        " WHERE consent.given <> excluded.given",
        id, topic, given, source, at);
}

bool SqlContacts::consents(ContactId id, std::string_view topic) const {
    const auto row = db_.one<bool>(
        "SELECT given FROM consent WHERE contact_id = :id AND topic = :topic", id, topic);
    return row && std::get<0>(*row);
}

void SqlContacts::explain(ContactId id, const Reasons& reasons, Instant at) {
    db_.run(
        "INSERT INTO opt_out_reason (contact_id, no_longer_wanted, never_signed_up, inappropriate,"
        " spam, other, created_at) VALUES (:id, :enough, :never, :bad, :spam, :other, :at)",
        id, reasons.no_longer_wanted, reasons.never_signed_up, reasons.inappropriate, reasons.spam,
        reasons.other, at);
}

std::vector<Reasons> SqlContacts::explanations(ContactId id) const {
    std::vector<Reasons> out;
    for (auto& row : db_.all<bool, bool, bool, bool, std::string>(
             "SELECT no_longer_wanted, never_signed_up, inappropriate, spam, other"
             " FROM opt_out_reason WHERE contact_id = :id ORDER BY id",
             id))
        out.push_back(made<Reasons>(std::move(row)));
    return out;
}

void SqlContacts::convert(std::string_view email, AccountId account, Instant at) {
    db_.run(
        "UPDATE inquiry SET account_id = :account WHERE account_id IS NULL AND contact_id ="
        " (SELECT id FROM contact WHERE email = :email)",
        account, email);
    db_.run(
        "UPDATE contact SET converted_at = coalesce(converted_at, :at),"
        " opted_out_at = coalesce(opted_out_at, :out) WHERE email = :email",
        at, at, email);
}

void SqlContacts::inquire(const Inquiry& inquiry) {
    db_.run(
        "INSERT INTO inquiry (contact_id, account_id, name, email, message, created_at)"
        " VALUES (:contact, :account, :name, :email, :message, :at)",
        known(inquiry.contact), known(inquiry.account), inquiry.name, inquiry.email,
        inquiry.message, inquiry.at);
}

std::vector<Inquiry> SqlContacts::inquiries(AccountId account) const {
    std::vector<Inquiry> out;
    for (auto& [contact, name, email, message, at] :
         db_.all<std::optional<ContactId>, std::string, std::string, std::string, Instant>(
             "SELECT contact_id, name, email, message, created_at FROM inquiry"
             " WHERE account_id = :account ORDER BY id",
             account))
        out.push_back({contact.value_or(ContactId{}), account, std::move(name), std::move(email),
                       std::move(message), at});
    return out;
}

}  // namespace asterism::store
