#include "libcore/crm/mails.hpp"

#include <array>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "libcore/accounts/policy.hpp"

namespace asterism::crm {
namespace {

accounts::Account vera(Language language) {
    accounts::Account out;
    out.handle = "veracooper";
    out.first_name = "Vera";
    out.email_as_given = "Vera@Example.org";
    out.language = language;
    return out;
}

/// Each kind that a member gets: for whoever joined, forgot, and moved from an address to another.
std::array<mail::Draft, 4> all(Language language) {
    const auto policy = accounts::startupwebapp({}, "https://shop.example");
    const auto account = vera(language);
    return {joined_mail(policy, account, "t0k"), username_mail(policy, account),
            moved_mail(policy, account, "old@example.org", ""),
            moved_mail(policy, account, "old@example.org", "t0k")};
}

bool has(const mail::Draft& draft, std::string_view part) {
    return draft.text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("member mails: say the same in every language, to the same address") {
    std::set<std::string> subjects;
    for (const auto& [language, tag] : names(Language{})) {
        CAPTURE(tag);
        const auto mails = all(language);
        const auto english = all(Language::en);
        for (std::size_t i = 0; i < mails.size(); ++i) {
            CAPTURE(i);
            const auto& each = mails[i];
            CHECK(has(each, "veracooper"));
            CHECK(has(each, "https://shop.example"));
            CHECK(has(each, "t0k") == has(english[i], "t0k"));
            CHECK(each.text.find("{{") == std::string::npos);
            CHECK(each.html.find("<html lang=\"" + std::string(tag) + "\">") != std::string::npos);
            CHECK(each.to == english[i].to);
            CHECK(each.template_code == english[i].template_code);
            if (language != Language::en) CHECK(each.text != english[i].text);
        }
        subjects.insert(mails[0].subject);
        CHECK(mails[2].subject == mails[3].subject);
    }
    CHECK(subjects.size() == names(Language{}).size());
}

TEST_CASE("member mails: are headed in English as the contract has it") {
    const auto mails = all(Language::en);
    CHECK(mails[0].subject == "Welcome to https://shop.example");
    CHECK(mails[1].subject == "Forgot Username Request for https://shop.example");
    CHECK(mails[2].subject == "Email Address Changed on https://shop.example");
    CHECK(mails[2].to == "old@example.org");
    CHECK(mails[3].to == "Vera@Example.org");
}

}  // namespace asterism::crm
