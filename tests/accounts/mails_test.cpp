#include "libcore/accounts/mails.hpp"

#include <set>

#include <doctest/doctest.h>

#include "libcore/mail/templates.hpp"
#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

Account ada(Language language = Language::en) {
    Account account;
    account.id = AccountId{7};
    account.handle = "ada";
    account.email = "ada@example.org";
    account.email_as_given = "Ada@Example.org";
    account.language = language;
    return account;
}

/// Every kind of mail there is, to one account.
std::vector<mail::Draft> all_mails(const Policy& policy, const Account& to) {
    return {verification_mail(policy, to, "t0k3n"),
            address_in_use_mail(policy, to),
            welcome_mail(policy, to),
            reset_mail(policy, to, "t0k3n", "192.0.2.7", to.language),
            password_changed_mail(policy, to, "192.0.2.7"),
            email_change_mail(policy, to, "new@example.org", "t0k3n"),
            email_change_notice(policy, to, "new@example.org"),
            account_deleted_mail(policy, to),
            warning_mail(policy, to, "No adverts.")};
}

/// What the text says, paragraph by paragraph.
std::vector<std::string> paragraphs(const std::string& text) {
    std::vector<std::string> out;
    for (std::string_view rest = text; !rest.empty();) {
        const auto end = rest.find("\n\n");
        out.emplace_back(rest.substr(0, end == rest.npos ? rest.size() - 1 : end));
        rest.remove_prefix(end == rest.npos ? rest.size() : end + 2);
    }
    return out;
}

}  // namespace

TEST_CASE("spelled: whole numbers of the largest unit that fits, days from two on") {
    struct Row {
        std::chrono::seconds life;
        std::string_view words;
    };

    for (const auto& [life, words] :
         {Row{1s, "1 second"}, Row{90s, "90 seconds"}, Row{60s, "1 minute"}, Row{5min, "5 minutes"},
          Row{90min, "90 minutes"}, Row{1h, "1 hour"}, Row{24h, "24 hours"}, Row{25h, "25 hours"},
          Row{48h, "2 days"}, Row{72h, "3 days"}, Row{73h, "73 hours"},
          Row{48h + 1s, "172801 seconds"}}) {
        const auto this_words = words;
        CAPTURE(this_words);
        CHECK(spelled(life) == words);
    }
}

TEST_CASE("spelled: one and more in every language") {
    struct Row {
        Language language;
        std::string_view hour, hours, days;
    };

    for (const auto& [language, hour, hours, days] :
         {Row{Language::en, "1 hour", "24 hours", "3 days"},
          Row{Language::es, "1 hora", "24 horas", "3 días"},
          Row{Language::fr, "1 heure", "24 heures", "3 jours"},
          Row{Language::ja, "1時間", "24時間", "3日間"},
          Row{Language::de, "1 Stunde", "24 Stunden", "3 Tage"},
          Row{Language::pt_br, "1 hora", "24 horas", "3 dias"},
          Row{Language::zh_cn, "1 小时", "24 小时", "3 天"},
          Row{Language::ko, "1시간", "24시간", "3일"},
          Row{Language::it, "1 ora", "24 ore", "3 giorni"}}) {
        CHECK(spelled(1h, language) == hour);
        CHECK(spelled(24h, language) == hours);
        CHECK(spelled(72h, language) == days);
    }
}

TEST_CASE("mails: every one is there in every language, whole and in its own words") {
    std::vector<std::set<std::string>> subjects(9);
    for (const auto& [language, tag] : names(Language{})) {
        CAPTURE(tag);
        const auto drafts = all_mails({}, ada(language));
        REQUIRE(drafts.size() == subjects.size());
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            const auto& draft = drafts[i];
            CAPTURE(draft.template_code);
            CHECK(subjects[i].insert(draft.subject).second);
            CHECK(holds(draft.html, "<html lang=\"" + std::string(tag) + "\">"));
            CHECK(holds(draft.html, "<title>" + mail::escape_html(draft.subject) + "</title>"));
            for (const auto& part : {draft.subject, draft.text, draft.html}) {
                CHECK_FALSE(part.empty());
                CHECK_FALSE(holds(part, "{{"));
                CHECK_FALSE(holds(part, "}}"));
                CHECK(is_plain_utf8(part));
            }
            CHECK(holds(draft.text, "ada"));
            CHECK(holds(draft.text, "Asterism"));
        }
    }
}

TEST_CASE("mails: the HTML says what the text says, in the same order") {
    for (const auto& [language, tag] : names(Language{}))
        for (const auto& draft : all_mails({}, ada(language))) {
            CAPTURE(draft.template_code);
            std::size_t at = 0;
            for (const auto& each : paragraphs(draft.text)) {
                CAPTURE(each);
                const auto line =
                    each.substr(0, each.find('\n'));  // a button's name, above its link
                at = draft.html.find(mail::escape_html(line), at);
                CHECK(at != std::string::npos);
            }
        }
}

