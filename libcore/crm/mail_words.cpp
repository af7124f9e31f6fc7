#include "libcore/crm/mail_words.hpp"

#include "libcore/crm/words/de.hpp"
#include "libcore/crm/words/en.hpp"
#include "libcore/crm/words/es.hpp"
#include "libcore/crm/words/fr.hpp"
#include "libcore/crm/words/it.hpp"
#include "libcore/crm/words/ja.hpp"
#include "libcore/crm/words/ko.hpp"
#include "libcore/crm/words/pt_br.hpp"
#include "libcore/crm/words/zh_cn.hpp"

namespace asterism::crm {

const MailWords& mail_words(Language language) {
    switch (language) {
        case Language::en: return words::en;
        case Language::es: return words::es;
        case Language::fr: return words::fr;
        case Language::ja: return words::ja;
        case Language::de: return words::de;
        case Language::pt_br: return words::pt_br;
        case Language::zh_cn: return words::zh_cn;
        case Language::ko: return words::ko;
        case Language::it: return words::it;
    }
    return words::en;
}

}  // namespace asterism::crm
