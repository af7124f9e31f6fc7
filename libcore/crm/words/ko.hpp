#pragma once

#include "libcore/crm/mail_words.hpp"

namespace asterism::crm::words {

/// Korean.
inline constexpr MailWords ko{
    .hello = "{{name}} 님, 안녕하세요.",
    .by_hand = "버튼이 작동하지 않으면 다음 주소를 여세요:",
    .small = "이 메일은 {{site}}에서 보냈습니다.",
    .life = "링크는 {{life}} 동안 유효합니다.",
    .prove = "주소 확인하기",
    .joined = "{{site}}에 오신 것을 환영합니다",
    .welcome = "{{site}}에 오신 것을 환영합니다. 사용자 이름은 {{username}}입니다.",
    .prove_yours = "이 주소가 본인의 것임을 이 링크를 열어 확인해 주세요.",
    .not_joined = "직접 가입하신 것이 아니라면 이 메일에 회신하여 알려 주세요.",
    .forgotten = "{{site}} 사용자 이름 안내",
    .asked = "누군가 이 주소에 해당하는 사용자 이름을 문의했습니다.",
    .username = "사용자 이름은 {{username}}입니다.",
    .log_in = "로그인",
    .not_asked = "직접 문의하신 것이 아니라면 아무것도 하실 필요가 없습니다.",
    .moved = "{{site}} 이메일 주소가 변경되었습니다",
    .from_to = "계정 {{username}}의 주소가 {{old_email}}에서 {{new_email}}(으)로 바뀌었습니다.",
    .prove_new = "새 주소가 본인의 것임을 이 링크를 열어 확인해 주세요.",
    .not_moved = "직접 변경하신 것이 아니라면 이 메일에 회신하여 알려 주세요.",
};

}  // namespace asterism::crm::words
