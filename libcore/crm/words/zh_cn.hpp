#pragma once

#include "libcore/crm/mail_words.hpp"

namespace asterism::crm::words {

/// Simplified Chinese.
inline constexpr MailWords zh_cn{
    .hello = "{{name}}，您好！",
    .by_hand = "如果按钮无法使用，请打开以下地址：",
    .small = "此邮件由 {{site}} 发送。",
    .life = "链接有效期为{{life}}。",
    .prove = "验证邮箱地址",
    .joined = "欢迎来到 {{site}}",
    .welcome = "欢迎来到 {{site}}。您的用户名是 {{username}}。",
    .prove_yours = "请打开此链接，以证明这个邮箱地址属于您。",
    .not_joined = "如果不是您本人注册的，请回复此邮件告诉我们。",
    .forgotten = "您在 {{site}} 的用户名",
    .asked = "有人查询了与此邮箱地址对应的用户名。",
    .username = "用户名是 {{username}}。",
    .log_in = "登录",
    .not_asked = "如果不是您本人查询的，则无需任何操作。",
    .moved = "您在 {{site}} 的邮箱地址已更改",
    .from_to = "账户 {{username}} 的邮箱地址已由 {{old_email}} 改为 {{new_email}}。",
    .prove_new = "请打开此链接，以证明新的邮箱地址属于您。",
    .not_moved = "如果不是您本人更改的，请回复此邮件告诉我们。",
};

}  // namespace asterism::crm::words