TEST_CASE("mails: each tells what its reader needs to know") {
    for (const auto& [language, tag] : names(Language{})) {
        CAPTURE(tag);
        const auto account = ada(language);
        const auto reset = reset_mail({}, account, "t0k3n", "192.0.2.7", language);
        const std::string page = "http://127.0.0.1:8000/password-reset-confirm/Nw/t0k3n/";
        for (const auto& part : {page, std::string("192.0.2.7"), std::string("ada"),
                                 std::string("Ada@Example.org"), spelled(1h, language)}) {
            CHECK(holds(reset.text, part));
            CHECK(holds(reset.html, part));
        }
        const auto changed = password_changed_mail({}, account, "192.0.2.7");
        for (const auto* part :
             {"192.0.2.7", "ada", "Ada@Example.org", "http://127.0.0.1:8000/password-reset"})
            CHECK(holds(changed.text, part));
        const auto notice = email_change_notice({}, account, "new@example.org");
        CHECK(notice.to == "Ada@Example.org");
        CHECK(holds(notice.text, "Ada@Example.org"));
        CHECK(holds(notice.text, "new@example.org"));
        const auto change = email_change_mail({}, account, "new@example.org", "t0k3n");
        CHECK(change.to == "new@example.org");
        CHECK(holds(change.text, "/accounts/confirm-email/t0k3n/"));
        CHECK(holds(change.text, spelled(1h, language)));
        CHECK_FALSE(holds(change.text, "Ada@Example.org"));  // its reader may be a stranger
        CHECK_FALSE(holds(change.html, "Ada@Example.org"));
    }
}

TEST_CASE("mails: who called from nowhere is not said to have called from somewhere") {
    for (const auto& [language, tag] : names(Language{})) {
        const auto account = ada(language);
        for (const auto& [with, without] :
             {std::pair{reset_mail({}, account, "t", "192.0.2.7", language),
                        reset_mail({}, account, "t", "", language)},
              std::pair{password_changed_mail({}, account, "192.0.2.7"),
                        password_changed_mail({}, account, "")}}) {
            CHECK(paragraphs(with.text).size() == paragraphs(without.text).size() + 1);
            CHECK_FALSE(holds(without.text, "IP"));
            CHECK_FALSE(holds(without.html, "IP"));
        }
    }
}

TEST_CASE("reset mail: speaks the language that was asked for, not the account's") {
    const auto draft = reset_mail({}, ada(Language::ja), "t", "", Language::de);
    CHECK(draft.subject == "Neues Passwort festlegen");
    CHECK(holds(draft.html, "lang=\"de\""));
    CHECK(holds(draft.text, "Der Link gilt 1 Stunde lang"));
}

TEST_CASE("mails: a site with pages of its own is called by them, in its own subjects") {
    const auto shop = startupwebapp({}, "https://shop.example/");
    const std::string site = "https://shop.example";
    CHECK(verification_mail(shop, ada(), "t").subject == "Email Verification Request for " + site);
    const auto reset = reset_mail(shop, ada(), "t", "", Language::en);
    CHECK(reset.subject == "Password Reset Request for " + site);
    CHECK(holds(reset.text, site + "/set-new-password?password_reset_code=t"));
    const auto changed = password_changed_mail(shop, ada(), "");
    CHECK(changed.subject == "Password Changed on " + site);
    CHECK(holds(changed.text, "at " + site));
}

TEST_CASE("verification mail: goes to the address as given, with the link and its life") {
    const auto draft = verification_mail(starview({}), ada(), "t0k3n");
    constexpr std::string_view link = "http://127.0.0.1:8000/accounts/confirm-email/t0k3n/";
    CHECK(draft.to == "Ada@Example.org");
    CHECK(draft.from == "noreply@localhost.localdomain");
    CHECK(draft.template_code == "verification");
    CHECK(draft.message_class == mail::Class::transactional);
    CHECK(draft.subject == "[Starview] Please confirm your e-mail address");
    CHECK(holds(draft.text, link));
    CHECK(holds(draft.html, "<a href=\"" + std::string(link) + "\" "));  // the button
    CHECK(holds(draft.html, ">" + std::string(link) + "</a>"));          // and the bare link
    CHECK(holds(draft.text, "good for 3 days"));
    CHECK(holds(draft.html, "good for 3 days"));
    CHECK(holds(verification_mail({}, ada(), "t").text, "good for 24 hours"));
}

TEST_CASE("address in use mail: has no link to follow") {
    const auto draft = address_in_use_mail({}, ada());
    CHECK(draft.to == "Ada@Example.org");
    CHECK(draft.template_code == "address_in_use");
    CHECK_FALSE(holds(draft.text, "http"));
    CHECK_FALSE(holds(draft.html, "href"));
}

TEST_CASE("mails: what people wrote is text in HTML and no header in the subject") {
    Policy policy;
    policy.site_name = "<i>Stars</i> & \"more\"";
    policy.subject_prefix = "[S]\r\nBcc: all@example.org\r\n";
    auto account = ada();
    account.handle = "<script>{{link}}\nX: y";
    for (const auto& draft : all_mails(policy, account)) {
        CAPTURE(draft.template_code);
        CHECK_FALSE(holds(draft.html, "<i>"));
        CHECK_FALSE(holds(draft.html, "<script"));
        CHECK(holds(draft.html, "&lt;i&gt;Stars&lt;/i&gt; &amp; &quot;more&quot;"));
        CHECK(holds(draft.html, "&lt;script&gt;{{link}}"));
        CHECK(holds(draft.text, "<i>Stars</i> & \"more\""));
        CHECK(draft.subject.find_first_of("\r\n") == std::string::npos);
    }
    CHECK(holds(welcome_mail(policy, account).subject, "Welcome, <script>{{link}} X: y"));
}

TEST_CASE("reset_name: the account's number, as Django's base64 writes it") {
    CHECK(reset_name(AccountId{1}) == "MQ");
    CHECK(reset_name(AccountId{42}) == "NDI");
    CHECK(reset_name(AccountId{123}) == "MTIz");
}

}  // namespace asterism::accounts
