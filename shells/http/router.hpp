#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shells/app/operation.hpp"
#include "shells/http/routes.hpp"
#include "shells/http/target.hpp"

namespace asterism::http {

/// A dialect where a site serves it, under its own policy.
struct Mount {
    const Dialect* dialect;
    accounts::Policy policy;
    std::optional<shop::Policy> shop = {};  ///< where its shop is of another kind than the site's
};

/// Where a request ends up.
struct Match {
    const Route* route = nullptr;
    const Mount* mount = nullptr;
    const app::Operation* operation = nullptr;
    std::vector<std::pair<std::string_view, std::string_view>> caught = {};  ///< placeholder, text
    std::uint8_t verbs = 0;  ///< a bit for each Verb that the path knows

    bool knows(Verb verb) const { return (verbs >> static_cast<unsigned>(verb)) & 1U; }
};

/// All routes of a site, as a tree of path segments built once.
class Router {
public:
    /// Throws std::logic_error naming both where two rows answer the same request.
    explicit Router(const std::vector<Mount>& mounts);
    ~Router();

    /// Looks up the path; `route` stays null where it does not know the verb. HEAD is GET.
    void find(Verb verb, const Target& target, Match& match) const;

private:
    struct Node;
    struct Leaf;

    static const Leaf* leaf_of(const Node& node, Verb verb);
    void add(const Route& route, const Mount& mount);

    std::unique_ptr<Node> root_;
};

}  // namespace asterism::http
