#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tests/bench/load/link.hpp"

namespace asterism::bench {

/// "GET target", as one of many clients that stay connected.
std::string get(std::string_view target);
/// "POST target" with JSON.
std::string post(std::string_view target, std::string_view json);

/// Figures of the bystanders.
struct Sided {
    std::vector<double> milliseconds;  ///< each request's, from when it was due
    unsigned errors = 0;
};

/// The other users of the site: so many requests a second, whatever happens, in a thread of its
/// own.
class Side {
public:
    Side(const LinkOptions& options, unsigned a_second, std::string_view target);

    /// Ends it.
    Sided stop();

private:
    void run(const std::stop_token& over);

    LinkOptions options_;
    Clock::duration pause_;
    std::string request_;
    Sided sided_;
    std::jthread thread_{[this](const std::stop_token& over) { run(over); }};
};

}  // namespace asterism::bench
