#include "libcore/shop/replies.hpp"

namespace asterism::shop {

Result<AskedOnce> ask_once(Now now, Replies& replies, const AskOnce& input) {
    if (replies.begin(input.key, input.request, now.at)) return AskedOnce{};
    const auto kept = replies.hold(input.key);
    if (!kept) return reply_in_the_making;  // and was given up just now
    const auto age = now.at - kept->begun;
    const bool made = kept->reply.status != 0;
    if (age < reply_life) {
        if (kept->request != input.request) return key_of_another;
        if (made) return AskedOnce{kept->reply};
        if (age < longest_answering) return reply_in_the_making;
    }
    replies.begin_again(input.key, input.request, now.at);
    return AskedOnce{};
}

Result<Done> answer_once(Replies& replies, const AnswerOnce& input) {
    if (input.reply.status >= 500)
        replies.drop(input.key);
    else
        replies.finish(input.key, input.reply);
    return Done{};
}

}  // namespace asterism::shop
