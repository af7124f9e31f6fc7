#pragma once

#include "libcore/accounts/context.hpp"
#include "libcore/base/use_case.hpp"
#include "libcore/shop/order_mail.hpp"

namespace asterism::shop {

// Orders' mails that were not sent. The order stands whatever becomes of its mail; each kind of
// failure of an order is written down once, with how often it came, until somebody settles it or
// the mail goes out after all.

using MailTroubleId = Id<struct MailTroubleTag>;

struct MailTrouble {
    MailTroubleId id;
    std::string order;  ///< its identifier
    MailFailure kind = MailFailure::smtp;
    std::string error;  ///< of the last time, one line
    std::int64_t times = 1;
    Instant first_at;
    Instant last_at;
};

class MailTroubles : public Stored {
public:
    /// One more time where the order has such an open one; the database decides.
    virtual void note(std::string_view order, MailFailure kind, std::string_view error,
                      Instant at) = 0;
    /// Those that nobody settled, oldest first.
    virtual std::vector<MailTrouble> open(std::int64_t limit) const = 0;
    /// False: there is none such that is open.
    virtual bool settle(MailTroubleId id, AccountId by, std::string_view note, Instant at) = 0;
    /// All of an order's, by nobody.
    virtual void settle_all(std::string_view order, std::string_view note, Instant at) = 0;
};

struct ListMailTroubles {
    std::optional<std::int64_t> limit = {};

    static constexpr void fields(auto&& see) {
        see("limit", &ListMailTroubles::limit, "The most failures, 1 to 200; 50 if not given.");
    }
};

struct MailTroubleView {
    MailTroubleId id;
    std::string order;
    MailFailure kind = MailFailure::smtp;
    std::string phase;
    std::string error;
    std::int64_t times = 1;
    Instant first_at;
    Instant last_at;

    static constexpr void fields(auto&& see) {
        see("id", &MailTroubleView::id, "The failure's number.");
        see("order", &MailTroubleView::order, "The order whose mail it is.");
        see("kind", &MailTroubleView::kind, "What failed.");
        see("phase", &MailTroubleView::phase, "Which step of a confirmation that is.");
        see("error", &MailTroubleView::error, "Why, at the last try.");
        see("times", &MailTroubleView::times, "How many tries failed so.");
        see("first_at", &MailTroubleView::first_at, "When the first did.");
        see("last_at", &MailTroubleView::last_at, "When the last did.");
    }
};

struct MailTroubleList {
    std::vector<MailTroubleView> items;

    static constexpr void fields(auto&& see) {
        see("items", &MailTroubleList::items, "What nobody settled yet, oldest first.");
    }
};

struct SettleMailTrouble {
    MailTroubleId failure;
    std::string note;

    static constexpr void fields(auto&& see) {
        see("failure", &SettleMailTrouble::failure, "The failure's number.");
        see("note", &SettleMailTrouble::note, "What was done about it, up to 1,000 characters.");
    }
};

struct MailTroubleSettled {
    MailTroubleId failure;

    static constexpr void fields(auto&& see) {
        see("failure", &MailTroubleSettled::failure, "It is settled.");
    }
};

Result<MailTroubleList> list_order_mail_failures(Actor actor, const MailTroubles& troubles,
                                                 const ListMailTroubles& input);
Result<MailTroubleSettled> settle_order_mail_failure(const accounts::Run& run, Actor actor,
                                                     MailTroubles& troubles,
                                                     const SettleMailTrouble& input);

/// Of the mail of an order, by what makes it unique; none: it is another mail.
std::optional<std::string_view> order_of_mail(const mail::Draft& draft);

/// Tells the operators of a mail that could not be made or sent.
Task mail_alarm(std::string_view order, MailFailure kind, Instant at);

/// The same, with the failure written down.
void note_mail_trouble(MailTroubles& troubles, Tasks& tasks, std::string_view order,
                       MailFailure kind, std::string_view error, Instant at);

}  // namespace asterism::shop
