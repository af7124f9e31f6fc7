#pragma once

#include <array>
#include <string_view>

namespace asterism::accounts {

/// One mail's sentences in one language. Which variables each mail may name stands in mails.cpp. A
/// paragraph whose variable has no value this time is left out.
struct Sentences {
    std::string_view subject;
    std::array<std::string_view, 3> above = {};
    std::string_view button = {};  ///< what its link is called
    std::array<std::string_view, 2> below = {};
};

/// What follows a number, its blank included.
struct Unit {
    std::string_view one;
    std::string_view more;
};

/// All that mails about accounts say in one language: a file of its own in words/.
struct MailWords {
    Unit second, minute, hour, day;
    std::string_view hello;      ///< names {{name}}
    std::string_view link_life;  ///< names {{life}}: "3 days"
    std::string_view by_hand;    ///< stands before the bare link, in HTML
    std::string_view automatic;  ///< the last line; names {{site}}

    Sentences verification;
    Sentences address_in_use;
    Sentences welcome;
    Sentences password_reset;
    Sentences password_changed;
    Sentences email_change;
    Sentences change_notice;
    Sentences account_deleted;
    Sentences warning;  ///< of the moderators; names {{note}}
};

}  // namespace asterism::accounts
