#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shells/http/message.hpp"

namespace asterism::http {

/// Lets pages of listed origins, and of no others, read our answers with their visitors' cookies.
/// An origin is compared letter by letter, and never repeated unless it is listed.
class Cors {
public:
    explicit Cors(std::vector<std::string> origins) : origins_(std::move(origins)) {}

    /// Whether a browser asks for such a page what it may send.
    bool is_preflight(const Request& request) const;

    /// Answers that, for a listed origin; `methods` are those of the address, as in an Allow field.
    static void answer(std::string_view methods, Response& response);

    /// The page may read the answer.
    void let_read(const Request& request, Response& response) const;

private:
    bool lists(std::string_view origin) const;

    std::vector<std::string> origins_;
};

}  // namespace asterism::http
