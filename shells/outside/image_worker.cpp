#include "shells/outside/image_worker.hpp"

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <spawn.h>

#include <sys/socket.h>
#include <sys/wait.h>

#include "shells/app/store.hpp"

namespace asterism::outside {
namespace {

constexpr const char* program_name = "asterism-images";

/// Which files and signals a worker starts with: its socket, and none of ours.
class Spawning {
public:
    explicit Spawning(int socket) {
        posix_spawn_file_actions_init(&files_);
        posix_spawn_file_actions_addopen(&files_, 0, "/dev/null", O_RDWR, 0);
        posix_spawn_file_actions_adddup2(&files_, 0, 1);
        posix_spawn_file_actions_adddup2(&files_, 0, 2);
        posix_spawn_file_actions_adddup2(&files_, socket, images::socket_number);
        posix_spawn_file_actions_addclosefrom_np(&files_, images::socket_number + 1);
        posix_spawnattr_init(&attributes_);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &all);
        posix_spawnattr_setpgroup(&attributes_, 0);  // Ctrl-C is for the server to see first
        posix_spawnattr_setflags(
            &attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }

    Spawning(const Spawning&) = delete;
    Spawning& operator=(const Spawning&) = delete;

    ~Spawning() {
        posix_spawn_file_actions_destroy(&files_);
        posix_spawnattr_destroy(&attributes_);
    }

    /// 0, or why it failed.
    int run(std::string program, pid_t& process) {
        std::array<char*, 2> words{program.data(), nullptr};
        // None of our environment, which may hold secrets. Large images stay in memory, where
        // their size is bounded, and one arena is enough for one thread at work.
        std::array<std::string, 3> settings{"LC_ALL=C.UTF-8", "VIPS_DISC_THRESHOLD=2g",
                                            "MALLOC_ARENA_MAX=2"};
        std::array<char*, 4> environment{settings[0].data(), settings[1].data(), settings[2].data(),
                                         nullptr};
        return posix_spawn(&process, program.c_str(), &files_, &attributes_, words.data(),
                           environment.data());
    }

private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
};

/// As if nobody had read the first of them or written the others.
void rewind(std::span<const int> files) {
    for (const int file : files) ::lseek(file, 0, SEEK_SET);
    for (const int file : files.subspan(1))
        if (::ftruncate(file, 0) != 0) throw app::NoImages(std::strerror(errno));
}

}  // namespace

std::optional<images::Report> ImageWorker::ask(const images::Request& request,
                                               std::span<const int> files) {
    if (done_ >= options_.pictures) end();
    const bool used = process_ != 0;
    if (!used || !send(request, files)) {
        end();
        start();
        if (!send(request, files)) throw app::NoImages("the image worker takes no requests");
    }
    ++done_;
    const auto heard = await();
    if (heard.report) return heard.report;
    // A process that has let go of its socket by ending keeps the code it ended with.
    siginfo_t how{};
    ::kill(process_, SIGKILL);
    ::waitid(P_PID, static_cast<id_t>(process_), &how, WEXITED | WNOWAIT);
    end();
    if (how.si_code == CLD_EXITED) throw app::NoImages("the image worker does not start");
    if (!used || heard.late) return std::nullopt;
    // One that was at work before may have been killed for reasons of its own: a fresh one decides.
    rewind(files);
    return ask(request, files);
}

void ImageWorker::start() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw app::NoImages(std::strerror(errno));
    socket_ = Descriptor(ends[0]);
    const Descriptor theirs(ends[1]);
    // Both numbers may be the one it is to have, which dup2 would then leave closed on exec.
    const Descriptor high(::fcntl(theirs.number(), F_DUPFD_CLOEXEC, images::socket_number + 1));
    if (const int error = Spawning(high.number()).run(options_.program, process_); error != 0) {
        process_ = 0;
        throw app::NoImages(options_.program + ": " + std::strerror(error));
    }
    done_ = 0;
}

void ImageWorker::end() {
    socket_ = Descriptor();
    if (process_ == 0) return;
    ::kill(process_, SIGKILL);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
    process_ = 0;
}

bool ImageWorker::send(const images::Request& request, std::span<const int> files) const {
    iovec bytes{const_cast<images::Request*>(&request), sizeof request};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * (1 + images::most_sizes))> space{};
    msghdr message{};
    message.msg_iov = &bytes;
    message.msg_iovlen = 1;
    message.msg_control = space.data();
    message.msg_controllen = CMSG_SPACE(files.size_bytes());
    cmsghdr* rights = CMSG_FIRSTHDR(&message);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(files.size_bytes());
    std::memcpy(CMSG_DATA(rights), files.data(), files.size_bytes());
    return ::sendmsg(socket_.number(), &message, MSG_NOSIGNAL) == sizeof request;
}

ImageWorker::Heard ImageWorker::await() const {
    pollfd answer{socket_.number(), POLLIN, 0};
    const auto until = std::chrono::steady_clock::now() + options_.longest;
    int ready = -1;
    do {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            until - std::chrono::steady_clock::now());
        ready = ::poll(&answer, 1, std::max(0, static_cast<int>(left.count())));
    } while (ready < 0 && errno == EINTR);
    images::Report report;
    if (ready != 1 || ::recv(socket_.number(), &report, sizeof report, 0) != sizeof report)
        return {std::nullopt, ready != 1};
    report.why.back() = '\0';
    return {report, false};
}

std::string image_program() {
    namespace fs = std::filesystem;
    std::error_code none;
    const auto here = fs::read_symlink("/proc/self/exe", none).parent_path() / program_name;
    if (fs::exists(here, none)) return here;
    Dl_info library{};
    if (::dladdr(reinterpret_cast<void*>(&image_program), &library) == 0) return here;
    return fs::absolute(library.dli_fname, none).parent_path() / program_name;
}

}  // namespace asterism::outside
