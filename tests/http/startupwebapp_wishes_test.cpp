// StartupWebApp's terms, mail preferences, visitors and client events, key by key as its contract
// has them.

#include <doctest/doctest.h>

#include "tests/http/shop_member.hpp"

namespace asterism::http {
namespace {

using namespace asterism::http::testing;
using enum Verb;

TEST_CASE_FIXTURE(Member, "user: terms are agreed to version by version") {
    const auto stranger = look("/user/terms-of-use-agree-check");
    CHECK(stranger.status == 302);
    CHECK(header_of(stranger, "Location") == "/login?next=/user/terms-of-use-agree-check");
    join();
    CHECK(body_of(look("/user/terms-of-use-agree-check")).at("terms_of_use_agree_check").as_bool());
    store.tables.terms.push_back({3, "<p>New</p>", now});
    const auto asked = body_of(look("/user/terms-of-use-agree-check")).as_object();
    CHECK_FALSE(asked.at("terms_of_use_agree_check").as_bool());
    CHECK(asked.at("version").as_int64() == 3);
    CHECK(asked.at("version_note").as_string() == "<p>New</p>");
    const auto agree = [&](std::string_view body) {
        return form("/user/terms-of-use-agree", body);
    };
    CHECK(code_at(agree("")) == "version-required");
    CHECK(code_at(agree("version=x")) == "version-not-found");
    CHECK(code_at(agree("version=2")) == "version-not-found");
    CHECK(code_at(agree("version=1")) == "version-provided-not-most-recent");
    const auto done = agree("version=3");
    CHECK(word_at(done, "terms_of_use_agree") == "success");
    CHECK(word_at(done, "version") == "3");
    CHECK(code_at(agree("version=3")) == "version-already-agreed");
    CHECK(body_of(look("/user/terms-of-use-agree-check")).at("terms_of_use_agree_check").as_bool());
}

TEST_CASE_FIXTURE(Member, "user: says what mail is wanted, and why not") {
    join();
    const auto wish = [&](std::string_view body) {
        return form("/user/update-communication-preferences", body);
    };
    const std::string why =
        "&no_longer_want_to_receive=true&never_signed_up=false&inappropriate=false&spam=false"
        "&other=Enough";
    CHECK(word_at(wish("newsletter=false&email_unsubscribe=true" + why),
                  "update_communication_preferences") == "success");
    CHECK(part("personal_data", "newsletter_subscriber") == "false");
    CHECK(part("personal_data", "email_unsubscribed") == "true");
    REQUIRE(store.tables.reasons.size() == 1);
    CHECK(store.tables.reasons[0].second.other == "Enough");
    const auto both = wish("newsletter=true&email_unsubscribe=true" + why);
    CHECK(word_at(both, "update_communication_preferences") == "errors");
    CHECK(body_of(both).at("errors").as_object().contains("invalid_data"));
    CHECK(body_of(wish("newsletter=true")).at("errors").as_object().contains("data_missing"));
    CHECK(part("personal_data", "email_unsubscribed") == "true");
    look("/user/logout");
    CHECK(word_at(wish("newsletter=true&email_unsubscribe=false"),
                  "update_communication_preferences") == "user_not_authenticated");
}

TEST_CASE_FIXTURE(Member, "user: unsubscribes by the link in a mail") {
    join();
    look("/user/logout");
    const auto secret = store.tables.contacts.back().secret;
    CHECK(code_at(look("/user/email-unsubscribe-lookup")) == "token-required");
    CHECK(code_at(look("/user/email-unsubscribe-lookup?token=x")) == "member-not-found");
    CHECK(word_at(look("/user/email-unsubscribe-lookup?token=" + secret), "email_address") ==
          "sele****@example.org");
    const auto done = form("/user/email-unsubscribe-confirm", "token=" + secret);
    CHECK(word_at(done, "email_unsubscribe_confirm") == "success");
    const auto next = word_at(done, "token");
    CHECK(next != secret);
    CHECK(code_at(form("/user/email-unsubscribe-confirm", "token=" + secret)) ==
          "member-not-found");
    CHECK(code_at(look("/user/email-unsubscribe-lookup?token=" + next)) ==
          "email-address-already-unsubscribed");
    const auto why =
        "&no_longer_want_to_receive=false&never_signed_up=false&inappropriate=false"
        "&spam=true&other=";
    CHECK(word_at(form("/user/email-unsubscribe-why", "token=" + next + why),
                  "email_unsubscribe_why") == "success");
    CHECK(store.tables.reasons.back().second.spam);
    enter("selenium", "Galaxy.Curve7");
    CHECK(part("personal_data", "newsletter_subscriber") == "false");
    CHECK(part("personal_data", "email_unsubscribed") == "true");
}

TEST_CASE_FIXTURE(Member, "user: unsubscribes in one step, as often as one likes") {
    join();
    const auto secret = store.tables.contacts.back().secret;
    for (int i = 0; i < 2; ++i)
        CHECK(word_at(look("/user/email-unsubscribe?email_unsubscribe_string=" + secret),
                      "email_unsubscribe") == "success");
    CHECK(part("personal_data", "email_unsubscribed") == "true");
    CHECK(code_at(look("/user/email-unsubscribe?email_unsubscribe_string=x")) ==
          "member-not-found");
}

TEST_CASE_FIXTURE(Member,
                  "user: a visitor's message is kept, and the site told that there is one") {
    const auto sent =
        form("/user/put-chat-message", "name=Eve&email_address=eve%40example.org&message=Hello%3F");
    CHECK(word_at(sent, "put_chat_message") == "true");
    REQUIRE(store.tables.inquiries.size() == 1);
    CHECK(store.tables.inquiries[0].message == "Hello?");
    CHECK(subject().starts_with("New Chat Message"));
    CHECK(store.tables.messages.back().draft.text.find("Hello?") == std::string::npos);
    REQUIRE(store.tables.contacts.size() == 1);
    CHECK(store.tables.contacts[0].opted_out_at);
    form("/user/put-chat-message", "name=Eve&email_address=eve%40example.org&message=Again");
    CHECK(store.tables.contacts.size() == 1);
    CHECK(store.tables.inquiries[1].contact == store.tables.contacts[0].id);

    const auto wrong = form("/user/put-chat-message", "name=E%21&email_address=&message=");
    CHECK(word_at(wrong, "put_chat_message") == "validation_error");
    CHECK(types_at(wrong, "name") == "not_valid");
    CHECK(types_at(wrong, "email_address") == "required");
    CHECK(types_at(wrong, "message") == "required");
    CHECK(store.tables.inquiries.size() == 2);
}

TEST_CASE_FIXTURE(Member, "user: what was written before is one's own once the address is proved") {
    form("/user/put-chat-message", "name=Vera&email_address=selenium%40example.org&message=Before");
    join();
    CHECK_FALSE(store.tables.inquiries[0].account);
    form("/user/verify-email-address-response",
         "email_verification_code=" + mailed("?email_verification_code="));
    CHECK(store.tables.inquiries[0].account == store.tables.accounts[0].account.id);
    CHECK(store.tables.contacts[0].converted_at);
}

TEST_CASE_FIXTURE(Member, "user: leaves an address to be told of news, once") {
    const auto tell = [&](std::string_view body) {
        return form("/user/pythonabot-notify-me", body);
    };
    CHECK(word_at(tell("email_address=eve%40example.org&how_excited=5"), "pythonabot_notify_me") ==
          "success");
    CHECK(store.tables.contacts[0].said == "5");
    const auto again = tell("email_address=EVE%40example.org&how_excited=1");
    CHECK(word_at(again, "pythonabot_notify_me") == "duplicate_prospect");
    CHECK(types_at(again, "email_address") == "duplicate");
    CHECK(types_at(again, "how_excited") == "true");
    CHECK(again.body.find("I already know about this email address. "
                          "Please enter a different email address.") != std::string::npos);
    const auto wrong = tell("email_address=x&how_excited=6");
    CHECK(word_at(wrong, "pythonabot_notify_me") == "validation_error");
    CHECK(types_at(wrong, "email_address") == "not_valid");
    CHECK(types_at(wrong, "how_excited") == "out_of_range");
    CHECK(types_at(tell("email_address=a%40b.co&how_excited="), "how_excited") == "required");
}

TEST_CASE_FIXTURE(Member, "client events: pages are thanked, whatever they tell") {
    const auto id = account("selenium");
    const auto told = [&](std::string_view target) {
        const auto answer = look(target);
        CHECK(answer.status == 200);
        CHECK(answer.body == "\"thank you\"");
        return store.tables.client_events.size();
    };
    CHECK(told("/clientevent/pageview?client_event_id=" + std::to_string(id.value) +
               "&anonymous_id=null&url=%2Fcart&pageWidth=1280") == 1);
    const auto& view = store.tables.client_events[0];
    CHECK(view.account == id);
    CHECK(view.visitor.empty());
    CHECK(view.url == "/cart");
    CHECK(view.width == 1280);
    CHECK(told("/clientevent/pageview?client_event_id=null&anonymous_id=v&url=x&pageWidth=wide") ==
          2);
    CHECK_FALSE(store.tables.client_events[1].width);
    CHECK(told("/clientevent/ajaxerror?url=x&error_id=login-token&client_event_id=999") == 3);
    CHECK(store.tables.client_events[2].what == "login-token");
    CHECK_FALSE(store.tables.client_events[2].account);
    CHECK(told("/clientevent/buttonclick?url=x&button_id=chat-icon") == 4);
    CHECK(told("/clientevent/linkevent?url=x&mb_cd=m&pr_cd=null&em_cd=e&ad_cd=null") == 5);
    CHECK(store.tables.client_events[4].contact == "m");
    CHECK(store.tables.client_events[4].campaign == "e");
    CHECK(store.tables.client_events[4].ad.empty());
    CHECK(told("/clientevent/pageview") == 5);
    CHECK(told("/clientevent/pageview?url=%FF") == 5);
    CHECK(told("/clientevent/pageview?url=%zz") == 5);
    CHECK(told("/clientevent/pageview?url=" + std::string(3'000, 'u')) == 6);
    store.down = true;
    CHECK(told("/clientevent/pageview?url=x") == 6);
}

TEST_CASE("user: the sixth account of an hour, and the sixth reset of a name, are pages") {
    LimitedShopSite site;
    site.open_page();
    for (int i = 0; i < 5; ++i)
        CHECK(site.form("/user/create-account", "firstname=x").status == 400);
    CHECK(site.form("/user/create-account", "firstname=x").status == 403);
    for (int i = 0; i < 5; ++i) {
        site.move();
        CHECK(site.form("/user/reset-password", "username=vera&email_address=x%40y.zz").status ==
              200);
    }
    site.move();
    const auto sixth = site.form("/user/reset-password", "username=vera&email_address=x%40y.zz");
    CHECK(sixth.status == 403);
    CHECK(sixth.type.starts_with("text/html"));
    CHECK(site.form("/user/reset-password", "username=eve&email_address=x%40y.zz").status == 200);
}

}  // namespace
}  // namespace asterism::http
