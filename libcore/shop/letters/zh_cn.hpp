#pragma once

#include "libcore/shop/letter_words.hpp"

namespace asterism::shop::letters {

/// Simplified Chinese.
inline constexpr LetterWords zh_cn{
    .subject = "来自 {ENVIRONMENT_DOMAIN} 的订单确认",
    .hello = "{recipient_first_name}，您好：",
    .thanks = "感谢您的订购。以下是我们记录的内容：",
    .strange = "如果这不是您本人下的订单，请回复此邮件。",
    .news = "订单有新进展时，我们会再次写信告知您。",
    .goodbye = "感谢您的惠顾！",
    .terms = "您已同意我们的销售条款：{ENVIRONMENT_DOMAIN}/terms-of-sale",
    .keep = "请保留此邮件：任何拥有其中链接的人都可以查看订单。",
    .order = "订单",
    .products = "商品",
    .way = "配送方式",
    .codes = "优惠码",
    .total = "合计",
    .shipping_address = "收货地址",
    .billing_address = "账单地址",
    .payment = "付款",
    .identifier = "订单号：",
    .pieces = "单价 {each}，数量：{quantity}，小计：{subtotal}",
    .unused = "未使用",
    .none = "无",
    .items = "商品小计：",
    .item_discount = "商品折扣：",
    .shipping = "运费：",
    .shipping_discount = "运费折扣：",
    .promotion = "促销：",
    .order_total = "订单总额：",
};

}  // namespace asterism::shop::letters
