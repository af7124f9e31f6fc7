#pragma once

#include "tests/http/site.hpp"

namespace asterism::http::testing {

/// StartupWebApp's client: forms, and the token that it reads from the cookie.
template <class Base>
struct ShopClient : Base {
    Response form(std::string_view target, std::string_view fields, std::vector<Header> more = {}) {
        more.push_back({"Content-Type", "application/x-www-form-urlencoded"});
        more.push_back({"Origin", Base::pages});
        return Base::ask(Verb::post, target, fields, std::move(more));
    }

    Response look(std::string_view target) {
        return Base::ask(Verb::get, target, {}, {{"Origin", Base::pages}});
    }

    /// As every page begins.
    void open_page() { look("/user/token"); }

    Response enter(std::string_view name, std::string_view secret = Base::password) {
        return form("/user/login", "username=" + std::string(name) +
                                       "&password=" + std::string(secret) + "&remember_me=false");
    }
};

using ShopSite = ShopClient<UnlimitedSite>;
using LimitedShopSite = ShopClient<Site>;

/// The money of Eve, who has that address, for what is to be paid at that counter.
inline shop::Payment money_at(const tests::PlainPayments& payments, const std::string& session,
                              std::string email) {
    shop::Payment out;
    const auto& asked = payments.requests.at(std::stoul(session.substr(3)) - 1);
    out.reference = asked.reference;
    out.session = session;
    out.intent = "pi_" + session;
    out.state = shop::PaymentState::paid;
    for (const shop::Charge& charge : asked.charges)
        out.amount += charge.quantity * charge.each.minor;
    out.currency = "usd";
    out.email = std::move(email);
    out.name = "Eve Moneypenny";
    out.billing = {"Eve Moneypenny", "1 Main St", "Apt. 2", "Springfield", "IL",
                   "62701",          "US",        "US"};
    out.shipping = out.billing;
    return out;
}

/// What a key of the answer says, where that is a text.
inline std::string word_at(const Response& response, std::string_view key) {
    const auto body = body_of(response);
    const auto* found = body.as_object().if_contains(key);
    return found && found->is_string() ? std::string(found->get_string()) : std::string("none");
}

}  // namespace asterism::http::testing
