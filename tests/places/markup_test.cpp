#include "libcore/places/markup.hpp"

#include <doctest/doctest.h>

namespace asterism::places {
namespace {

TEST_CASE("rich: keeps the few tags that texts are allowed, without attributes") {
    CHECK(rich("<b>Dark</b> and <EM class='x'>quiet</EM>") == "<b>Dark</b> and <em>quiet</em>");
    CHECK(rich("<ul><li>one<li>two</ul>") == "<ul><li>one<li>two</li></li></ul>");
    CHECK(rich("a<br/>b<br >c</br>") == "a<br>b<br>c");
    CHECK(rich("<p onclick=\"x()\">Hi</p>") == "<p>Hi</p>");
    CHECK(rich("<blockquote><code>x</code></blockquote>") ==
          "<blockquote><code>x</code></blockquote>");
}

TEST_CASE("rich: other tags go, and what they held stays") {
    CHECK(rich("<a href='javascript:x()'>here</a>") == "here");
    CHECK(rich("<img src=x onerror=x()>Hill") == "Hill");
    CHECK(rich("<bold>no</bold><b-x>no</b-x>") == "nono");
    CHECK(rich("a<!-- <b> -->b") == "ab");
    CHECK(rich("<script>alert(1)</script >Hill<STYLE>p{}</STYLE>") == "Hill");
    CHECK(rich("<scr<script>ipt>x") == "ipt&gt;x");
    CHECK(rich("Hill<script>never closed") == "Hill");
    CHECK(rich("Hill <b") == "Hill");
}

TEST_CASE("rich: nothing is left open, or closed that was not") {
    CHECK(rich("<b>a<i>b") == "<b>a<i>b</i></b>");
    CHECK(rich("<b>a<i>b</b>c</i>") == "<b>a<i>b</i></b>c");
    CHECK(rich("</p>a</ul>") == "a");
}

TEST_CASE("rich: bare signs are escaped, escapes stay, and a second time changes nothing") {
    CHECK(rich("Hill & Co") == "Hill &amp; Co");
    CHECK(rich("Hill &amp; Co &#39; &#x27; &lt;") == "Hill &amp; Co &#39; &#x27; &lt;");
    CHECK(rich("&; &#; &#x; &#xg; &1; &amp") ==
          "&amp;; &amp;#; &amp;#x; &amp;#xg; &amp;1; &amp;amp");
    CHECK(rich("1 < 2 > 0 <3") == "1 &lt; 2 &gt; 0 &lt;3");
    CHECK(rich("  \n ") == "");
    for (const auto* text :
         {"<b>a<i>b</b>c", "a & b < c", "<<b>b>", "<p>\xC3\xA9</p>", "&lt;script>"})
        CHECK(rich(rich(text)) == rich(text));
}

TEST_CASE("plain, rich: what shows nothing is nothing") {
    for (const std::string blank :
         {"\u00A0", "\u3000 \u2003", "\u200B", "\uFEFF", "\u00AD\u2060"}) {
        CAPTURE(blank);
        CHECK(plain(blank).empty());
        CHECK(rich(blank).empty());
        CHECK(plain(blank + "\u5929" + blank).find("\u5929") != std::string::npos);
        CHECK(rich(blank + "x").ends_with('x'));
    }
    CHECK(rich("\U0001F320") == "\U0001F320");
    CHECK(plain("\xF0\x9F").size() <= 2);
}

}  // namespace
}  // namespace asterism::places
