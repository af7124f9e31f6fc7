#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shells/http/message.hpp"

namespace asterism::http {

/// How a page elsewhere is told what it may send.
struct Preflight {
    int status = 204;
    std::string_view methods = {};  ///< empty: those that the address knows
    std::string_view fields =
        "accept, accept-encoding, authorization, content-type, dnt, origin, user-agent, "
        "x-csrftoken, x-requested-with";
    std::string_view seconds = "600";  ///< how long it need not ask again
    bool everywhere = false;           ///< at addresses, too, where nothing is
};

/// Lets pages of listed origins, and of no others, read our answers with their visitors' cookies.
/// An origin is compared letter by letter, and never repeated unless it is listed.
class Cors {
public:
    explicit Cors(std::vector<std::string> origins) : origins_(std::move(origins)) {}

    /// Answers a browser that asks for such a page what it may send; `methods` are those of the
    /// address, as in an Allow field. False: it asks nothing, or not for a page that may hear.
    bool answer(const Request& request, const Preflight& said, std::string_view methods,
                Response& response) const;

    /// The page may read the answer.
    void let_read(const Request& request, Response& response) const;

private:
    bool lists(std::string_view origin) const;

    std::vector<std::string> origins_;
};

}  // namespace asterism::http
