#pragma once

#include "libcore/shop/letter_words.hpp"

namespace asterism::shop::letters {

/// Korean.
inline constexpr LetterWords ko{
    .subject = "{ENVIRONMENT_DOMAIN} 주문 확인",
    .hello = "{recipient_first_name} 님, 안녕하세요.",
    .thanks = "주문해 주셔서 감사합니다. 다음과 같이 접수했습니다.",
    .strange = "직접 주문하신 것이 아니라면 이 메일에 회신해 주세요.",
    .news = "주문에 새로운 소식이 있으면 다시 알려 드리겠습니다.",
    .goodbye = "이용해 주셔서 감사합니다!",
    .terms = "판매 약관에 동의하셨습니다: {ENVIRONMENT_DOMAIN}/terms-of-sale",
    .keep = "이 메일을 보관해 주세요. 링크가 있는 사람은 누구나 주문을 볼 수 있습니다.",
    .order = "주문",
    .products = "상품",
    .way = "배송 방법",
    .codes = "할인 코드",
    .total = "합계",
    .shipping_address = "배송지 주소",
    .billing_address = "청구지 주소",
    .payment = "결제",
    .identifier = "주문 번호: ",
    .pieces = "개당 {each}, 수량: {quantity}, 소계: {subtotal}",
    .unused = "적용되지 않음",
    .none = "없음",
    .items = "상품 소계: ",
    .item_discount = "상품 할인: ",
    .shipping = "배송비: ",
    .shipping_discount = "배송비 할인: ",
    .promotion = "프로모션: ",
    .order_total = "주문 총액: ",
};

}  // namespace asterism::shop::letters
