#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "libcore/base/entropy.hpp"
#include "libcore/base/language.hpp"
#include "libcore/shop/order_mail.hpp"
#include "shells/app/store.hpp"
#include "shells/worker/handler.hpp"
#include "shells/worker/mail_handler.hpp"

namespace asterism::worker {

/// An order's mail that could not be made or sent.
struct OrderMailTrouble {
    std::string_view order;
    std::string_view email;  ///< of who ordered
    bool guest = false;
    shop::MailFailure kind = shop::MailFailure::smtp;
    std::string_view error;
};

/// How a shop words the mails of its orders, and who hears of those that fail.
struct OrderMailOptions {
    std::string domain;  ///< of the shop's pages, with its scheme
    /// The template for a guest's order, or an account's, in that language or whatever the shop
    /// has; none: it cannot be had.
    std::function<std::optional<shop::MailTemplate>(bool guest, Language language)> find;
    /// With no transaction open.
    std::function<void(const OrderMailTrouble&)> told = {};
};

/// Composes the mail that confirms an order and puts it into the outbox, in the transaction that
/// ends its task. What fails of that is written down and tried again.
Handler order_mail_handler(app::Store& store, Entropy& entropy, OrderMailOptions options);

/// Writes down what becomes of orders' mails on their way out.
MailEar order_mail_ear(app::Store& store, OrderMailOptions options);

}  // namespace asterism::worker
