#pragma once

#include <string>
#include <vector>

#include "shells/http/message.hpp"

namespace asterism::http {

/// The names that a site answers to.
class Hosts {
public:
    /// In any case; none at all, or one that is a star: any name.
    explicit Hosts(std::vector<std::string> names);

    /// Whether a request is for one of them, on whatever port.
    bool hold(const Request& request) const;

private:
    std::vector<std::string> names_;
};

/// From this machine, and not through a name that somebody else's page had pointed here.
bool is_local(const Request& request);

}  // namespace asterism::http
