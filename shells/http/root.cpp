#include "shells/http/root.hpp"

#include "shells/http/faults.hpp"

namespace asterism::http {

bool answer_root(const Dialect& dialect, Verb verb, std::string_view path,
                 const RequestFacts& facts, Response& response) {
    if (!dialect.root || path != dialect.prefixes.front()) return false;
    if (verb == Verb::get || verb == Verb::head) {
        dialect.root(facts, response);
        return true;
    }
    response.headers.emplace_back("Allow", "GET, HEAD, OPTIONS");
    if (verb == Verb::options && dialect.describe)
        dialect.describe(response);
    else
        dialect.refuse({&method_not_allowed}, facts, response);
    return true;
}

}  // namespace asterism::http
