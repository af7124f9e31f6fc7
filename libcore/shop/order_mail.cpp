#include "libcore/shop/order_mail.hpp"

#include <algorithm>
#include <initializer_list>

#include "libcore/base/entropy.hpp"
#include "libcore/shop/letter_words.hpp"

namespace asterism::shop {
namespace {

using Values = std::vector<std::pair<std::string_view, std::string>>;

constexpr std::string_view line_end = "\r\n";

void add_line(std::string& out, std::string_view label, std::string_view value) {
    if (value.empty()) return;
    if (!out.empty()) out += line_end;
    out.append(label).append(value);
}

/// Each on a line of its own, empty ones left out.
std::string lines_of(std::initializer_list<std::string_view> all) {
    std::string out;
    for (const auto line : all) add_line(out, "", line);
    return out;
}

std::string one_product(const SnapshotLine& line, const LetterWords& words) {
    const Money total{line.each.minor * line.quantity, line.each.currency};  // checked when frozen
    const Values numbers{{"each", dollars(line.each)},
                         {"quantity", std::to_string(line.quantity)},
                         {"subtotal", dollars(total)}};
    std::string out = line.title;
    for (const auto* word : {&line.description, &line.color, &line.size})
        if (!word->empty()) out += ", " + *word;
    return out + ", " + filled(words.pieces, numbers).value_or("");
}

std::string_view symbol(Currency currency) {
    switch (currency) {
        case Currency::usd: return "$";
        case Currency::eur: return "€";
        case Currency::gbp: return "£";
    }
    return "";
}

/// What `{}` in a code's description stands for.
std::string amount_of(const SnapshotCode& code) {
    auto out = decimal({code.amount, Currency::usd});  // two decimals, of whatever
    return out.ends_with(".00") ? out.substr(0, out.size() - 3) : out;
}

std::string one_code(const SnapshotCode& code, const LetterWords& words) {
    auto what = code.description;
    if (const auto hole = what.find("{}"); hole != what.npos)
        what.replace(hole, 2, amount_of(code));
    auto out = code.code;
    if (!code.counts) out.append(" (").append(words.unused).append(")");
    return out + ": " + what;
}

std::string order_block(const OrderRecord& record, const LetterWords& words,
                        const MailSetting& setting) {
    const auto link =
        std::string(setting.domain) + "/account/order?identifier=" + std::string(setting.name);
    return lines_of({std::string(words.identifier) + record.order.identifier, link});
}

std::string payment_block(const OrderPayment& payment) {
    return lines_of({payment.email, payment.kind, payment.card_name});
}

Values values_of(const OrderRecord& record, Language language, const MailSetting& setting) {
    const bool guest = !record.order.owner.account;
    const auto buyer = lines_of({record.payment.card_name});
    return {{"line_break", "\r\n\r\n"},
            {"short_line_break", "\r\n"},
            {"recipient_first_name", buyer},
            {"order_information", order_block(record, letter_words(language), setting)},
            {"product_information", product_block(record, language)},
            {"shipping_information", record.shipping.carrier},
            {"discount_information", discount_block(record, language)},
            {"order_total_information", total_block(record, language)},
            {"payment_information", payment_block(record.payment)},
            {"shipping_address_information", address_block(record.shipping_address)},
            {"billing_address_information", address_block(record.billing_address)},
            {"ENVIRONMENT_DOMAIN", std::string(setting.domain)},
            {"identifier", std::string(setting.name)},
            {"em_cd", std::string(setting.mail_code)},
            {guest ? "pr_cd" : "mb_cd", std::string(setting.reader_code)},
            {"prosepct_email_unsubscribe_str", std::string(setting.unsubscribe)}};  // spelt so
}

}  // namespace

std::string_view phase_of(MailFailure failure) {
    switch (failure) {
        case MailFailure::template_lookup: return "phase_3";
        case MailFailure::formatting: return "phase_4";
        case MailFailure::cart_deletion: return "phase_5";
        case MailFailure::smtp:
        case MailFailure::emailsent_logging: return "phase_6";
    }
    return {};
}

std::optional<std::string> filled(
    std::string_view pattern, std::span<const std::pair<std::string_view, std::string>> values) {
    std::string out;
    while (!pattern.empty()) {
        const auto brace = std::min(pattern.find_first_of("{}"), pattern.size());
        out += pattern.substr(0, brace);
        pattern.remove_prefix(brace);
        if (pattern.empty()) break;
        if (pattern.size() > 1 && pattern[1] == pattern[0]) {
            out += pattern[0];
            pattern.remove_prefix(2);
            continue;
        }
        const auto close = pattern.find('}');
        if (pattern[0] == '}' || close == pattern.npos) return std::nullopt;
        const auto found = std::ranges::find(values, pattern.substr(1, close - 1),
                                             [](const auto& value) { return value.first; });
        if (found == values.end()) return std::nullopt;
        out += found->second;
        pattern.remove_prefix(close + 1);
    }
    return out;
}

std::string dollars(Money amount) {
    auto text = decimal(amount);
    const std::string sign = amount.minor < 0 ? "-" : "";
    text.erase(0, sign.size());
    for (auto at = text.size() - 3; at > 3; text.insert(at, ",")) at -= 3;
    return sign + std::string(symbol(amount.currency)) + text;
}

std::string product_block(const OrderRecord& record, Language language) {
    const auto& words = letter_words(language);
    std::string out;
    for (const SnapshotLine& line : record.lines) add_line(out, "", one_product(line, words));
    return out;
}

std::string discount_block(const OrderRecord& record, Language language) {
    const auto& words = letter_words(language);
    std::string out;
    for (const SnapshotCode& code : record.codes) add_line(out, "", one_code(code, words));
    return out.empty() ? std::string(words.none) : out;
}

std::string total_block(const OrderRecord& record, Language language) {
    const auto& words = letter_words(language);
    const Totals& totals = record.order.totals;
    const auto off = [](Money amount) {
        return amount.minor > 0 ? "(" + dollars(amount) + ")" : std::string();
    };
    std::string out;
    add_line(out, words.items, dollars(totals.items));
    add_line(out, words.item_discount, off(totals.item_discount));
    add_line(out, words.shipping, dollars(totals.shipping));
    add_line(out, words.shipping_discount, off(totals.shipping_discount));
    add_line(out, words.promotion, off(record.order.promotion));
    add_line(out, words.order_total, dollars(record.order.paid));
    return out;
}

std::string address_block(const PostalAddress& address) {
    auto town = address.city;
    for (const auto* part : {&address.state, &address.zip})
        if (!part->empty()) town += (town.empty() ? "" : " ") + *part;
    return lines_of({address.name, address.line1, address.line2, town, address.country});
}

ComposedMail compose_order_mail(const OrderRecord& record, const std::optional<MailTemplate>& found,
                                const MailSetting& setting) {
    if (!found) return {{}, MailFailure::template_lookup};
    if (record.contact.email.empty()) return {{}, MailFailure::smtp};
    const auto values = values_of(record, found->language, setting);
    const auto subject = filled(found->subject, values);
    auto text = filled(found->text, values);
    if (!subject || !text) return {{}, MailFailure::formatting};
    std::erase(*text, '\r');  // drafts have LF; CRLF is put in when they are sent
    mail::Draft draft;
    draft.to = record.contact.email;
    draft.from = found->from;
    draft.template_code = found->code;
    draft.subject = kept_text(*subject, 300);
    draft.text = *std::move(text);
    draft.unique = std::string(order_mail_mark) + record.order.identifier;
    if (!setting.again.empty()) draft.unique.append(".").append(setting.again);
    return {std::move(draft), {}};
}

}  // namespace asterism::shop
