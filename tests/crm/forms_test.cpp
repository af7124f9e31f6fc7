// What StartupWebApp's contract, section 7.1 and 7.2, says of the fields of its forms.

#include "libcore/crm/forms.hpp"

#include <doctest/doctest.h>

#include "libcore/crm/contacts.hpp"
#include "libcore/crm/faults.hpp"

namespace asterism::crm {
namespace {

std::string wrongs(const Form& form) {
    std::string out;
    const auto error = form.refusal();
    if (!error) return "ok";
    for (const FieldError& each : error->fields)
        out.append(out.empty() ? "" : " ").append(each.fault->slug);
    return out;
}

std::string name(std::string_view text, std::size_t longest = 30) {
    Form form;
    form.name("name", text, longest);
    return wrongs(form);
}

std::string handle(std::string_view text) {
    Form form;
    form.handle(text, {6, 150});
    return wrongs(form);
}

std::string email(std::string_view text) {
    Form form;
    form.email("email", text);
    return wrongs(form);
}

std::string password(std::string_view text, std::string_view again) {
    Form form;
    form.password(text, again, accounts::startupwebapp({}, "http://localhost:8080"),
                  {"veracooper", "vera@example.org", "Vera", "Rubin", "Asterism"});
    return wrongs(form);
}

TEST_CASE("forms: a name is letters, digits and blanks, thirty at most") {
    CHECK(name("Vera 2") == "ok");
    CHECK(name(std::string(30, 'a')) == "ok");
    CHECK(name("") == "field_empty");
    CHECK(name("   ") == "field_empty");
    CHECK(name("O'Neill") == "field_not_plain");
    CHECK(name("V\xC3\xA9ra") == "field_not_plain");
    CHECK(name(std::string(31, 'a')) == "field_too_long");
    CHECK(name(std::string(31, '-')) == "field_not_plain field_too_long");
}

TEST_CASE("forms: a user name has six characters or more, and all that is wrong is told") {
    CHECK(handle("Vera_2-x") == "ok");
    CHECK(handle("") == "field_empty");
    CHECK(handle("vera") == "handle_too_short");
    CHECK(handle("v.a") == "handle_not_plain handle_too_short");
    CHECK(handle(std::string(150, 'a')) == "ok");
    CHECK(handle(std::string(151, 'a')) == "field_too_long");
    CHECK(handle("administrator") == "handle_taken");
}

TEST_CASE("forms: an address begins and ends with a letter or a digit before the @") {
    for (const auto* good : {"a@b.co", "vera.r+x_y-z@mail.example.org", "1@2.co"})
        CHECK_MESSAGE(email(good) == "ok", good);
    for (const auto* bad :
         {"a", "a@", "@b.co", ".a@b.co", "a.@b.co", "_a@b.co", "a@b", "a@b.c", "a@.co", "a@b..co",
          "a b@c.de", "a@b.co ", "a@@b.co", "a@b.c-o", "a!b@c.de"})
        CHECK_MESSAGE(email(bad) == "address_not_plain", bad);
    CHECK(email("") == "field_empty");
    CHECK(email(std::string(250, 'a') + "@b.co") == "field_too_long");
}

TEST_CASE("forms: a password is told all that its text is wrong about") {
    CHECK(password("Galaxy.Curve", "Galaxy.Curve") == "ok");
    CHECK(password("", "") == "field_empty");
    CHECK(password("a", "b") ==
          "password_too_short password_no_capital password_no_special passwords_differ");
    CHECK(password("Galaxy.Curve", "Galaxy.Curve ") == "passwords_differ");
    CHECK(password(std::string(51, '!'), std::string(51, '!')) ==
          "password_too_long password_no_capital");
    CHECK(password(std::string(50, '!') + "A", std::string(50, '!') + "A") == "password_too_long");
    CHECK(password(std::string(2'000, 'A') + "!", "") == "password_too_long");
}

TEST_CASE("forms: what is easily guessed is told where nothing else is wrong") {
    CHECK(password("P@ssword", "P@ssword") == "password_too_common");
    CHECK(password("Veracooper!", "Veracooper!") == "password_like_handle");
    CHECK(password("Vera@example.org", "Vera@example.org") == "password_like_email");
    CHECK(password("Veracooper!", "x") == "passwords_differ");
}

TEST_CASE("contacts: an address is masked past its fourth character") {
    CHECK(masked("mary2@example.com") == "mary*@example.com");
    CHECK(masked("marianne@example.com") == "mari****@example.com");
    CHECK(masked("mary@example.com") == "mary@example.com");
    CHECK(masked("m@example.com") == "m@example.com");
    CHECK(masked("") == "");
}

}  // namespace
}  // namespace asterism::crm
