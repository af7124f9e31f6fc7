#include "libcore/shop/letter_words.hpp"

#include "libcore/shop/letters/de.hpp"
#include "libcore/shop/letters/en.hpp"
#include "libcore/shop/letters/es.hpp"
#include "libcore/shop/letters/fr.hpp"
#include "libcore/shop/letters/it.hpp"
#include "libcore/shop/letters/ja.hpp"
#include "libcore/shop/letters/ko.hpp"
#include "libcore/shop/letters/pt_br.hpp"
#include "libcore/shop/letters/zh_cn.hpp"

namespace asterism::shop {

const LetterWords& letter_words(Language language) {
    switch (language) {
        case Language::en: return letters::en;
        case Language::es: return letters::es;
        case Language::fr: return letters::fr;
        case Language::ja: return letters::ja;
        case Language::de: return letters::de;
        case Language::pt_br: return letters::pt_br;
        case Language::zh_cn: return letters::zh_cn;
        case Language::ko: return letters::ko;
        case Language::it: return letters::it;
    }
    return letters::en;
}

}  // namespace asterism::shop
