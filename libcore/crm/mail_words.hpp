#pragma once

#include <string_view>

#include "libcore/base/language.hpp"

namespace asterism::crm {

/// All that the mails to members say in one language: a file of its own in words/. What stands in
/// double braces is filled in; a link's life is spelled out.
struct MailWords {
    std::string_view hello;    ///< names {{name}}
    std::string_view by_hand;  ///< stands before the bare link, in HTML
    std::string_view small;    ///< the last line; names {{site}}
    std::string_view life;     ///< names {{life}}: "24 hours"
    std::string_view prove;    ///< what the link is called that proves an address

    std::string_view joined;   ///< the subject; names {{site}}
    std::string_view welcome;  ///< names {{site}} and {{username}}
    std::string_view prove_yours;
    std::string_view not_joined;  ///< what to do where somebody else did

    std::string_view forgotten;  ///< the subject; names {{site}}
    std::string_view asked;
    std::string_view username;  ///< names {{username}}
    std::string_view log_in;    ///< what its link is called
    std::string_view not_asked;

    std::string_view moved;    ///< the subject; names {{site}}
    std::string_view from_to;  ///< names {{username}}, {{old_email}} and {{new_email}}
    std::string_view prove_new;
    std::string_view not_moved;
};

const MailWords& mail_words(Language language);

}  // namespace asterism::crm
