#include <array>
#include <cstdio>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <sys/resource.h>

#include "tests/bench/load/scenes.hpp"

namespace {

using namespace asterism::bench;

constexpr auto usage =
    "usage: load_bench PROGRAM SCENE [--tls] [--connections N] [--seconds N] [-- FLAGS OF serve]\n"
    "scenes: slow idle logins overload uploads\n";

struct Scene {
    std::string_view name;
    bool (*play)(const Wanted&);
};

constexpr std::array scenes{Scene{"slow", slow_clients}, Scene{"idle", idle_clients},
                            Scene{"logins", login_storm}, Scene{"overload", overload},
                            Scene{"uploads", upload_storm}};

/// False for words that make no sense.
bool read(const std::vector<std::string>& words, Wanted& wanted, SSL_CTX* tls) {
    for (std::size_t i = 2; i < words.size(); ++i) {
        const bool more = i + 1 < words.size();
        if (words[i] == "--tls")
            wanted.tls = tls;
        else if (words[i] == "--connections" && more)
            wanted.connections = static_cast<unsigned>(std::stoul(words[++i]));
        else if (words[i] == "--seconds" && more)
            wanted.seconds = static_cast<unsigned>(std::stoul(words[++i]));
        else if (words[i] != "--")
            return false;
        else {
            wanted.flags.assign(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
            return true;
        }
    }
    return true;
}

int run(const std::vector<std::string>& words) {
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> tls(SSL_CTX_new(TLS_client_method()),
                                                                &SSL_CTX_free);
    SSL_CTX_set_mode(tls.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                    SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    Wanted wanted;
    if (words.size() < 2 || !read(words, wanted, tls.get())) return std::fputs(usage, stderr), 2;
    wanted.program = words[0];
    wanted.members_script = ASTERISM_BENCH_MEMBERS;
    rlimit limit{};  // as many descriptors as there may be, for the server it starts as well
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    for (const auto& scene : scenes)
        if (scene.name == words[1]) return scene.play(wanted) ? 0 : 1;
    return std::fputs(usage, stderr), 2;
}

}  // namespace

int main(int count, char** raw) {
    try {
        return run({raw + 1, raw + count});
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "load_bench: %s\n", failure.what());
        return 1;
    }
}
