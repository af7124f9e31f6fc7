#include "shells/worker/shop_mail.hpp"

#include <array>
#include <utility>

#include "libcore/mail/use_cases.hpp"
#include "libcore/shop/identifiers.hpp"
#include "libcore/shop/mail_trouble.hpp"

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

Outcome failed(const OrderMailOptions& options, const shop::PlacedOrder& order, MailFailure kind,
               Instant now) {
    const auto error = in_words(kind);
    tell(options, order, kind, error);
    // An address will not come by waiting; a text may be mended.
    const auto ending = kind == MailFailure::smtp ? Ending::hopeless : Ending::again;
    return {ending, std::string(error),
            [identifier = order.record.order.identifier, kind, error, now](app::Unit& unit, bool) {
                shop::note_mail_trouble(unit.mail_troubles(), unit.tasks(), identifier, kind, error,
                                        now);
            }};
}

Outcome confirm(app::Store& store, Entropy& entropy, const OrderMailOptions& options,
                const app::LeasedTask& task, Instant now) {
    const auto name = shop::read_order_name(task.payload);
    if (!name) return {Ending::hopeless, "the task names no order"};
    const auto order = order_named(store, name->identifier);
    if (!order) return {Ending::hopeless, "the order is gone"};
    const auto found = options.find(is_guests(*order));
    auto composed = shop::compose_order_mail(
        order->record, found,
        {options.domain, task.payload, found ? std::string_view(found->code) : "", "", ""});
    if (!composed.draft) return failed(options, *order, *composed.failure, now);
    return {Ending::done,
            {},
            [&entropy, draft = *std::move(composed.draft), now](app::Unit& unit, bool) {
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

MailEar order_mail_ear(app::Store& store, OrderMailOptions options) {
    MailEar out;
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
