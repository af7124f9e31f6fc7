#include "tests/bench/load/site.hpp"

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sched.h>
#include <stdexcept>
#include <thread>
#include <unistd.h>

#include <sys/wait.h>

namespace asterism::bench {
namespace {

using namespace std::chrono_literals;

pid_t start(const std::vector<std::string>& words, const std::string& said, int core) {
    std::vector<char*> raw;
    for (const auto& word : words) raw.push_back(const_cast<char*>(word.c_str()));
    raw.push_back(nullptr);
    const pid_t out = ::fork();
    if (out != 0) return out;
    const int file = ::open(said.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(file, 1);
    ::dup2(file, 2);
    if (core >= 0) {
        cpu_set_t set;
        CPU_ZERO(&set);
        CPU_SET(static_cast<unsigned>(core), &set);
        ::sched_setaffinity(0, sizeof set, &set);
    }
    ::execv(raw[0], raw.data());
    ::_exit(127);
}

/// The port in the first line it says, "http://127.0.0.1:8000"; 0 while there is none.
std::uint16_t port_said(const std::string& file) {
    std::ifstream in(file);
    std::string line;
    while (std::getline(in, line)) {
        if (!line.starts_with("http") || in.eof()) continue;
        return static_cast<std::uint16_t>(std::stoi(line.substr(line.rfind(':') + 1)));
    }
    return 0;
}

}  // namespace

Site::Site(const Options& options) {
    std::vector<std::string> words{options.program,    "serve",   "--listen", "127.0.0.1:0",
                                   "--log-level",      "warning", "--data",   data(),
                                   "--limits-enabled", "false"};
    if (options.tls) {
        const auto key = folder_.file("key.pem");
        const auto chain = folder_.file("chain.pem");
        const auto make =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "
            "-days 2 -subj /CN=localhost -keyout " +
            key + " -out " + chain + " 2>/dev/null";
        if (std::system(make.c_str()) != 0) throw std::runtime_error("openssl made no certificate");
        words.insert(words.end(), {"--tls-certificate", chain, "--tls-key", key});
    }
    words.insert(words.end(), options.flags.begin(), options.flags.end());
    process_ = start(words, folder_.file("said"), options.core);
    for (int i = 0; i < 1000 && port_ == 0; ++i) {
        std::this_thread::sleep_for(10ms);
        if (::waitpid(process_, nullptr, WNOHANG) != 0) break;
        port_ = port_said(folder_.file("said"));
    }
    if (port_ != 0) return;
    (void)!std::system(("cat " + folder_.file("said") + " >&2").c_str());
    throw std::runtime_error("the server did not start");
}

Site::~Site() {
    if (process_ <= 0) return;
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
}

double Site::resident_mib() const {
    std::ifstream in("/proc/" + std::to_string(process_) + "/statm");
    double size = 0;
    double resident = 0;
    in >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

double Site::cpu_seconds() const {
    std::ifstream in("/proc/" + std::to_string(process_) + "/stat");
    std::string text;
    std::getline(in, text);
    // The fields after the name, which may hold anything: user and system time are 12th and 13th.
    std::string rest = text.substr(text.rfind(')') + 2);
    for (int i = 0; i < 11; ++i) rest.erase(0, rest.find(' ') + 1);
    std::size_t used = 0;
    const double user = std::stod(rest, &used);
    return (user + std::stod(rest.substr(used))) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

unsigned Site::descriptors() const {
    unsigned out = 0;
    for ([[maybe_unused]] const auto& each :
         std::filesystem::directory_iterator("/proc/" + std::to_string(process_) + "/fd"))
        ++out;
    return out;
}

}  // namespace asterism::bench
