#include "shells/http/methods.hpp"

namespace asterism::http {

std::string allowed(const Match& match) {
    std::string out = match.knows(Verb::get) ? "GET, HEAD" : "";
    for (const Verb verb : {Verb::post, Verb::put, Verb::patch, Verb::del})
        if (match.knows(verb)) out.append(out.empty() ? "" : ", ").append(method_of(verb));
    return out + ", OPTIONS";
}

std::string loggable_path(const Target& target, const Match& match) {
    if (match.route) return std::string(match.route->path);
    std::string out;
    for (const auto segment : target.segments)
        out.append(1, '/').append(segment.size() < 20 ? segment : "*");
    return out.empty() ? "-" : out;
}

}  // namespace asterism::http
