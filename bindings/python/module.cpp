#include <chrono>
#include <condition_variable>
#include <cxxabi.h>
#include <exception>
#include <mutex>
#include <optional>
#include <pthread.h>
#include <string>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

#include <pybind11/pybind11.h>

#include "bindings/python/describe.hpp"
#include "bindings/python/library.hpp"
#include "bindings/python/refuse.hpp"
#include "bindings/python/rules.hpp"
#include "bindings/python/values.hpp"
#include "libcore/sky/use_cases.hpp"
#include "libcore/version.hpp"
#include "shells/app/codec.hpp"

namespace asterism::python {
namespace {

/// Threads that work without the interpreter's lock. The end of the program waits for them: whoever
/// works on would find the program's statics destroyed.
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

/// While it lives, other Python threads run. A thread that comes back after the interpreter's end
/// waits for the process to end, too: CPython would unwind it, and C++ would call that a crash.
class Unlocked {
public:
    Unlocked() : state_(PyEval_SaveThread()) { working().enter(); }

    ~Unlocked() {
        working().leave();
        while (!locked_again()) ::pause();
    }

    Unlocked(const Unlocked&) = delete;
    Unlocked& operator=(const Unlocked&) = delete;

private:
    bool locked_again() {
        if (_Py_IsFinalizing() != 0) return false;
        try {
            PyEval_RestoreThread(state_);
        } catch (abi::__forced_unwind&) {
            for (;;) ::pause();
        }
        return true;
    }

    PyThreadState* state_;
};

void await_workers() {
    const py::gil_scoped_release others_may_run;
    working().end();
}

/// Looked at by hand: where a subclass has not called __init__ yet, pybind11 hands out raw memory.
Library& library_of(const py::object& self) {
    if (!py::isinstance<Library>(self)) throw py::type_error("This is no Library.");
    auto* const instance = reinterpret_cast<py::detail::instance*>(self.ptr());
    const auto held = instance->get_value_and_holder(py::detail::get_type_info(typeid(Library)));
    if (!held.holder_constructed()) throw NotOpen("This library was never opened.");
    return *held.value_ptr<Library>();
}

Onbehalf onbehalf(const py::object& actor) {
    if (actor.is_none()) return {};
    const auto given = value_or_refuse(to_json(actor), "actor");
    if (given.is_int64()) return value_or_refuse(app::decode<AccountId>(given), "actor");
    return value_or_refuse(app::decode<Handle>(given), "actor");
}

py::object answer_of(const Reshape& reshape, std::string_view text) {
    return reshape(value_or_refuse(app::parse_strict(text)));
}

/// Refused here, because pybind11 would show all that was given, passwords among it.
void refuse_positional(const py::args& rest) {
    if (!rest.empty()) throw py::type_error("Fields are given by keyword.");
}

/// Takes `actor` out of the keywords; the rest are fields.
Onbehalf take_actor(const py::kwargs& fields) {
    return onbehalf(fields.attr("pop")("actor", py::none()));
}

py::object call(const app::Operation& operation, const Reshape& reshape, const py::object& self,
                const py::args& rest, const py::kwargs& fields) {
    auto& library = library_of(self);
    refuse_positional(rest);
    const auto who = take_actor(fields);
    const auto input = value_or_refuse(to_json(fields));
    app::Answer answer;
    const auto outcome = [&] {
        const Unlocked others_may_run;
        return library.run(operation, who, input, answer);
    }();
    if (!outcome) refuse(outcome.error());
    return answer_of(reshape, answer.text);
}

void add_use_case(py::class_<Library>& library, const app::Operation& operation) {
    const std::string name(operation.name);
    const auto doc = name + signature(operation) + "\n--\n\n" + docstring(operation);
    library.def(
        name.c_str(),
        [&operation, reshape = Reshape(operation.output())](
            const py::object& self, const py::args& rest, const py::kwargs& fields) {
            return call(operation, reshape, self, rest, fields);
        },
        doc.c_str());
}

/// A file name as the system has it, from text, bytes or anything with __fspath__.
std::string path_of(const py::object& path) {
    PyObject* bytes = nullptr;
    if (PyUnicode_FSConverter(path.ptr(), &bytes) == 0) throw py::error_already_set();
    return py::reinterpret_steal<py::bytes>(bytes);
}

std::unique_ptr<Library> open(const py::object& path, const py::object& database,
                              const py::args& rest, const py::kwargs& rules) {
    refuse_positional(rest);
    Place place;
    if (!path.is_none()) place.folder = path_of(path);
    if (!database.is_none())
        place.database = value_or_refuse(
            app::decode<std::string>(value_or_refuse(to_json(database), "database")), "database");
    // A name that came out empty must not open what no name at all would open.
    if (!path.is_none() && place.folder.empty()) refuse(field_error(app::bad_field, "path"));
    if (!database.is_none() && place.database.empty())
        refuse(field_error(app::bad_field, "database"));
    auto policy = policy_of(value_or_refuse(app::decode<Rules>(value_or_refuse(to_json(rules)))));
    auto opened = [&] {
        const Unlocked others_may_run;
        return Library::open(place, std::move(policy));
    }();
    return value_or_refuse(std::move(opened));
}

void close(const py::object& self) {
    auto& library = library_of(self);
    const Unlocked others_may_run;
    library.close();
}

void add_library(py::module_& module) {
    py::class_<Library> library(module, "Library", library_doc);
    library.def(py::init(&open), py::arg("path") = py::none(), py::arg("database") = py::none());
    library.def("close", &close, close_doc);
    library.def_property_readonly(
        "closed", [](const py::object& self) { return library_of(self).closed(); }, closed_doc);
    library.def("__enter__", [](const py::object& self) {
        library_of(self);
        return self;
    });
    library.def("__exit__", [](const py::object& self, const py::args&) { close(self); });
    for (const app::Operation& operation : app::operations()) add_use_case(library, operation);
}

py::object moon(const py::object& at) {
    static const Reshape reshape(app::Codec<sky::MoonView>::schema());
    const auto given = value_or_refuse(to_json(at), "at");
    const auto input = value_or_refuse(app::decode<sky::MoonAt>(json::object{{"at", given}}));
    const Now now{std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now())};
    std::string text;
    app::encode(text, value_or_refuse(sky::moon_at(now, input)));
    return answer_of(reshape, text);
}

/// The system's refusals are Python's own: FileNotFoundError, PermissionError and the like.
void translate(std::exception_ptr thrown) {
    try {
        if (thrown) std::rethrow_exception(std::move(thrown));
    } catch (const std::system_error& error) {
        const auto value = py::make_tuple(error.code().value(), error.what());
        PyErr_SetObject(PyExc_OSError, value.ptr());
    }
}

}  // namespace
}  // namespace asterism::python

PYBIND11_MODULE(_asterism, module) {
    using namespace asterism::python;
    py::options options;
    options.disable_function_signatures();
    py::register_local_exception_translator(&translate);
    module.doc() = "Asterism's use cases, without a server.";
    module.attr("__version__") = asterism::version();
    module.def("moon", &moon, py::arg("at") = py::none(), moon_doc);
    add_library(module);
    py::module_::import("atexit").attr("register")(py::cpp_function(&await_workers));
}
