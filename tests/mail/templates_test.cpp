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

TEST_CASE("compose: fills subject, text and HTML, and knows its template") {
    const auto draft = compose({"hello", "Hi {{name}}", "T {{sly}}", "<p>{{sly}}</p>"}, variables);
    REQUIRE(draft);
    CHECK(draft->template_code == "hello");
    CHECK(draft->subject == "Hi Ada");
    CHECK(draft->text == "T {{name}} <b>&'\"</b>");
    CHECK(draft->html == "<p>{{name}} &lt;b&gt;&amp;&#39;&quot;&lt;/b&gt;</p>");
    CHECK(draft->message_class == Class::transactional);
}

TEST_CASE("compose: no variable can add a header") {
    const auto draft = compose({"x", "S {{lines}}", "T {{lines}}", ""}, variables);
    REQUIRE(draft);
    CHECK(draft->subject == "S a  Bcc: b c d");
    CHECK(draft->text == "T a\r\nBcc: b\rc\nd");
}

TEST_CASE("compose: a hole that cannot be filled spoils the draft, wherever it is") {
    CHECK(slug_at(compose({"x", "{{a}}", "{{b}}", "{{c}}"}, variables)) == "unknown_variable at a");
    CHECK(slug_at(compose({"x", "", "{{b}}", "{{c}}"}, variables)) == "unknown_variable at b");
    CHECK(slug_at(compose({"x", "", "", "{{c}}"}, variables)) == "unknown_variable at c");
    CHECK(slug_at(compose({"x", "", "", "{{name"}, variables)) == "unclosed_variable");
}

TEST_CASE("escape_html: five characters and no more") {
    CHECK(escape_html("&<>\"'") == "&amp;&lt;&gt;&quot;&#39;");
    CHECK(escape_html("&amp; \xC3\xA9 /") == "&amp;amp; \xC3\xA9 /");
}

}  // namespace asterism::mail
