#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>

#include "tests/bench/measure.hpp"

namespace asterism::bench {

/// Megabytes a second that wrk gets from there.
inline double megabytes(const std::string& url, const char* accepts) {
    const auto said =
        output_of("wrk -t1 -c4 -d10s --timeout 60s -H 'Accept-Encoding: " + std::string(accepts) +
                  "' " + url);
    const auto at = said.find("Transfer/sec:");
    if (at == said.npos || said.find("Non-2xx") != said.npos) throw std::runtime_error(said);
    char unit = 0;
    double figure = 0;
    std::sscanf(said.c_str() + at, "Transfer/sec: %lf%c", &figure, &unit);
    return unit == 'G' ? figure * 1'024 : unit == 'K' ? figure / 1'024 : figure;
}

/// nginx, serving one file from a folder, as fast as its configuration lets it.
class Nginx {
public:
    explicit Nginx(const Folder& folder) : pid_(folder.file("nginx.pid")) {
        const auto conf = folder.file("nginx.conf");
        const auto root = folder.file("");
        std::ofstream(conf) << "user root; worker_processes 2; pid " << pid_ << "; error_log "
                            << folder.file("error.log")
                            << "; events { worker_connections 64; } http { access_log off; sendfile"
                               " on; tcp_nopush on; keepalive_requests 1000000; server { listen"
                               " 127.0.0.1:18124; root "
                            << root << "; } }\n";
        if (std::system(("nginx -c " + conf + " -p " + root).c_str()) != 0)
            throw std::runtime_error("nginx does not start");
    }

    ~Nginx() { (void)!std::system(("kill $(cat " + pid_ + ")").c_str()); }

    Nginx(const Nginx&) = delete;
    Nginx& operator=(const Nginx&) = delete;

private:
    std::string pid_;
};

}  // namespace asterism::bench
