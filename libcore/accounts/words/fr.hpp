#pragma once

#include "libcore/accounts/mail_words.hpp"

namespace asterism::accounts::words {

/// French.
inline constexpr MailWords fr{
    .second = {" seconde", " secondes"},
    .minute = {" minute", " minutes"},
    .hour = {" heure", " heures"},
    .day = {" jour", " jours"},
    .hello = "Bonjour {{name}},",
    .link_life = "Le lien est valable pendant {{life}} et ne peut servir qu’une fois.",
    .by_hand = "Si le bouton ne fonctionne pas, ouvrez cette adresse :",
    .automatic = "{{site}} a envoyé ce message automatiquement. Personne ne lit les réponses.",
    .verification = {.subject = "Confirmez votre adresse e-mail",
                     .above = {"Quelqu’un, sans doute vous, s’est inscrit sur {{site}} avec cette "
                               "adresse. Veuillez confirmer qu’elle est à vous."},
                     .button = "Confirmer cette adresse",
                     .below = {"Si ce n’était pas vous, ignorez simplement ce message."}},
    .address_in_use = {.subject = "Vous avez déjà un compte",
                       .above = {"Quelqu’un a essayé de s’inscrire sur {{site}} avec cette "
                                 "adresse, mais vous y avez déjà un compte.",
                                 "Si c’était vous, connectez-vous sous le nom {{name}}. Sinon, "
                                 "vous n’avez rien à faire."}},
    .welcome =
        {.subject = "Bienvenue, {{name}}",
         .above =
             {"Votre adresse est confirmée. Vous pouvez maintenant vous connecter à {{site}}."},
         .button = "Se connecter"},
    .password_reset = {.subject = "Choisissez un nouveau mot de passe",
                       .above = {"Quelqu’un, sans doute vous, a demandé un nouveau mot de passe "
                                 "pour le compte {{name}} ({{email}}) sur {{site}}.",
                                 "La demande venait de l’adresse IP {{ip}}."},
                       .button = "Choisir un nouveau mot de passe",
                       .below = {"Si ce n’était pas vous, ignorez simplement ce message : votre "
                                 "mot de passe reste le même."}},
    .password_changed =
        {.subject = "Votre mot de passe a été modifié",
         .above =
             {"Le mot de passe de votre compte {{name}} ({{email}}) sur {{site}} a été modifié.",
              "La modification venait de l’adresse IP {{ip}}.",
              "Si c’était vous, vous n’avez rien à faire. Sinon, choisissez sans attendre un "
              "nouveau mot de passe."},
         .button = "Choisir un nouveau mot de passe"},
    .email_change = {.subject = "Confirmez votre nouvelle adresse e-mail",
                     .above = {"Vous avez demandé que {{new_email}} soit désormais votre adresse "
                               "sur {{site}}. Veuillez confirmer qu’elle est à vous."},
                     .button = "Confirmer cette adresse",
                     .below = {"D’ici là, votre ancienne adresse reste en usage.",
                               "Si ce n’était pas vous, ignorez simplement ce message."}},
    .change_notice =
        {.subject = "Votre adresse e-mail va changer",
         .above = {"L’adresse de votre compte {{name}} sur {{site}} va passer de {{email}} à "
                   "{{new_email}}.",
                   "Si c’était vous, confirmez-le dans le message envoyé à la nouvelle adresse. "
                   "Sinon, connectez-vous et changez votre mot de passe sans attendre."}},
    .account_deleted = {.subject = "Votre compte a été supprimé",
                        .above = {"Votre compte {{name}} sur {{site}} et tout ce qui lui "
                                  "appartenait ont été supprimés.",
                                  "Merci d’avoir été des nôtres."}},
    .warning = {.subject = "Un mot de la modération",
                .above = {"Un contenu que vous avez publié sur {{site}} a été signalé, et la "
                          "modération vous demande de respecter les règles.",
                          "La modération écrit : {{note}}",
                          "Si cela se reproduit, votre compte {{name}} pourra être bloqué."}},
};

}  // namespace asterism::accounts::words
