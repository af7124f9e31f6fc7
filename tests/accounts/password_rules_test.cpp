#include "libcore/accounts/password_rules.hpp"

#include <algorithm>
#include <random>

#include <doctest/doctest.h>

#include "libcore/accounts/common_passwords.hpp"
#include "tests/accounts/scene.hpp"

namespace asterism::accounts {
namespace {

constexpr Owner vera{"vera_rubin", "vera.rubin@observatory.example", "Vera", "Rubin", "Starview"};

std::string flaw_of(const PasswordRules& rules, std::string_view text, const Owner& owner = vera) {
    const Fault* fault = flaw(rules, password(text), owner);
    return fault ? std::string(fault->slug) : "ok";
}

/// A password of this many characters with a capital, a digit and a special sign.
std::string of_length(std::size_t length) {
    std::string out = "Q1!";
    while (out.size() < length) out += static_cast<char>('a' + out.size() * 7 % 26);
    return out;
}

std::vector<std::string_view> lines(std::string_view text) {
    std::vector<std::string_view> out;
    for (; !text.empty(); text.remove_prefix(out.back().size() + 1))
        out.push_back(text.substr(0, text.find('\n')));
    return out;
}

std::string raised(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

}  // namespace

TEST_CASE("flaw: every preset has its own bounds of length") {
    struct Row {
        std::size_t length;
        std::string_view classic, asvs5;
    };

    const std::string_view brief = "password_too_short", lengthy = "password_too_long", ok = "ok";
    for (const auto& [length, classic, asvs5] :
         {Row{7, brief, brief}, Row{8, ok, ok}, Row{50, ok, ok}, Row{51, lengthy, ok},
          Row{64, lengthy, ok}, Row{128, lengthy, ok}, Row{129, lengthy, lengthy}}) {
        const auto this_length = length;
        CAPTURE(this_length);
        CHECK(flaw_of(classic_passwords, of_length(length)) == classic);
        CHECK(flaw_of(starview_passwords, of_length(length)) == classic);
        CHECK(flaw_of(asvs5_passwords, of_length(length)) == asvs5);
    }
}

TEST_CASE("flaw: every preset has its own idea of composition") {
    struct Row {
        std::string_view text, classic, starview, asvs5;
    };

    const std::string_view capital = "password_no_capital", digit = "password_no_digit",
                           special = "password_no_special", ok = "ok";
    for (const auto& [text, classic, starview, asvs5] :
         {Row{"Nebul4Qz!", ok, ok, ok}, Row{"NebulaQz!", ok, digit, ok},
          Row{"nebul4qz!", capital, capital, ok}, Row{"Nebul4QzX", special, special, ok},
          Row{"Nebul4Qz-", ok, special, ok}, Row{"Nebul4Qz_", ok, special, ok},
          Row{"Nebul4Qz~", ok, special, ok}, Row{"Nebul4Qz\"", ok, ok, ok},
          Row{"Nebul4Qz ", special, special, ok}, Row{"Nebul4Qz'", special, special, ok},
          Row{"all small words here", capital, capital, ok}, Row{"NEBUL4QZ!", ok, ok, ok},
          Row{"\xC3\x84pfel123!x", capital, capital, ok}}) {
        const auto this_text = text;
        CAPTURE(this_text);
        CHECK(flaw_of(classic_passwords, text) == classic);
        CHECK(flaw_of(starview_passwords, text) == starview);
        CHECK(flaw_of(asvs5_passwords, text) == asvs5);
    }
}

TEST_CASE("flaw: counts characters, not bytes") {
    std::string moons;
    for (int i = 0; i < 7; ++i) moons += "\xF0\x9F\x8C\x91";
    CHECK(flaw_of(asvs5_passwords, moons) == "password_too_short");
    CHECK(flaw_of(asvs5_passwords, moons + "x") == "ok");
}

TEST_CASE("common passwords: the list is long, sorted and in lower case") {
    const auto entries = lines(common_passwords());
    CHECK(std::ranges::count_if(entries, [](auto each) { return each.size() >= 8; }) >= 20'000);
    CHECK(std::ranges::is_sorted(entries));
    CHECK(std::ranges::adjacent_find(entries) == entries.end());
    CHECK(std::ranges::all_of(entries, [](auto each) { return lowered(each) == each; }));
    for (const auto* absent : {"", "\n", "a", "nebul4qz", "password\npassword1", "~~~~~~~~~", "!"})
        CHECK_FALSE(is_common_password(absent));
}

TEST_CASE("flaw: every entry of the list that is long enough is refused, in any case") {
    int accepted = 0;
    for (const auto entry : lines(common_passwords())) {
        if (entry.size() < asvs5_passwords.shortest) continue;
        for (const auto& text : {std::string(entry), raised(entry), std::string(entry) + "1!"})
            if (flaw_of(asvs5_passwords, text, {}) != "password_too_common") ++accepted;
    }
    CHECK(accepted == 0);
}

TEST_CASE("flaw: digits and signs behind a common word do not help, up to eight of them") {
    for (const auto* text : {"Password1!", "Summer2024!", "P@ssw0rd1!", "Dragon!23", "Qwertyuiop1!",
                             "Michael1990!!", "MONKEY#1", "Password12345678"}) {
        const std::string_view this_text = text;
        CAPTURE(this_text);
        CHECK(flaw_of(asvs5_passwords, text) == "password_too_common");
    }
    CHECK(flaw_of(classic_passwords, "Summer2024!") == "password_too_common");
    CHECK(flaw_of(starview_passwords, "Summer2024!") == "password_too_common");
    CHECK(flaw_of(classic_passwords, "Summer83!5172906") == "ok");
    CHECK(flaw_of(classic_passwords, "Summer2024!night") == "ok");
}

TEST_CASE("flaw: of ten thousand passwords drawn by lot none is refused") {
    std::mt19937 dice(20260301);
    const auto draw = [&](std::size_t below) { return dice() % below; };
    int refused = 0;
    for (int i = 0; i < 10'000; ++i) {
        std::string text = "Q7!";  // what composition asks for
        for (auto left = 5 + draw(16); left > 0; --left)
            text += static_cast<char>('!' + draw('~' - '!' + 1));
        std::ranges::shuffle(text, dice);
        for (const auto& rules : {classic_passwords, starview_passwords, asvs5_passwords})
            if (flaw_of(rules, text) != "ok") ++refused;
    }
    CHECK(refused == 0);
}

TEST_CASE("flaw: the letters of a name in another order are that name, where the rules say so") {
    PasswordRules rules = classic_passwords;
    CHECK(flaw_of(rules, "Niburarev!") == "ok");
    rules.any_order = true;
    CHECK(flaw_of(rules, "Niburarev!") == "password_too_similar");
    CHECK(flaw_of(rules, "Seven.Moons") == "ok");
    // A short part is lost in a long password.
    CHECK(flaw_of(rules, "Vara" + std::string(36, '!')) == "ok");
}

TEST_CASE("similarity: shares of a common subsequence") {
    CHECK(similarity("", "") == 1);
    CHECK(similarity("abc", "") == 0);
    CHECK(similarity("abc", "abc") == 1);
    CHECK(similarity("abc", "xyz") == 0);
    CHECK(similarity("abcd", "bcde") == doctest::Approx(0.75));
    CHECK(similarity("abc", "cba") == doctest::Approx(1.0 / 3));
    CHECK(similarity("john123", "john456") == doctest::Approx(8.0 / 14));
}

TEST_CASE("flaw: a password is not like its owner") {
    struct Row {
        std::string_view text;
        Owner owner;
    };

    for (const auto& [text, owner] : {
             Row{"john123!X", {"john123!X", "", "", "", ""}},
             Row{"John.1234", {"john456", "", "", "", ""}},
             Row{"Vera_Rubin1!", vera},
             Row{"vera.rubin@observatory.example", vera},
             Row{"Observatory9!", vera},  // a part of the address
             Row{"Rubin!83621", vera},    // the last name, and a tail
             Row{"Kopernikus1", {"", "", "Nikolaus", "Kopernikus", ""}},
             Row{"Kopernik!us", {"", "", "Nikolaus", "Kopernikus", ""}},
             Row{"\xE5\xB1\xB1\xE7\x94\xB0!2345678", {"", "", "", "\xE5\xB1\xB1\xE7\x94\xB0", ""}},
         }) {
        const auto this_text = text;
        CAPTURE(this_text);
        CHECK(flaw_of(asvs5_passwords, text, owner) == "password_too_similar");
    }
    CHECK(flaw_of(classic_passwords, "Rubin!83621 and more", vera) == "ok");
    CHECK(flaw_of(classic_passwords, "Andromeda!B", vera) == "ok");
    CHECK(flaw_of(classic_passwords, "Al!Andr0meda", {"al", "al@x.org", "Al", "", ""}) == "ok");
}

TEST_CASE("flaw: 0.7 is too alike, a little less is not") {
    // 7 of 10 against 7 of 10 characters, and 9 of 13 against 9 of 13.
    CHECK(flaw_of(asvs5_passwords, "abcdefgXYZ", {"abcdefgmno", "", "", "", ""}) ==
          "password_too_similar");
    CHECK(flaw_of(asvs5_passwords, "abcdefghiWXYZ", {"abcdefghimnop", "", "", "", ""}) == "ok");
}

TEST_CASE("flaw: what everybody knows of a site does not make a password longer") {
    CHECK(flaw_of(asvs5_passwords, "starview moonset") == "ok");
    CHECK(flaw_of(asvs5_passwords, "Starview#moonset") == "ok");
    CHECK(flaw_of(asvs5_passwords, "StarView#moonse") == "password_of_context");
    CHECK(flaw_of(asvs5_passwords, "starviewSTARVIEWxyz") == "password_of_context");
    CHECK(flaw_of(asvs5_passwords, "vega xyz", {"vega", "", "", "", ""}) == "password_of_context");
    CHECK(flaw_of(classic_passwords, "StarView#moonse") == "ok");
}

TEST_CASE("refusal: names one rule for clients and the reason for people") {
    const auto error = refusal(classic_passwords, password("Summer2024!"), vera, "new_password");
    REQUIRE(error);
    CHECK(error->fault == &weak_password);
    CHECK(error->detail == "new_password");
    REQUIRE(error->fields.size() == 1);
    CHECK(error->fields[0].field == "new_password");
    CHECK(error->fields[0].fault == &password_too_common);
    CHECK_FALSE(refusal(classic_passwords, password("Nebul4Qz!"), vera, "password"));
}

}  // namespace asterism::accounts
