#include "shells/outside/stand_in/caller.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "shells/outside/stripe_signature.hpp"

namespace asterism::outside::stand_in {
namespace {

constexpr int most_tries = 10;

}  // namespace

Caller::Caller(CallerOptions options, const HttpClient& http)
    : options_(std::move(options)), http_(http) {}

void Caller::call_at(std::string url) {
    const std::lock_guard lock(mutex_);
    url_ = std::move(url);
    changed_.notify_all();
}

void Caller::tell(std::string body, std::chrono::milliseconds later) {
    const std::lock_guard lock(mutex_);
    letters_.push_back({std::move(body), std::chrono::steady_clock::now() + later});
    changed_.notify_all();
}

void Caller::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        const auto next = std::ranges::min_element(letters_, {}, &Letter::due);
        if (url_.empty() || next == letters_.end()) {
            changed_.wait(lock, stop, [this] { return !url_.empty() && !letters_.empty(); });
            continue;
        }
        if (const auto due = next->due; due > std::chrono::steady_clock::now()) {
            // Something more urgent may come meanwhile.
            changed_.wait_until(lock, stop, due, [this, due] {
                return std::ranges::any_of(letters_,
                                           [due](const Letter& each) { return each.due < due; });
            });
            continue;
        }
        auto letter = std::move(*next);
        letters_.erase(next);
        const auto url = url_;
        lock.unlock();
        const bool heard = send(url, letter.body);
        lock.lock();
        if (!heard) retry(std::move(letter));
    }
}

bool Caller::send(const std::string& url, const std::string& body) const {
    const auto signature = signed_header(options_.secret, body, options_.clock());
    const auto got = http_.send(
        {url,
         {"Content-Type: application/json; charset=utf-8", "Stripe-Signature: " + signature},
         body});
    const bool heard = got.answer && got.answer->status >= 200 && got.answer->status < 300;
    if (!heard && options_.failed)
        options_.failed(got.answer ? fmt::format("a call got status {}", got.answer->status)
                                   : "a call was not heard: " + got.error);
    return heard;
}

void Caller::retry(Letter letter) {
    if (++letter.tries >= most_tries) return;
    letter.due = std::chrono::steady_clock::now() + options_.patience * (1 << (letter.tries - 1));
    letters_.push_back(std::move(letter));
}

}  // namespace asterism::outside::stand_in
