#pragma once

#include "libcore/crm/mail_words.hpp"

namespace asterism::crm::words {

/// French.
inline constexpr MailWords fr{
    .hello = "Bonjour {{name}},",
    .by_hand = "Si le bouton ne fonctionne pas, ouvrez cette adresse :",
    .small = "Cet e-mail a été envoyé par {{site}}.",
    .life = "Le lien est valable {{life}}.",
    .prove = "Confirmer l'adresse",
    .joined = "Bienvenue sur {{site}}",
    .welcome = "Bienvenue sur {{site}}. Votre nom d'utilisateur est {{username}}.",
    .prove_yours = "Veuillez ouvrir ce lien pour prouver que cette adresse est la vôtre.",
    .not_joined =
        "Si ce n'est pas vous qui vous êtes inscrit, répondez à cet e-mail pour nous le dire.",
    .forgotten = "Votre nom d'utilisateur sur {{site}}",
    .asked = "Quelqu'un a demandé le nom d'utilisateur qui correspond à cette adresse.",
    .username = "C'est {{username}}.",
    .log_in = "Se connecter",
    .not_asked = "Si ce n'est pas vous qui l'avez demandé, vous n'avez rien à faire.",
    .moved = "Votre adresse e-mail a changé sur {{site}}",
    .from_to =
        "L'adresse du compte {{username}} était {{old_email}} ; c'est maintenant {{new_email}}.",
    .prove_new = "Veuillez ouvrir ce lien pour prouver que la nouvelle adresse est la vôtre.",
    .not_moved =
        "Si ce n'est pas vous qui l'avez changée, répondez à cet e-mail pour nous le dire.",
};

}  // namespace asterism::crm::words
