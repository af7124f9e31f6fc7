#include "shells/http/message.hpp"

#include <algorithm>

namespace asterism::http {
namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view method_of(Verb verb) {
    constexpr std::string_view words[]{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"};
    return words[static_cast<std::size_t>(verb)];
}

std::string_view Request::header(std::string_view name) const {
    for (const Header& field : headers)
        if (same_name(field.name, name)) return field.value;
    return {};
}

void Response::clear() {
    status = 200;
    body.clear();
    shared.reset();
    type = "application/json";
    headers.clear();
    block = {};
    even = false;
}

}  // namespace asterism::http
