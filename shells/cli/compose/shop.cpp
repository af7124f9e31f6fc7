#include "shells/cli/compose/shop.hpp"

#include <fstream>
#include <sstream>
#include <utility>

#include "libcore/shop/order_letter.hpp"

namespace asterism::cli {
namespace {

template <class Enum>
Enum named(const Settings& settings, std::string_view key) {
    for (const auto& [value, name] : names(Enum{}))
        if (settings.text(key) == name) return value;
    return {};
}

template <class Enum>
std::string_view word_of(Enum value) {
    for (const auto& [each, name] : names(value))
        if (each == value) return name;
    return {};
}

shop::Guests guests_of(const Settings& settings, std::string_view key) {
    if (!settings.has(key)) return std::nullopt;
    return settings.text(key);
}

std::string sender_of(const Settings& settings) {
    return settings.text(settings.has("shop.mail_from") ? "shop.mail_from" : "mail.from");
}

std::optional<std::string> content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (!file || !(text << file.rdbuf())) return std::nullopt;
    return std::move(text).str();
}

/// The shop's own words are in the file that is named, and for readers of other languages beside it
/// under its name with a tag: "letter.txt.pt-BR". Read each time, so that a text that was mended is
/// taken without a new start.
std::optional<shop::MailTemplate> letter_of(const Settings& settings, bool guest,
                                            Language language) {
    const auto sender = sender_of(settings);
    const auto& path = settings.text(guest ? "shop.mail_to_guests" : "shop.mail_to_accounts");
    if (path.empty()) return shop::standard_letter(guest, sender, language);
    const auto theirs = path + "." + std::string(word_of(language));
    if (const auto text = content_of(theirs))
        return shop::read_letter(*text, guest, sender, language);
    const auto text = content_of(path);
    if (!text) return std::nullopt;
    return shop::read_letter(*text, guest, sender);
}

void log_trouble(const Settings& settings, const Log& log,
                 const worker::OrderMailTrouble& trouble) {
    std::string message = settings.text("shop.mail_failure_prefix");
    if (!message.empty()) message += ' ';
    message += "an order's mail failed";
    log.write(Level::error, message,
              {{"code", "shop.order_mail_failure"},
               {"type", word_of(trouble.kind)},
               {"phase", shop::phase_of(trouble.kind)},
               {"order", trouble.order},
               {"customer", trouble.email},
               {"account", trouble.guest ? "no" : "yes"},
               {"why", trouble.error}});
}

}  // namespace

shop::Policy shop_policy_of(const Settings& settings) {
    shop::Policy out;
    out.currency = named<Currency>(settings, "shop.currency");
    out.fewest = settings.number("shop.fewest");
    out.most = settings.number("shop.most");
    out.discounts = named<shop::DiscountRule>(settings, "shop.discounts");
    out.usual_shipping = settings.text("shop.usual_shipping");
    out.first_status = settings.text("shop.first_status");
    out.accounts_that_check_out = guests_of(settings, "shop.accounts_that_check_out");
    out.visitors_that_check_out = guests_of(settings, "shop.visitors_that_check_out");
    out.publishable_key = settings.text("payments.publishable_key");
    out.live = settings.text("shop.live") == "yes";
    out.promotions = settings.text("shop.promotions") == "yes";
    out.hold = std::chrono::minutes{settings.number("shop.checkout_minutes")};
    return out;
}

std::string shop_pages_of(const Settings& settings) {
    const bool theirs = settings.has("startupwebapp.pages");
    auto out = settings.text(theirs ? "startupwebapp.pages" : "site.base_url");
    while (out.ends_with('/')) out.pop_back();
    return out;
}

worker::OrderMailOptions order_mails_of(const Settings& settings, const Log& log) {
    worker::OrderMailOptions out;
    out.domain = shop_pages_of(settings);
    out.find = [&settings](bool guest, Language language) {
        return letter_of(settings, guest, language);
    };
    out.told = [&settings, &log](const worker::OrderMailTrouble& trouble) {
        log_trouble(settings, log, trouble);
    };
    return out;
}

worker::AlarmOptions alarms_of(const Settings& settings, const Log& log) {
    worker::AlarmOptions out;
    out.to = settings.text("ops.alert_to");
    out.from = settings.text("mail.from");
    out.site = settings.text("site.name");
    out.address = settings.text("site.base_url");
    out.told = [&log](std::string_view kind) {
        log.write(Level::error, "the shop needs somebody",
                  {{"code", "shop.alarm"}, {"kind", kind}});
    };
    return out;
}

}  // namespace asterism::cli
