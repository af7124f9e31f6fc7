#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

#include <sys/resource.h>

namespace asterism::bench {

/// Processor seconds of this process so far, all threads, user and system.
inline double cpu_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Wall seconds that `work` takes.
double wall_seconds(auto work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Processor microseconds of one call of `work`, after a tenth as many to warm up; of this process
/// where no other clock is given.
double cpu_microseconds(int count, auto work, auto seconds) {
    for (int i = 0; i < count / 10; ++i) work();
    const double before = seconds();
    for (int i = 0; i < count; ++i) work();
    return (seconds() - before) / count * 1e6;
}

double cpu_microseconds(int count, auto work) { return cpu_microseconds(count, work, cpu_seconds); }

inline double median_of(std::array<double, 3> three) {
    std::ranges::sort(three);
    return three[1];
}

/// What a command prints.
inline std::string output_of(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), &::pclose);
    if (!pipe) throw std::runtime_error("cannot run " + command);
    std::string out;
    std::array<char, 4096> chunk;
    while (const auto read = std::fread(chunk.data(), 1, chunk.size(), pipe.get()))
        out.append(chunk.data(), read);
    return out;
}

/// An empty folder, gone at the end.
class Folder {
public:
    Folder() {
        if (!::mkdtemp(path_.data())) throw std::runtime_error("no temporary folder");
    }

    ~Folder() { (void)!std::system(("rm -rf " + path_).c_str()); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_ = "/tmp/asterism-bench-XXXXXX";
};

}  // namespace asterism::bench
