#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <sys/types.h>

#include "tests/bench/measure.hpp"

namespace asterism::bench {

/// The program under load: `asterism serve` in an empty folder on a free port, ended with it.
class Site {
public:
    struct Options {
        std::string program;
        bool tls = false;
        std::vector<std::string> flags = {};  ///< more of them
        int core = -1;                        ///< the only one it may run on, if not negative
    };

    /// Returns when it answers. Throws std::runtime_error if it does not.
    explicit Site(const Options& options);
    ~Site();
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    std::uint16_t port() const { return port_; }

    std::string data() const { return folder_.file("data"); }

    double resident_mib() const;
    double cpu_seconds() const;
    unsigned descriptors() const;

private:
    Folder folder_;
    std::uint16_t port_ = 0;
    pid_t process_ = -1;
};

}  // namespace asterism::bench
