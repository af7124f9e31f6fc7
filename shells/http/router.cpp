#include "shells/http/router.hpp"

#include <array>
#include <stdexcept>

namespace asterism::http {

struct Router::Leaf {
    const Route* route = nullptr;
    const Mount* mount = nullptr;
    const app::Operation* operation = nullptr;
    std::vector<std::string_view> placeholders = {};
};

struct Router::Node {
    std::map<std::string_view, std::unique_ptr<Node>> children;
    std::unique_ptr<Node> any;  ///< where a placeholder stands
    std::array<Leaf, 5> leaves;
};

namespace {

/// What answers in the stead of a row that is not there, where no method is looked at.
Verb other_of(Verb verb) { return verb == Verb::get ? Verb::post : Verb::get; }

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

/// The row that answers the verb, if any does.
const Router::Leaf* Router::leaf_of(const Node& node, Verb verb) {
    const auto& own = node.leaves.at(static_cast<std::size_t>(verb));
    if (own.route) return &own;
    if (verb != Verb::get && verb != Verb::post) return nullptr;
    const auto& other = node.leaves.at(static_cast<std::size_t>(other_of(verb)));
    const bool lends =
        other.route && other.mount->dialect->any_method && !other.route->extras.own_verb_only;
    return lends ? &other : nullptr;
}

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
        if (leaf_of(*node, static_cast<Verb>(i))) match.verbs |= static_cast<std::uint8_t>(1U << i);
    const auto wanted = verb == Verb::head ? Verb::get : verb;
    if (wanted == Verb::options) return;
    const auto* leaf = leaf_of(*node, wanted);
    if (!leaf) return;
    match.route = leaf->route;
    match.mount = leaf->mount;
    match.operation = leaf->operation;
    for (std::size_t i = 0; i < match.caught.size(); ++i)
        match.caught[i].first = leaf->placeholders[i];
}

}  // namespace asterism::http
