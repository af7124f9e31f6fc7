#pragma once

#include <string>
#include <string_view>

namespace asterism::places {

/// The text without scripts, styles, tags and comments, its white space trimmed. Nothing is
/// escaped: who puts it into a page does that.
std::string plain(std::string_view text);

/// The text as a page may show it: of tags only b i u em strong br p ul ol li blockquote code stay,
/// without attributes, each closed again in order; others go, and their text stays. Scripts, styles
/// and comments go whole. What else would mean something to a page is escaped; escapes that are
/// there stay, so that a text can pass again. White space is trimmed.
std::string rich(std::string_view text);

}  // namespace asterism::places
