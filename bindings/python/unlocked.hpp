#pragma once

#include <Python.h>

namespace asterism::python {

/// While it lives, other Python threads run. A thread that comes back after the interpreter's end
/// waits for the process to end, too: CPython would unwind it, and C++ would call that a crash.
class Unlocked {
public:
    Unlocked();
    ~Unlocked();
    Unlocked(const Unlocked&) = delete;
    Unlocked& operator=(const Unlocked&) = delete;

private:
    bool locked_again();

    PyThreadState* state_;
};

/// Waits for those who work without the interpreter's lock, and lets nobody begin after. For the
/// end of the program: whoever worked on would find its statics destroyed.
void await_workers();

}  // namespace asterism::python
