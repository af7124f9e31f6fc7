#include "shells/outside/images/confine.hpp"

#include <cerrno>
#include <fcntl.h>
#include <initializer_list>
#include <seccomp.h>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace asterism::outside::images {
namespace {

void limit(__rlimit_resource what, rlim_t most) {
    const rlimit both{most, most};
    setrlimit(what, &both);
}

}  // namespace

bool confine() {
    prctl(PR_SET_DUMPABLE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_DATA, memory_bytes);
    limit(RLIMIT_FSIZE, written_bytes);
    const auto filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == nullptr) return false;
    bool sound = true;
    for (const int call : {SCMP_SYS(socket),
                           SCMP_SYS(connect),
                           SCMP_SYS(bind),
                           SCMP_SYS(execve),
                           SCMP_SYS(execveat),
                           SCMP_SYS(fork),
                           SCMP_SYS(vfork),
                           SCMP_SYS(ptrace),
                           SCMP_SYS(process_vm_readv),
                           SCMP_SYS(process_vm_writev),
                           SCMP_SYS(kill),
                           SCMP_SYS(tkill),
                           SCMP_SYS(open),
                           SCMP_SYS(openat),
                           SCMP_SYS(openat2),
                           SCMP_SYS(creat),
                           SCMP_SYS(unlink),
                           SCMP_SYS(unlinkat),
                           SCMP_SYS(rename),
                           SCMP_SYS(renameat),
                           SCMP_SYS(renameat2),
                           SCMP_SYS(link),
                           SCMP_SYS(linkat),
                           SCMP_SYS(symlink),
                           SCMP_SYS(symlinkat),
                           SCMP_SYS(chmod),
                           SCMP_SYS(fchmodat),
                           SCMP_SYS(mkdir),
                           SCMP_SYS(mkdirat),
                           SCMP_SYS(mount),
                           SCMP_SYS(unshare),
                           SCMP_SYS(setns),
                           SCMP_SYS(bpf),
                           SCMP_SYS(userfaultfd),
                           SCMP_SYS(perf_event_open),
                           SCMP_SYS(keyctl),
                           SCMP_SYS(io_uring_setup)})
        sound = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), call, 0) == 0 && sound;
    sound = seccomp_load(filter) == 0 && sound;
    seccomp_release(filter);
    return sound;
}

void allow_cpu(unsigned seconds) {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto spent = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
    rlimit cpu{};
    getrlimit(RLIMIT_CPU, &cpu);
    cpu.rlim_cur = spent + seconds + 1;  // both are cut to whole seconds
    setrlimit(RLIMIT_CPU, &cpu);
}

}  // namespace asterism::outside::images
