#pragma once

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <unistd.h>

#include "tests/bench/measure.hpp"

namespace asterism::bench {

/// What can be done in a second, by all that are compared.
struct Pace {
    double bare = 0;  ///< the same statements without us, committed one by one
    double one = 0;
    double many = 0;
    double http = 0;
};

/// Milliseconds that it takes in that folder to make eight kilobytes last.
inline double sync_cost(const std::string& file) {
    constexpr int rounds = 200;
    const std::string page(8'192, 'x');
    const int to = ::open(file.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    const double seconds = wall_seconds([&] {
        for (int i = 0; i < rounds; ++i)
            if (::write(to, page.data(), page.size()) < 0 || ::fdatasync(to) != 0)
                throw std::runtime_error("cannot write to disk");
    });
    ::close(to);
    return seconds / rounds * 1e3;
}

inline void tell_disk(const Folder& folder) {
    auto kind = output_of("df --output=fstype " + folder.file("") + " | tail -n 1");
    kind.resize(kind.find_last_not_of(" \n") + 1);
    std::printf("%s on %s: fdatasync of 8 KiB takes %.2f ms\n", folder.file("").c_str(),
                kind.c_str(), sync_cost(folder.file("sync")));
}

inline bool judge(const char* what, const std::array<Pace, 3>& rounds, double Pace::*part,
                  double least) {
    std::array<double, 3> ratios{};
    for (std::size_t i = 0; i < ratios.size(); ++i) ratios[i] = rounds[i].*part / rounds[i].bare;
    const double median = median_of(ratios);
    std::printf("%s: %.2f times (wanted: at least %.1f)\n", what, median, least);
    return median >= least;
}

inline void tell(const Pace& pace) {
    std::printf(
        "orders a second: bare loop %.0f, one client %.0f, 64 clients %.0f, 64 over HTTP %.0f\n",
        pace.bare, pace.one, pace.many, pace.http);
}

}  // namespace asterism::bench
