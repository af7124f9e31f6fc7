#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace asterism {

/// The languages that mails and our own pages are written in.
enum class Language : std::uint8_t { en, es, fr, ja, de, pt_br, zh_cn, ko, it };

/// As BCP 47 tags.
constexpr auto names(Language) {
    return std::array{std::pair{Language::en, std::string_view{"en"}},
                      std::pair{Language::es, std::string_view{"es"}},
                      std::pair{Language::fr, std::string_view{"fr"}},
                      std::pair{Language::ja, std::string_view{"ja"}},
                      std::pair{Language::de, std::string_view{"de"}},
                      std::pair{Language::pt_br, std::string_view{"pt-BR"}},
                      std::pair{Language::zh_cn, std::string_view{"zh-CN"}},
                      std::pair{Language::ko, std::string_view{"ko"}},
                      std::pair{Language::it, std::string_view{"it"}}};
}

/// The language of a tag in any case, "pt-br" too; none for one that we do not write.
std::optional<Language> language_named(std::string_view tag);

/// The best of an Accept-Language field (RFC 9110 section 12.5.4): by weight, then by order; a tag
/// counts as it is ("pt-BR") or by its primary language ("fr-CA" as fr). None if none of ours is
/// wanted.
std::optional<Language> preferred_language(std::string_view accept_language);

}  // namespace asterism
