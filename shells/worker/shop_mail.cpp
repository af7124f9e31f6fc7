#include "shells/worker/shop_mail.hpp"

#include <array>
#include <utility>

#include "libcore/mail/use_cases.hpp"
#include "libcore/shop/buyers.hpp"
#include "libcore/shop/mail_trouble.hpp"
#include "libcore/shop/plan.hpp"

namespace asterism::worker {
namespace {

using namespace std::chrono_literals;
using shop::MailFailure;

constexpr std::array<std::chrono::seconds, 4> waits{1min, 10min, 1h, 8h};

constexpr std::string_view went_out = "The mail went out.";

std::optional<shop::PlacedOrder> order_named(app::Store& store, std::string_view identifier) {
    std::optional<shop::PlacedOrder> out;
    store.read([&](app::Unit& unit) { out = unit.orders().find(identifier); });
    return out;
}

/// What whoever ordered reads: as his account says now, else as he said when he went to pay.
Language language_of(app::Store& store, const shop::OrderRecord& record) {
    auto out = record.contact.language.value_or(Language::en);
    if (!record.order.owner.account) return out;
    store.read([&](app::Unit& unit) {
        const auto account = unit.accounts().find(record.order.owner.account);
        if (account) out = account->language;
    });
    return out;
}

bool is_guests(const shop::PlacedOrder& order) { return !order.record.order.owner.account; }

std::string_view in_words(MailFailure failure) {
    switch (failure) {
        case MailFailure::template_lookup: return "the shop has no text for this mail";
        case MailFailure::formatting: return "the shop's text names something that there is not";
        case MailFailure::smtp: return "nobody told an address that can be written to";
        default: return "the mail could not be made";
    }
}

void tell(const OrderMailOptions& options, const shop::PlacedOrder& order, MailFailure kind,
          std::string_view error) {
    if (options.told)
        options.told({order.record.order.identifier, order.record.contact.email, is_guests(order),
                      kind, error});
}

/// Where a failure cannot be written down somebody hears of it all the same.
Outcome::Record alarmed(std::string identifier, MailFailure kind, Instant now) {
    return [identifier = std::move(identifier), kind, now](app::Unit& unit, bool) {
        unit.tasks().add(shop::mail_alarm(identifier, kind, now));
    };
}

/// A guest becomes somebody the shop knows, whatever becomes of the mail.
void know_buyer(app::Unit& unit, Entropy& entropy, const shop::OrderRecord& order, Instant now) {
    const auto buyer = shop::buyer_of(order, entropy, now);
    if (buyer && !unit.accounts().find_by_email(buyer->email)) unit.contacts().add(*buyer);
}

Outcome failed(Entropy& entropy, const OrderMailOptions& options, const shop::PlacedOrder& order,
               MailFailure kind, Instant now) {
    const auto error = in_words(kind);
    tell(options, order, kind, error);
    // An address will not come by waiting; a text may be mended.
    const auto ending = kind == MailFailure::smtp ? Ending::hopeless : Ending::again;
    const auto& identifier = order.record.order.identifier;
    return {ending, std::string(error),
            [&entropy, record = order.record, identifier, kind, error, now](app::Unit& unit, bool) {
                know_buyer(unit, entropy, record, now);
                shop::note_mail_trouble(unit.mail_troubles(), unit.tasks(), identifier, kind, error,
                                        now);
            },
            [identifier, kind, now](std::string_view) { return alarmed(identifier, kind, now); }};
}

Outcome confirm(app::Store& store, Entropy& entropy, const OrderMailOptions& options,
                const app::LeasedTask& task, Instant now) {
    const auto errand = shop::read_errand(task.payload);
    if (!errand) return {Ending::hopeless, "the task names no order"};
    const auto order = order_named(store, errand->name.identifier);
    if (!order) return {Ending::hopeless, "the order is gone"};
    const auto found = options.find(is_guests(*order), language_of(store, order->record));
    const auto name = shop::written(errand->name);
    auto composed = shop::compose_order_mail(
        order->record, found,
        {options.domain, name, found ? std::string_view(found->code) : "", "", "", errand->again});
    if (!composed.draft) return failed(entropy, options, *order, *composed.failure, now);
    return {Ending::done,
            {},
            [&entropy, record = order->record, draft = *std::move(composed.draft), now](
                app::Unit& unit, bool) {
                know_buyer(unit, entropy, record, now);
                mail::post({unit.messages(), unit.tasks()}, entropy, Now{now}, draft);
            }};
}

}  // namespace

Handler order_mail_handler(app::Store& store, Entropy& entropy, OrderMailOptions options) {
    return {shop::order_mail_task, waits,
            [&store, &entropy, options = std::move(options)](const auto& task, Instant now) {
                return confirm(store, entropy, options, task, now);
            }};
}

namespace {

/// A mail that went out, and nobody could write that down: it will go out again.
Outcome::Record unlogged(app::Store& store, const OrderMailOptions& options,
                         const std::string& identifier, std::string_view why, Instant now) {
    constexpr auto kind = MailFailure::emailsent_logging;
    if (const auto order = order_named(store, identifier)) tell(options, *order, kind, why);
    return [identifier, why = std::string(why), now](app::Unit& unit, bool) {
        shop::note_mail_trouble(unit.mail_troubles(), unit.tasks(), identifier, kind, why, now);
    };
}

}  // namespace

MailEar order_mail_ear(app::Store& store, OrderMailOptions options) {
    MailEar out;
    out.unrecorded = [&store, options](const mail::Draft& draft, std::string_view error,
                                       std::string_view why, Instant now) -> Outcome::Record {
        const auto identifier = shop::order_of_mail(draft);
        if (!identifier) return {};
        if (!error.empty()) return alarmed(std::string(*identifier), MailFailure::smtp, now);
        return unlogged(store, options, std::string(*identifier), why, now);
    };
    out.failed = [&store, options = std::move(options)](const mail::Draft& draft,
                                                        std::string_view error) {
        const auto identifier = shop::order_of_mail(draft);
        if (!identifier) return;
        if (const auto order = order_named(store, *identifier))
            tell(options, *order, MailFailure::smtp, error);
    };
    out.record = [](app::Unit& unit, const mail::Draft& draft, std::string_view error,
                    Instant now) {
        const auto identifier = shop::order_of_mail(draft);
        if (!identifier) return;
        if (error.empty())
            unit.mail_troubles().settle_all(*identifier, went_out, now);
        else
            shop::note_mail_trouble(unit.mail_troubles(), unit.tasks(), *identifier,
                                    MailFailure::smtp, error, now);
    };
    return out;
}

}  // namespace asterism::worker
