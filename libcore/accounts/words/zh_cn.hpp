#pragma once

#include "libcore/accounts/mail_words.hpp"

namespace asterism::accounts::words {

/// Simplified Chinese.
inline constexpr MailWords zh_cn{
    .second = {" 秒", " 秒"},
    .minute = {" 分钟", " 分钟"},
    .hour = {" 小时", " 小时"},
    .day = {" 天", " 天"},
    .hello = "{{name}}，您好！",
    .link_life = "此链接在 {{life}}内有效，且只能使用一次。",
    .by_hand = "如果按钮无法使用，请打开以下网址：",
    .automatic = "本邮件由 {{site}} 自动发送，请勿回复。",
    .verification =
        {.subject = "请确认您的邮箱地址",
         .above =
             {"有人（很可能是您本人）使用此邮箱地址在 {{site}} 注册了账户。请确认该地址属于您。"},
         .button = "确认邮箱地址",
         .below = {"如果不是您本人操作，请忽略本邮件。"}},
    .address_in_use =
        {.subject = "您已经有账户了",
         .above = {"有人试图使用此邮箱地址在 {{site}} 注册，但您在那里已经有账户了。",
                   "如果是您本人操作，请以 {{name}} 的身份登录；如果不是，则无需进行任何操作。"}},
    .welcome = {.subject = "欢迎您，{{name}}",
                .above = {"您的邮箱地址已确认，现在可以登录 {{site}} 了。"},
                .button = "登录"},
    .password_reset =
        {.subject = "设置新密码",
         .above = {"有人（很可能是您本人）请求为 {{site}} 的账户 {{name}}（{{email}}）设置新密码。",
                   "该请求来自 IP 地址 {{ip}}。"},
         .button = "设置新密码",
         .below = {"如果不是您本人操作，请忽略本邮件，您的密码不会改变。"}},
    .password_changed =
        {.subject = "您的密码已更改",
         .above = {"您在 {{site}} 的账户 {{name}}（{{email}}）的密码已更改。",
                   "此次更改来自 IP 地址 {{ip}}。",
                   "如果是您本人操作，则无需进行任何操作；如果不是，请立即设置新密码。"},
         .button = "设置新密码"},
    .email_change =
        {.subject = "请确认您的新邮箱地址",
         .above = {"您请求今后在 {{site}} 使用邮箱地址 {{new_email}}。请确认该地址属于您。"},
         .button = "确认邮箱地址",
         .below = {"在此之前，您原来的地址仍然有效。", "如果不是您本人操作，请忽略本邮件。"}},
    .change_notice =
        {.subject = "您的邮箱地址即将更改",
         .above =
             {"您在 {{site}} 的账户 {{name}} 的邮箱地址即将从 {{email}} 更改为 {{new_email}}。",
              "如果是您本人操作，请在发往新地址的邮件中确认；如果不是，请立即登录并更改密码。"}},
    .account_deleted = {.subject = "您的账户已删除",
                        .above = {"您在 {{site}} 的账户 {{name}} 及其所有内容已删除。",
                                  "感谢您一直以来的支持。"}},
    .warning = {.subject = "来自管理员的提醒",
                .above = {"您在{{site}}发布的内容被举报，管理员请您遵守规则。",
                          "管理员留言：{{note}}", "如果再次发生，您的帐户{{name}}可能会被锁定。"}},
};

}  // namespace asterism::accounts::words
