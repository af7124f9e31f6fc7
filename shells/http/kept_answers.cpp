#include "shells/http/kept_answers.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace asterism::http {
namespace {

/// FNV-1a: tells two states of one answer apart, and is no secret.
std::uint64_t digest(std::string_view bytes) {
    std::uint64_t out = 0xCBF29CE484222325U;
    for (const char c : bytes) out = (out ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return out;
}

std::string tag_of(std::int64_t version, std::string_view body) {
    std::array<char, 16> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), digest(body), 16).ptr;
    return '"' + std::to_string(version) + '-' + std::string(text.data(), end) + '"';
}

void mark(Response& response, const std::string& tag) {
    response.headers.emplace_back("ETag", tag);
    response.headers.emplace_back("Cache-Control", "public, no-cache");
}

}  // namespace

bool names_tag(std::string_view field, std::string_view tag) {
    return field == "*" || field.find(tag) != std::string_view::npos;
}

bool KeptAnswers::find(const KeptName& name, Response& response) const {
    const std::lock_guard lock(mutex_);
    const auto found = answers_.find(name.target);
    if (found == answers_.end() || found->second.version != name.version) return false;
    response.body = found->second.body;
    mark(response, found->second.tag);
    return true;
}

void KeptAnswers::keep(const KeptName& name, Response& response) {
    auto tag = tag_of(name.version, response.body);
    mark(response, tag);
    const auto size = response.body.size();
    if (size > most_bytes) return;
    const std::lock_guard lock(mutex_);
    if (const auto old = answers_.find(name.target); old != answers_.end()) {
        bytes_ -= old->second.body.size();
        answers_.erase(old);
    }
    if (answers_.size() == most_answers || bytes_ + size > most_bytes) {
        answers_.clear();
        bytes_ = 0;
    }
    bytes_ += size;
    answers_[name.target] = {name.version, response.body, std::move(tag)};
}

void spare(const Request& request, Response& response) {
    const auto tag = std::ranges::find(response.headers, std::string_view("ETag"),
                                       [](const auto& each) { return each.first; });
    if (tag == response.headers.end() || !names_tag(request.header("If-None-Match"), tag->second))
        return;
    response.status = 304;
    response.type = {};
    response.body.clear();
}

}  // namespace asterism::http
