#include "shells/cli/signals.hpp"

#include <csignal>
#include <pthread.h>

namespace asterism::cli {
namespace {

sigset_t ending_signals() {
    sigset_t out;
    sigemptyset(&out);
    for (const int each : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&out, each);
    return out;
}

}  // namespace

void hold_signals() {
    const auto signals = ending_signals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is a full disk, not our end
}

bool wait_for_signal(const std::stop_token& give_up, const WhileWaiting& meanwhile) {
    const auto signals = ending_signals();
    const timespec pause{0, 500'000'000};
    while (!give_up.stop_requested()) {
        const int signal = ::sigtimedwait(&signals, nullptr, &pause);
        if (signal == SIGHUP && meanwhile.reload) {
            meanwhile.reload();
        } else if (signal > 0) {
            ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
            return true;
        }
        if (meanwhile.tick) meanwhile.tick();
    }
    return false;
}

}  // namespace asterism::cli
