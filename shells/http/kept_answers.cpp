#include "shells/http/kept_answers.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "shells/http/codings.hpp"

namespace asterism::http {
namespace {

/// Fewer bytes fit into a packet or two as they are.
constexpr std::size_t worth_compressing = 1'024;
/// From here on answers are sent from where they are kept; fewer bytes are copied more cheaply.
constexpr std::size_t worth_sharing = 64 * 1'024;

/// FNV-1a, eight bytes a step: tells two states of one answer apart, and is no secret.
std::uint64_t digest(std::string_view bytes) {
    std::uint64_t out = 0xCBF29CE484222325U;
    while (!bytes.empty()) {
        std::uint64_t word = bytes.size();
        const auto part = std::min(bytes.size(), sizeof word);
        std::memcpy(&word, bytes.data(), part);
        out = (out ^ word) * 0x100000001B3U;
        out ^= out >> 32U;
        bytes.remove_prefix(part);
    }
    return out;
}

}  // namespace

bool names_tag(std::string_view field, std::string_view tag) {
    return field == "*" || field.find(tag) != std::string_view::npos;
}

KeptAnswer::KeptAnswer(std::int64_t version, std::string&& body) {
    std::array<char, 16> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), digest(body), 16).ptr;
    tag_ = std::to_string(version) + '-' + std::string(text.data(), end);
    bodies_[0] = std::make_shared<const std::string>(std::move(body));
}

SharedBytes KeptAnswer::in(app::Coding coding, const app::Compressor* compressor) const {
    const auto at = static_cast<std::size_t>(coding);
    if (coding != app::Coding::identity)
        std::call_once(made_[at], [&] {
            bodies_[at] =
                std::make_shared<const std::string>(compressor->compress(coding, *bodies_[0]));
        });
    return bodies_[at];
}

std::string KeptAnswer::tag(app::Coding coding) const {
    std::string out = '"' + tag_;
    if (coding != app::Coding::identity) out.append(1, '-').append(name_of(coding));
    return out + '"';
}

KeptAnswers::Found KeptAnswers::find(const KeptName& name) {
    const std::lock_guard lock(mutex_);
    const auto found = by_name_.find(name.what);
    if (found == by_name_.end()) return nullptr;
    const auto& kept = *found->second;
    if (kept.name.seen != name.seen || kept.name.own != name.own) return nullptr;
    order_.splice(order_.begin(), order_, found->second);
    return kept.answer;
}

KeptAnswers::Found KeptAnswers::keep(const KeptName& name, std::string&& body) {
    auto out = std::make_shared<const KeptAnswer>(name.seen, std::move(body));
    // With what it may become in other codings.
    const auto size = 2 * out->body().size();
    const std::lock_guard lock(mutex_);
    if (const auto old = by_name_.find(name.what); old != by_name_.end()) drop(old->second);
    if (size > most_bytes_) return out;
    while (!order_.empty() && (order_.size() >= most_answers || bytes_ + size > most_bytes_))
        drop(std::prev(order_.end()));
    bytes_ += size;
    order_.push_front({name, out});
    by_name_.emplace(order_.front().name.what, order_.begin());
    return out;
}

void KeptAnswers::drop(Order::iterator which) {
    bytes_ -= 2 * which->answer->body().size();
    by_name_.erase(which->name.what);
    order_.erase(which);
}

std::unique_lock<std::mutex> KeptAnswers::making(std::string_view what) {
    return std::unique_lock(makers_[std::hash<std::string_view>{}(what) % makers_.size()]);
}

void send(const Request& request, const KeptAnswer& answer, const Sending& how,
          Response& response) {
    auto coding = app::Coding::identity;
    if (how.compressor && answer.body().size() >= worth_compressing)
        coding = best_coding(request.header("Accept-Encoding"));
    response.headers.emplace_back("Vary", "Accept-Encoding, Authorization");
    if (how.tagged) {
        const auto tag = answer.tag(coding);
        response.headers.emplace_back("Cache-Control", "public, no-cache");
        response.headers.emplace_back("ETag", tag);
        if (names_tag(request.header("If-None-Match"), tag)) {
            response.status = 304;
            response.type = {};
            return;
        }
    }
    auto bytes = answer.in(coding, how.compressor);
    if (coding != app::Coding::identity)
        response.headers.emplace_back("Content-Encoding", name_of(coding));
    if (bytes->size() < worth_sharing)
        response.body = *bytes;
    else
        response.shared = std::move(bytes);
}

}  // namespace asterism::http
