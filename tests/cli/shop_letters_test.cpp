// What orders' mails are made of: the house's own words, or the shop's from files.

#include <fstream>

#include <doctest/doctest.h>

#include "shells/cli/compose/shop.hpp"
#include "tests/cli/machine.hpp"

namespace asterism::cli {
namespace {

struct Letters {
    Letters() { machine.variable("ASTERISM_SHOP__MAIL_TO_GUESTS", path); }

    std::string subject(bool guest, Language language) {
        const auto settings = machine.load();
        const Log log{{}};
        const auto found = order_mails_of(settings, log).find(guest, language);
        return found ? found->subject : "none";
    }

    void write(const std::string& ending, std::string_view text) {
        std::ofstream(path + ending) << text;
    }

    Machine machine;
    std::string path = machine.data() + "/guest.txt";
};

}  // namespace

TEST_CASE_FIXTURE(Letters, "shop letters: the house's own are in the reader's language") {
    CHECK(subject(false, Language::en) == "Order confirmation from {ENVIRONMENT_DOMAIN}");
    CHECK(subject(false, Language::it) == "Conferma dell'ordine da {ENVIRONMENT_DOMAIN}");
}

TEST_CASE_FIXTURE(Letters, "shop letters: the shop's own are in what it has written them in") {
    CHECK(subject(true, Language::en) == "none");
    write("", "Thank you\n\nHi {recipient_first_name}\n");
    write(".pt-BR", "Obrigado\n\nOlá {recipient_first_name}\n");
    CHECK(subject(true, Language::en) == "Thank you");
    CHECK(subject(true, Language::de) == "Thank you");
    CHECK(subject(true, Language::pt_br) == "Obrigado");
    write(".de", "no text");
    CHECK(subject(true, Language::de) == "none");  // somebody has to hear of it
}

}  // namespace asterism::cli
