#pragma once

#include "libcore/shop/letter_words.hpp"

namespace asterism::shop::letters {

/// Japanese.
inline constexpr LetterWords ja{
    .subject = "{ENVIRONMENT_DOMAIN} ご注文の確認",
    .hello = "{recipient_first_name} 様",
    .thanks = "ご注文ありがとうございます。次の内容で承りました。",
    .strange = "このご注文にお心当たりがない場合は、このメールにご返信ください。",
    .news = "ご注文に動きがありましたら、改めてご連絡いたします。",
    .goodbye = "お買い上げありがとうございました。",
    .terms = "販売条件に同意いただいています: {ENVIRONMENT_DOMAIN}/terms-of-sale",
    .keep =
        "このメールは大切に保管してください。リンクをお持ちの方は、どなたでもご注文を見ることができ"
        "ます。",
    .order = "ご注文",
    .products = "商品",
    .way = "配送方法",
    .codes = "割引コード",
    .total = "合計",
    .shipping_address = "お届け先",
    .billing_address = "請求先",
    .payment = "お支払い",
    .identifier = "注文番号: ",
    .pieces = "単価 {each}、数量 {quantity}、小計 {subtotal}",
    .unused = "適用外",
    .none = "なし",
    .items = "商品の小計: ",
    .item_discount = "商品の割引: ",
    .shipping = "送料: ",
    .shipping_discount = "送料の割引: ",
    .promotion = "プロモーション: ",
    .order_total = "ご注文の合計: ",
};

}  // namespace asterism::shop::letters
