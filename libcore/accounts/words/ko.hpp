#pragma once

#include "libcore/accounts/mail_words.hpp"

namespace asterism::accounts::words {

/// Korean.
inline constexpr MailWords ko{
    .second = {"초", "초"},
    .minute = {"분", "분"},
    .hour = {"시간", "시간"},
    .day = {"일", "일"},
    .hello = "{{name}} 님, 안녕하세요.",
    .link_life = "이 링크는 {{life}} 동안 유효하며 한 번만 사용할 수 있습니다.",
    .by_hand = "버튼이 작동하지 않으면 다음 주소를 열어 주세요.",
    .automatic = "이 메일은 {{site}}에서 자동으로 보낸 것이며, 회신하셔도 확인되지 않습니다.",
    .verification = {.subject = "이메일 주소를 확인해 주세요",
                     .above = {"누군가(아마도 본인)가 이 주소로 {{site}}에 가입했습니다. 본인의 "
                               "주소가 맞는지 확인해 주세요."},
                     .button = "이 주소 확인하기",
                     .below = {"본인이 아니라면 이 메일을 무시하셔도 됩니다."}},
    .address_in_use =
        {.subject = "이미 계정이 있습니다",
         .above = {"누군가 이 주소로 {{site}}에 가입하려고 했지만, 이미 계정이 있습니다.",
                   "본인이라면 사용자 이름 {{name}}(으)로 로그인해 주세요. 본인이 아니라면 "
                   "아무것도 하지 않으셔도 됩니다."}},
    .welcome = {.subject = "{{name}} 님, 환영합니다",
                .above = {"주소가 확인되었습니다. 이제 {{site}}에 로그인할 수 있습니다."},
                .button = "로그인"},
    .password_reset =
        {.subject = "새 비밀번호 설정",
         .above = {"누군가(아마도 본인)가 {{site}}의 계정 {{name}}({{email}})에 대해 새 비밀번호를 "
                   "요청했습니다.",
                   "요청한 IP 주소: {{ip}}"},
         .button = "새 비밀번호 설정하기",
         .below = {"본인이 아니라면 이 메일을 무시하셔도 됩니다. 비밀번호는 그대로 유지됩니다."}},
    .password_changed =
        {.subject = "비밀번호가 변경되었습니다",
         .above = {"{{site}}의 계정 {{name}}({{email}})의 비밀번호가 변경되었습니다.",
                   "변경한 IP 주소: {{ip}}",
                   "본인이라면 아무것도 하지 않으셔도 됩니다. 본인이 아니라면 즉시 새 비밀번호를 "
                   "설정해 주세요."},
         .button = "새 비밀번호 설정하기"},
    .email_change = {.subject = "새 이메일 주소를 확인해 주세요",
                     .above = {"앞으로 {{site}}에서 {{new_email}} 주소를 사용하도록 "
                               "요청하셨습니다. 본인의 주소가 맞는지 확인해 주세요."},
                     .button = "이 주소 확인하기",
                     .below = {"그때까지는 기존 주소가 계속 사용됩니다.",
                               "본인이 아니라면 이 메일을 무시하셔도 됩니다."}},
    .change_notice = {.subject = "이메일 주소가 곧 변경됩니다",
                      .above = {"{{site}}의 계정 {{name}}의 이메일 주소가 {{email}}에서 "
                                "{{new_email}}(으)로 변경될 예정입니다.",
                                "본인이라면 새 주소로 보낸 메일에서 확인해 주세요. 본인이 아니라면 "
                                "즉시 로그인하여 비밀번호를 변경해 주세요."}},
    .account_deleted = {.subject = "계정이 삭제되었습니다",
                        .above = {"{{site}}의 계정 {{name}} 및 관련된 모든 내용이 삭제되었습니다.",
                                  "그동안 함께해 주셔서 감사합니다."}},
    .warning = {.subject = "운영진의 안내",
                .above = {"{{site}}에 올리신 내용이 신고되었습니다. 운영진은 규칙을 지켜 주시기를 "
                          "부탁드립니다.",
                          "운영진의 말: {{note}}",
                          "같은 일이 다시 생기면 {{name}} 계정이 잠길 수 있습니다."}},
};

}  // namespace asterism::accounts::words
