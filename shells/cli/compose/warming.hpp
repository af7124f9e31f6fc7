#pragma once

#include <string>

#include "shells/cli/arguments.hpp"
#include "shells/cli/settings.hpp"

namespace asterism::cli {

/// What a running server answered.
struct Warmed {
    long status = 0;  ///< 0: nothing came
    std::string body = {};
    std::string error = {};
};

/// Asks the server that the settings describe, or another one, as a browser would.
class Warmer {
public:
    Warmer(const Settings& settings, const std::string& url);

    Warmed ask(const std::string& target) const;

    const std::string& where() const { return where_; }

private:
    std::string where_;  ///< no slash at its end
    std::string host_;   ///< the site's, where it is asked by its address
};

}  // namespace asterism::cli
