#pragma once

#include <string>
#include <string_view>

namespace asterism::shop {

/// Copied into an order, so that it stays as it was. Each part is empty where nobody told it.
struct PostalAddress {
    std::string name;
    std::string line1;
    std::string line2;
    std::string city;
    std::string state;
    std::string zip;
    std::string country;
    std::string country_code;

    friend bool operator==(const PostalAddress&, const PostalAddress&) = default;
};

/// A person's name in two parts: the first word, and the rest.
struct SplitName {
    std::string first;
    std::string last;

    friend bool operator==(const SplitName&, const SplitName&) = default;
};

SplitName split_name(std::string_view name);

/// What strangers told, made fit to be kept: one line of UTF-8, trimmed, of so many characters at
/// most. Empty where it is no text at all.
std::string kept_text(std::string_view told, std::size_t characters);

PostalAddress kept_address(const PostalAddress& told);

}  // namespace asterism::shop
