#include "shells/http/request_id.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>

namespace asterism::http {
namespace {

bool is_fit(std::string_view id) {
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.' || c == '-' || c == '_';
    });
}

std::string hex(std::uint64_t number) {
    char digits[16];
    return {digits, std::to_chars(digits, digits + sizeof digits, number, 16).ptr};
}

}  // namespace

std::string request_id(const Request& request) {
    if (const auto given = request.header("X-Request-Id"); is_fit(given)) return std::string(given);
    static const auto process = hex(
        static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count()));
    static std::atomic<std::uint64_t> count{0};
    return process + "-" + hex(++count);
}

}  // namespace asterism::http
