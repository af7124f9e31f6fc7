#pragma once

#include "libcore/crm/mail_words.hpp"

namespace asterism::crm::words {

/// Japanese.
inline constexpr MailWords ja{
    .hello = "{{name}} 様",
    .by_hand = "ボタンが使えない場合は、次のアドレスを開いてください:",
    .small = "このメールは {{site}} からお送りしています。",
    .life = "リンクの有効期間は{{life}}です。",
    .prove = "アドレスを確認する",
    .joined = "{{site}} へようこそ",
    .welcome = "{{site}} へようこそ。ユーザー名は {{username}} です。",
    .prove_yours = "このアドレスがご本人のものであることを、リンクを開いてご確認ください。",
    .not_joined = "登録した覚えがない場合は、このメールに返信してお知らせください。",
    .forgotten = "{{site}} のユーザー名のお知らせ",
    .asked = "このアドレスのユーザー名についてお問い合わせがありました。",
    .username = "ユーザー名は {{username}} です。",
    .log_in = "ログインする",
    .not_asked = "お心当たりがない場合は、何もする必要はありません。",
    .moved = "{{site}} のメールアドレスが変更されました",
    .from_to =
        "アカウント {{username}} のアドレスは {{old_email}} から {{new_email}} に変わりました。",
    .prove_new = "新しいアドレスがご本人のものであることを、リンクを開いてご確認ください。",
    .not_moved = "変更した覚えがない場合は、このメールに返信してお知らせください。",
};

}  // namespace asterism::crm::words
