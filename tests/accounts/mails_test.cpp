#include "libcore/accounts/mails.hpp"

#include <doctest/doctest.h>

#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

Account ada() {
    Account account;
    account.handle = "ada";
    account.email = "ada@example.org";
    account.email_as_given = "Ada@Example.org";
    return account;
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

TEST_CASE("verification mail: goes to the address as given, with the link and its life") {
    const auto draft = verification_mail(starview({}), ada(), "t0k3n");
    constexpr std::string_view link = "http://127.0.0.1:8000/accounts/confirm-email/t0k3n/";
    CHECK(draft.to == "Ada@Example.org");
    CHECK(draft.from == "noreply@localhost.localdomain");
    CHECK(draft.template_code == "verification");
    CHECK(draft.message_class == mail::Class::transactional);
    CHECK(draft.subject == "[Starview] Please confirm your e-mail address");
    CHECK(holds(draft.text, link));
    CHECK(holds(draft.html, "<a href=\"" + std::string(link) + "\">"));
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
    for (const auto& draft :
         {verification_mail(policy, account, "t"), welcome_mail(policy, account),
          address_in_use_mail(policy, account)}) {
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

}  // namespace asterism::accounts
