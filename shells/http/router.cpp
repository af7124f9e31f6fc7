#include "shells/http/router.hpp"

#include <array>
#include <stdexcept>

namespace asterism::http {

struct Router::Node {
    struct Leaf {
        const Route* route = nullptr;
        const Mount* mount = nullptr;
        const app::Operation* operation = nullptr;
        std::vector<std::string_view> placeholders = {};
    };

    std::map<std::string_view, std::unique_ptr<Node>> children;
    std::unique_ptr<Node> any;  ///< where a placeholder stands
    std::array<Leaf, 5> leaves;
};

namespace {

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> out;
    while (!path.empty()) {
        path.remove_prefix(1);
        out.push_back(path.substr(0, path.find('/')));
        path.remove_prefix(out.back().size());
    }
    return out;
}

}  // namespace

Router::Router(const std::vector<Mount>& mounts) : root_(std::make_unique<Node>()) {
    for (const Mount& mount : mounts)
        for (const Route& route : mount.dialect->routes) add(route, mount);
}

void Router::add(const Route& route, const Mount& mount) {
    Node* node = root_.get();
    std::vector<std::string_view> placeholders;
    for (const auto segment : split(route.path)) {
        const bool holds = segment.starts_with('{');
        if (holds) placeholders.push_back(segment.substr(1, segment.size() - 2));
        auto& next = holds ? node->any : node->children[segment];
        if (!next) next = std::make_unique<Node>();
        node = next.get();
    }
    auto& leaf = node->leaves.at(static_cast<std::size_t>(route.verb));
    if (leaf.route)
        throw std::logic_error("two routes overlap: " + std::string(route.path) + " and " +
                               std::string(leaf.route->path));
    leaf = {&route, &mount, app::find_operation(route.use_case), std::move(placeholders)};
}

Router::~Router() = default;

void Router::find(Verb verb, const Target& target, Match& match) const {
    match.route = nullptr;
    match.caught.clear();
    match.verbs = 0;
    const Node* node = root_.get();
    for (const auto segment : target.segments) {
        const auto fixed = node->children.find(segment);
        if (fixed != node->children.end()) {
            node = fixed->second.get();
        } else if (node->any && !segment.empty()) {
            node = node->any.get();
            match.caught.emplace_back(std::string_view{}, segment);
        } else {
            return;
        }
    }
    for (std::size_t i = 0; i < node->leaves.size(); ++i)
        if (node->leaves[i].route) match.verbs |= static_cast<std::uint8_t>(1U << i);
    const auto wanted = verb == Verb::head ? Verb::get : verb;
    if (wanted == Verb::options) return;
    const auto& leaf = node->leaves.at(static_cast<std::size_t>(wanted));
    if (!leaf.route) return;
    match.route = leaf.route;
    match.mount = leaf.mount;
    match.operation = leaf.operation;
    for (std::size_t i = 0; i < match.caught.size(); ++i)
        match.caught[i].first = leaf.placeholders[i];
}

}  // namespace asterism::http
