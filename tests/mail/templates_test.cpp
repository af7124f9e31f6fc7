#include "libcore/mail/templates.hpp"

#include <array>

#include <doctest/doctest.h>

#include "tests/fakes/slug.hpp"

namespace asterism::mail {
namespace {

using tests::slug_at;

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> variables{
    {{"name", "Ada"}, {"sly", "{{name}} <b>&'\"</b>"}, {"lines", "a\r\nBcc: b\rc\nd"}}};

}  // namespace

TEST_CASE("fill: puts every variable in, as often as it is named") {
    CHECK(*fill("", variables, false) == "");
    CHECK(*fill("no holes { } }}", variables, false) == "no holes { } }}");
    CHECK(*fill("{{name}}", variables, false) == "Ada");
    CHECK(*fill("a {{name}}{{name}} z", variables, true) == "a AdaAda z");
}

TEST_CASE("fill: a value is never read as a template") {
    CHECK(*fill("{{sly}}!", variables, false) == "{{name}} <b>&'\"</b>!");
}

TEST_CASE("fill: escapes values in HTML, but not the template") {
    CHECK(*fill("<p>{{sly}}</p>", variables, true) ==
          "<p>{{name}} &lt;b&gt;&amp;&#39;&quot;&lt;/b&gt;</p>");
}

TEST_CASE("fill: is strict about what it does not know") {
    CHECK(slug_at(fill("{{nobody}}", variables, false)) == "unknown_variable at nobody");
    CHECK(slug_at(fill("{{Name}}", variables, false)) == "unknown_variable at Name");
    CHECK(slug_at(fill("{{ name }}", variables, false)) == "unknown_variable at  name ");
    CHECK(slug_at(fill("{{}}", variables, false)) == "unknown_variable");
    CHECK(slug_at(fill("{{{name}}}", variables, false)) == "unknown_variable at {name");
    CHECK(slug_at(fill("a {{name", variables, false)) == "unclosed_variable");
    CHECK(slug_at(fill("{{name}} {{", variables, false)) == "unclosed_variable");
    CHECK(slug_at(fill("{{name}", variables, false)) == "unclosed_variable");
}

TEST_CASE("compose: makes text and HTML of the same paragraphs, and knows its letter") {
    const auto draft = compose({"hello", "de", "Hi {{name}}", {"T {{sly}}", "Two"}}, variables);
    REQUIRE(draft);
    CHECK(draft->template_code == "hello");
    CHECK(draft->subject == "Hi Ada");
    CHECK(draft->text == "T {{name}} <b>&'\"</b>\n\nTwo\n");
    CHECK(draft->html.starts_with("<!DOCTYPE html>\n<html lang=\"de\">"));
    CHECK(draft->html.find("<title>Hi Ada</title>") != std::string::npos);
    CHECK(draft->html.find(">T {{name}} &lt;b&gt;&amp;&#39;&quot;&lt;/b&gt;</p>") !=
          std::string::npos);
    CHECK(draft->html.find(">Two</p>") != std::string::npos);
    CHECK(draft->message_class == Class::transactional);
}

TEST_CASE("compose: a link is a button, and stands bare below it") {
    const std::array<std::pair<std::string_view, std::string_view>, 1> link{
        {{"link", "https://a.example/?b=1&c=\"2\""}}};
    Letter letter{"x", "en", "S", {"Above"}, "Press", "By hand:", {"Below"}, "Small"};
    const auto draft = compose(letter, link);
    REQUIRE(draft);
    CHECK(draft->text == "Above\n\nPress\nhttps://a.example/?b=1&c=\"2\"\n\nBelow\n\nSmall\n");
    const std::string safe = "https://a.example/?b=1&amp;c=&quot;2&quot;";
    CHECK(draft->html.find("<a href=\"" + safe + "\" ") != std::string::npos);
    CHECK(draft->html.find(">Press</a>") < draft->html.find("By hand:"));
    CHECK(draft->html.find("By hand:") < draft->html.find(">" + safe + "</a>"));
    const auto without = compose(letter, {});
    CHECK(without->text == "Above\n\nBelow\n\nSmall\n");
    CHECK(without->html.find("href") == std::string::npos);
}

TEST_CASE("compose: a paragraph about a variable without a value is left out") {
    const std::array<std::pair<std::string_view, std::string_view>, 2> some{
        {{"name", "Ada"}, {"ip", ""}}};
    const auto draft = compose({"x", "en", "S", {"{{name}}", "from {{ip}}", "", "end"}}, some);
    REQUIRE(draft);
    CHECK(draft->text == "Ada\n\nend\n");
    CHECK(draft->html.find("from") == std::string::npos);
}

TEST_CASE("compose: the HTML sets no colour but the button's, for dark and light readers") {
    const std::array<std::pair<std::string_view, std::string_view>, 1> link{{{"link", "u"}}};
    const auto html = compose({"x", "en", "S", {"A"}, "B", "C", {}, "D"}, link)->html;
    CHECK(html.find("content=\"light dark\"") != std::string::npos);
    CHECK(html.find("color:#ffffff") != std::string::npos);
    CHECK(html.find("<style") == std::string::npos);
    CHECK(html.find("color:#") == html.rfind("background-color:#") + 11);
}

TEST_CASE("compose: no variable can add a header") {
    const auto draft = compose({"x", "en", "S {{lines}}", {"T {{lines}}"}}, variables);
    REQUIRE(draft);
    CHECK(draft->subject == "S a  Bcc: b c d");
    CHECK(draft->text == "T a\r\nBcc: b\rc\nd\n");
}

TEST_CASE("compose: a hole that cannot be filled spoils the draft, wherever it is") {
    const auto spoiled = [](const Letter& letter) {
        const std::array<std::pair<std::string_view, std::string_view>, 1> link{{{"link", "u"}}};
        return slug_at(compose(letter, link));
    };
    CHECK(spoiled({"x", "en", "{{a}}", {"{{b}}"}}) == "unknown_variable at a");
    CHECK(spoiled({"x", "en", "", {"{{b}}"}, "{{c}}"}) == "unknown_variable at b");
    CHECK(spoiled({"x", "en", "", {}, "{{c}}", "{{d}}"}) == "unknown_variable at c");
    CHECK(spoiled({"x", "en", "", {}, "", "{{d}}", {"{{e}}"}}) == "unknown_variable at d");
    CHECK(spoiled({"x", "en", "", {}, "", "", {"{{e}}"}, "{{f}}"}) == "unknown_variable at e");
    CHECK(spoiled({"x", "en", "", {}, "", "", {}, "{{f}}"}) == "unknown_variable at f");
    CHECK(spoiled({"x", "en", "", {"{{name"}}) == "unclosed_variable");
}

TEST_CASE("names_only: every hole is closed and on the list") {
    constexpr std::array<std::string_view, 2> allowed{"a", "b"};
    static_assert(names_only("", allowed));
    static_assert(names_only("x {{a}}{{b}} y {{a}} }}", allowed));
    static_assert(!names_only("{{a}} {{c}}", allowed));
    static_assert(!names_only("{{a}} {{b", allowed));
    static_assert(!names_only("{{}}", allowed));
    static_assert(!names_only("{{ a}}", allowed));
    CHECK(names_only("{{a}}", allowed));
}

TEST_CASE("escape_html: five characters and no more") {
    CHECK(escape_html("&<>\"'") == "&amp;&lt;&gt;&quot;&#39;");
    CHECK(escape_html("&amp; \xC3\xA9 /") == "&amp;amp; \xC3\xA9 /");
}

}  // namespace asterism::mail
