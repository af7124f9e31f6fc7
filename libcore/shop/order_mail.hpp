#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libcore/base/language.hpp"
#include "libcore/mail/types.hpp"
#include "libcore/shop/order_ports.hpp"

namespace asterism::shop {

// The mail that confirms an order, made of the shop's own template when its task is run. Whatever
// fails of it, the order stands.

/// What can fail when an order is confirmed, as it is recorded for the operators.
enum class MailFailure : std::uint8_t {
    template_lookup,
    formatting,
    cart_deletion,
    smtp,
    emailsent_logging
};

constexpr auto names(MailFailure) {
    using Name = std::pair<MailFailure, std::string_view>;
    return std::array{Name{MailFailure::template_lookup, "template_lookup"},
                      Name{MailFailure::formatting, "formatting"},
                      Name{MailFailure::cart_deletion, "cart_deletion"},
                      Name{MailFailure::smtp, "smtp"},
                      Name{MailFailure::emailsent_logging, "emailsent_logging"}};
}

/// What every order's mail begins with that makes it unique; the order's identifier follows, and
/// where it was asked for again a dot and what tells it apart.
inline constexpr std::string_view order_mail_mark = "order.";

/// Which step of the original's confirmation that was: "phase_3" to "phase_6".
std::string_view phase_of(MailFailure failure);

/// A text with holes: `{name}` stands for the value of that name, `{{` and `}}` for braces. None
/// where it names what is not given, or a brace stands alone.
std::optional<std::string> filled(std::string_view pattern,
                                  std::span<const std::pair<std::string_view, std::string>> values);

/// "$1,234.50".
std::string dollars(Money amount);

// The blocks of the mail: plain text, lines end with CRLF.

std::string product_block(const OrderRecord& record, Language language = Language::en);
std::string discount_block(const OrderRecord& record, Language language = Language::en);
std::string total_block(const OrderRecord& record, Language language = Language::en);
std::string address_block(const PostalAddress& address);

/// What a template is filled with besides the order.
struct MailSetting {
    std::string_view domain;       ///< with its scheme
    std::string_view name;         ///< the order's, as it stands in a link
    std::string_view mail_code;    ///< the template's, for counting who follows its links
    std::string_view reader_code;  ///< the reader's, for the same
    std::string_view unsubscribe;  ///< the secret of a guest's link out; empty for accounts
    std::string_view again = {};   ///< as its errand has it
};

/// The shop's own text.
struct MailTemplate {
    std::string code;
    std::string subject;
    std::string text;
    std::string from;
    Language language = Language::en;  ///< of its text, and so of what fills it
};

/// What is sent, or why it cannot be made.
struct ComposedMail {
    std::optional<mail::Draft> draft;
    std::optional<MailFailure> failure;
};

/// `found` is none where the shop has no such template. The same errand has the same Message-ID
/// every time.
ComposedMail compose_order_mail(const OrderRecord& record, const std::optional<MailTemplate>& found,
                                const MailSetting& setting);

}  // namespace asterism::shop
