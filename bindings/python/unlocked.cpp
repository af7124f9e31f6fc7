#include "bindings/python/unlocked.hpp"

#include <condition_variable>
#include <cxxabi.h>
#include <mutex>
#include <optional>
#include <pthread.h>
#include <thread>
#include <unistd.h>

#include <pybind11/pybind11.h>

namespace asterism::python {
namespace {

/// Threads that work without the interpreter's lock.
class Working {
public:
    /// Of those that come after the end has begun, only the thread that ends may work.
    void enter() {
        std::unique_lock lock(mutex_);
        idle_.wait(lock, [this] { return !ending_ || *ending_ == std::this_thread::get_id(); });
        ++count_;
    }

    void leave() {
        const std::lock_guard lock(mutex_);
        if (--count_ == 0) idle_.notify_all();
    }

    void end() {
        std::unique_lock lock(mutex_);
        ending_ = std::this_thread::get_id();
        idle_.wait(lock, [this] { return count_ == 0; });
    }

private:
    std::mutex mutex_;
    std::condition_variable idle_;
    int count_ = 0;
    std::optional<std::thread::id> ending_;
};

/// Never destroyed: threads may wait in it until the process is gone. A forked child has none of
/// its parent's threads, and so a new one.
Working& working() {
    static Working* here = [] {
        ::pthread_atfork(nullptr, nullptr, [] { here = new Working; });
        return new Working;
    }();
    return *here;
}

}  // namespace

Unlocked::Unlocked() : state_(PyEval_SaveThread()) { working().enter(); }

Unlocked::~Unlocked() {
    working().leave();
    while (!locked_again()) ::pause();
}

bool Unlocked::locked_again() {
    if (_Py_IsFinalizing() != 0) return false;
    try {
        PyEval_RestoreThread(state_);
    } catch (abi::__forced_unwind&) {
        for (;;) ::pause();
    }
    return true;
}

void await_workers() {
    const pybind11::gil_scoped_release others_may_run;
    working().end();
}

}  // namespace asterism::python
