#pragma once

#include <span>
#include <string_view>

#include "tests/matrix/shop.hpp"

namespace asterism::matrix {

/// One failure, which may be played again and again, by somebody new each time.
struct Play {
    int row;  ///< of the contract's matrix
    std::string_view what;
    void (*act)(Shop& shop);  ///< checks what is answered
    Rows after;               ///< what has become more or less by then
    std::string_view alarm = {};
};

/// By row; of some there are several.
std::span<const Play> plays();

// Before there is money.
void not_allowed(Shop& shop);
void refused_by_stripe(Shop& shop);
void forged_calls(Shop& shop);
void not_paid(Shop& shop);
void stripe_is_away(Shop& shop);
void no_session(Shop& shop);
void out_of_time(Shop& shop);

// What money does.
void told_again(Shop& shop);
void told_again_in_vain(Shop& shop);
void never_asked_for(Shop& shop);
void cart_is_gone(Shop& shop);
void checkout_is_gone(Shop& shop);
void write_fails(Shop& shop);
void database_is_away(Shop& shop);
void same_identifier(Shop& shop);
void other_path_is_faster(Shop& shop);
void cart_stays(Shop& shop);
void cart_changes(Shop& shop);
void other_amount(Shop& shop);

// What becomes of the mail.
void no_letter(Shop& shop);
void letter_with_a_hole(Shop& shop);
void server_is_away(Shop& shop);
void sent_and_not_noted(Shop& shop);
void failed_and_not_noted(Shop& shop);
void program_dies(Shop& shop);

/// The identifier that a call was answered; empty: none.
std::string order_in(const http::Response& response);

}  // namespace asterism::matrix
