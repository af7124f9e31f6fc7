#pragma once

#include "libcore/crm/ports.hpp"

namespace asterism::crm {

// What mail somebody wants, signed in or by the link in a mail.

struct Preferences {
    bool newsletter = false;
    bool opted_out = false;

    static constexpr void fields(auto&& see) {
        see("newsletter", &Preferences::newsletter, "News by mail are welcome.");
        see("opted_out", &Preferences::opted_out, "No mail is, but what answers a doing.");
    }
};

struct SetPreferences {
    bool newsletter = false;
    bool opted_out = false;
    std::optional<bool> no_longer_wanted;
    std::optional<bool> never_signed_up;
    std::optional<bool> inappropriate;
    std::optional<bool> spam;
    std::optional<std::string> other;

    static constexpr void fields(auto&& see) {
        see("newsletter", &SetPreferences::newsletter, "News by mail are welcome.");
        see("opted_out", &SetPreferences::opted_out, "No mail is, but what answers a doing.");
        see("no_longer_wanted", &SetPreferences::no_longer_wanted, "Why: it was enough.");
        see("never_signed_up", &SetPreferences::never_signed_up, "Why: nobody asked for it.");
        see("inappropriate", &SetPreferences::inappropriate, "Why: for what it says.");
        see("spam", &SetPreferences::spam, "Why: it is spam.");
        see("other", &SetPreferences::other, "Why, in up to 5,000 characters.");
    }
};

struct Unsubscribe {
    std::string token;

    static constexpr void fields(auto&& see) {
        see("token", &Unsubscribe::token, "What the link in the mail has.");
    }
};

struct UnsubscribeView {
    std::string email;

    static constexpr void fields(auto&& see) {
        see("email", &UnsubscribeView::email, "Whom it is about, masked.");
    }
};

struct Unsubscribed {
    std::string email;
    std::string next_token;

    static constexpr void fields(auto&& see) {
        see("email", &Unsubscribed::email, "Who gets no more mail, masked.");
        see("next_token", &Unsubscribed::next_token, "What the link has from now on.");
    }
};

struct ExplainUnsubscribing {
    std::string token;
    std::optional<bool> no_longer_wanted;
    std::optional<bool> never_signed_up;
    std::optional<bool> inappropriate;
    std::optional<bool> spam;
    std::optional<std::string> other;

    static constexpr void fields(auto&& see) {
        see("token", &ExplainUnsubscribing::token, "What the link in the mail has.");
        see("no_longer_wanted", &ExplainUnsubscribing::no_longer_wanted, "It was enough.");
        see("never_signed_up", &ExplainUnsubscribing::never_signed_up, "Nobody asked for it.");
        see("inappropriate", &ExplainUnsubscribing::inappropriate, "For what it says.");
        see("spam", &ExplainUnsubscribing::spam, "It is spam.");
        see("other", &ExplainUnsubscribing::other, "In up to 5,000 characters.");
    }
};

struct Explained {
    bool noted = true;

    static constexpr void fields(auto&& see) { see("noted", &Explained::noted, "It was kept."); }
};

Result<Preferences> show_preferences(Actor actor, const Contacts& contacts,
                                     const accounts::NoInput& input);
Result<Preferences> set_preferences(const accounts::Run& run, Actor actor, Contacts& contacts,
                                    const SetPreferences& input);

Result<UnsubscribeView> look_up_unsubscribing(const accounts::Accounts& accounts,
                                              const Contacts& contacts, const Unsubscribe& input);
/// The link has another token from then on.
Result<Unsubscribed> confirm_unsubscribing(const accounts::Run& run,
                                           const accounts::Accounts& accounts, Contacts& contacts,
                                           const Unsubscribe& input);
/// In one step, and again as often as one likes: the token stays.
Result<UnsubscribeView> unsubscribe(const accounts::Run& run, const accounts::Accounts& accounts,
                                    Contacts& contacts, const Unsubscribe& input);
Result<Explained> explain_unsubscribing(Now now, Contacts& contacts,
                                        const ExplainUnsubscribing& input);

inline constexpr UseCases preference_cases{
    use_case<&show_preferences>("show_preferences", "Shows what mail one gets."),
    use_case<&set_preferences>("set_preferences", "Says what mail one gets."),
    use_case<&look_up_unsubscribing>("look_up_unsubscribing",
                                     "Shows whom a link in a mail unsubscribes."),
    use_case<&confirm_unsubscribing>("confirm_unsubscribing",
                                     "Ends all mail to whom the link was sent."),
    use_case<&unsubscribe>("unsubscribe", "The same in one step, as mail programs do."),
    use_case<&explain_unsubscribing>("explain_unsubscribing", "Says why no mail is wanted."),
};

}  // namespace asterism::crm
