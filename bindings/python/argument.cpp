#include "bindings/python/argument.hpp"

#include <bit>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "bindings/python/refuse.hpp"
#include "bindings/python/values.hpp"
#include "libcore/sky/faults.hpp"

namespace asterism::python {
namespace {

using namespace std::chrono;

static_assert(std::endian::native == std::endian::little, "type strings below begin with <");
static_assert(sizeof(Instant) == sizeof(std::int64_t) && sizeof(double) == sizeof(std::int64_t));

constexpr seconds known_from = sys_days{1900y / 1 / 1}.time_since_epoch();
constexpr seconds known_until = sys_days{2101y / 1 / 1}.time_since_epoch();
constexpr Bounds known_years{0, 0, &sky::date_out_of_range};

/// Elements need not be aligned: a field of a record may not be.
template <class T>
T element(const std::byte* from) {
    T out;
    std::memcpy(&out, from, sizeof out);
    return out;
}

template <class T>
void put(std::byte* into, std::size_t index, T value) {
    std::memcpy(into + index * sizeof value, &value, sizeof value);
}

template <class T>
std::size_t read_numbers(const std::byte* from, std::ptrdiff_t stride, std::size_t count,
                         std::byte* into, const Bounds& bounds) {
    for (std::size_t i = 0; i < count; ++i, from += stride) {
        const auto number = static_cast<double>(element<T>(from));
        if (!(bounds.least <= number && number <= bounds.most)) return i;
        put(into, i, number);
    }
    return count;
}

template <class T>
std::size_t read_posix(const std::byte* from, std::ptrdiff_t stride, std::size_t count,
                       std::byte* into, const Bounds&) {
    constexpr auto least = static_cast<double>(known_from.count());
    constexpr auto limit = static_cast<double>(known_until.count());
    for (std::size_t i = 0; i < count; ++i, from += stride) {
        const auto number = static_cast<double>(element<T>(from));
        if (!(least <= number && number < limit)) return i;
        put(into, i, static_cast<std::int64_t>(std::nearbyint(number * 1e6)));
    }
    return count;
}

/// Parts of a second since 1970; what is finer than a microsecond is cut off, as Python does.
template <class Tick>
std::size_t read_ticks(const std::byte* from, std::ptrdiff_t stride, std::size_t count,
                       std::byte* into, const Bounds&) {
    constexpr std::int64_t least = Tick{known_from}.count();
    constexpr std::int64_t limit = Tick{known_until}.count();
    for (std::size_t i = 0; i < count; ++i, from += stride) {
        const auto ticks = element<std::int64_t>(from);
        if (!(least <= ticks && ticks < limit)) return i;  // "not a time" is the least of all
        put(into, i, std::int64_t{floor<microseconds>(Tick{ticks}).count()});
    }
    return count;
}

/// Anything that numpy makes an array of. Texts are no sequences here.
bool is_array_like(py::handle given) {
    if (py::hasattr(given, "__array__") || py::hasattr(given, "__array_interface__")) return true;
    PyObject* const raw = given.ptr();
    return PySequence_Check(raw) != 0 && !PyUnicode_Check(raw) && !PyBytes_Check(raw);
}

/// Which element of an argument, as Python would spell it: "times[2, 0]".
std::string spelled(std::string_view name, const Shape& indices) {
    std::string out(name);
    for (std::size_t i = 0; i < indices.size(); ++i)
        out.append(i == 0 ? "[" : ", ").append(std::to_string(indices[i]));
    return indices.empty() ? out : out + "]";
}

Shape unravelled(std::size_t flat, const Shape& shape) {
    Shape out(shape.size());
    for (std::size_t i = shape.size(); i-- > 0; flat /= shape[i]) out[i] = flat % shape[i];
    return out;
}

/// Datetimes or texts, one by one.
py::object converted(std::string_view name, const py::object& array) {
    const Layout from = layout_of(array);
    const py::object out = numpy().attr("empty")(array.attr("shape"), "M8[us]");
    const Layout to = layout_of(out);
    std::size_t index = 0;
    for (const py::handle item : array.attr("ravel")().attr("tolist")()) {
        const auto at = to_instant(item);
        if (!at) refuse(at.error(), spelled(name, unravelled(index, from.shape)));
        put(to.data, index++, at->time_since_epoch().count());
    }
    return out;
}

}  // namespace

py::module_ numpy() { return py::module_::import("numpy"); }

Layout layout_of(const py::object& array) {
    const auto interface = array.attr("__array_interface__").cast<py::dict>();
    Layout out;
    out.owner = array;
    out.type = interface["typestr"].cast<std::string>();
    const auto address = interface["data"].cast<py::tuple>()[0].cast<std::uintptr_t>();
    out.data = reinterpret_cast<std::byte*>(address);
    for (const py::handle length : interface["shape"])
        out.shape.push_back(length.cast<std::size_t>());
    out.strides.resize(out.shape.size());
    const py::object strides = array.attr("strides");
    for (std::size_t i = 0; i < out.shape.size(); ++i)
        out.strides[i] = strides[py::int_(i)].cast<std::ptrdiff_t>();
    return out;
}

Argument::Argument(std::string_view name) : name_(name), bounds_(known_years) {}

Argument::Argument(std::string_view name, py::handle given, const Bounds& bounds)
    : name_(name), bounds_(bounds) {
    if (PyFloat_Check(given.ptr()) || PyLong_Check(given.ptr())) {
        const auto number = to_number(given);
        if (!number && number.error().fault == &unfit_type) refuse(number.error(), name);
        if (!number || !(bounds.least <= *number && *number <= bounds.most))
            refuse(Error{bounds.fault}, name);
        put(value_.data(), 0, *number);
        single_ = true;
        read_ = &read_numbers<double>;
    } else {
        take_array(given);
        read_numbers_of(layout_.owner);
    }
}

Argument Argument::times(std::string_view name, py::handle given) {
    Argument out(name);
    if (PyFloat_Check(given.ptr()) || PyLong_Check(given.ptr())) {
        const auto number = to_number(given);
        if (!number && number.error().fault == &unfit_type) refuse(number.error(), name);
        const double posix = number ? *number : 1e300;
        out.single_ = true;
        out.read_ = &read_ticks<microseconds>;
        const auto* const from = reinterpret_cast<const std::byte*>(&posix);
        if (read_posix<double>(from, 0, 1, out.value_.data(), out.bounds_) == 0) out.refuse_at({});
    } else if (is_array_like(given)) {
        out.take_array(given);
        out.read_times_of(out.layout_.owner);
    } else {
        const Instant at = value_or_refuse(to_instant(given), name);
        out.single_ = true;
        out.read_ = &read_ticks<microseconds>;
        put(out.value_.data(), 0, at.time_since_epoch().count());
    }
    return out;
}

void Argument::take_array(py::handle given) {
    // What a mask hides must not be read.
    if (!is_array_like(given) || py::hasattr(given, "mask")) refuse(Error{&unfit_type}, name_);
    layout_ = layout_of(numpy().attr("asarray")(given));
    if (layout_.type[0] == '>') {
        const py::object native = layout_.owner.attr("dtype").attr("newbyteorder")("=");
        layout_ = layout_of(layout_.owner.attr("astype")(native));
    }
}

void Argument::read_numbers_of(const py::object& array) {
    const std::string& type = layout_.type;
    if (type == "<f8") {
        read_ = &read_numbers<double>;
    } else if (type == "<f4") {
        read_ = &read_numbers<float>;
    } else if (type == "<i8") {
        read_ = &read_numbers<std::int64_t>;
    } else if (type == "<i4") {
        read_ = &read_numbers<std::int32_t>;
    } else {
        if (std::string_view("fiu").find(type[1]) == std::string_view::npos)
            refuse(Error{&unfit_type}, name_);
        layout_ = layout_of(array.attr("astype")("f8"));
        read_ = &read_numbers<double>;
    }
}

bool Argument::read_times_by_type() {
    const std::string& type = layout_.type;
    if (type == "<M8[ns]")
        read_ = &read_ticks<nanoseconds>;
    else if (type == "<M8[us]")
        read_ = &read_ticks<microseconds>;
    else if (type == "<M8[ms]")
        read_ = &read_ticks<milliseconds>;
    else if (type == "<M8[s]")
        read_ = &read_ticks<seconds>;
    else if (type == "<f8")
        read_ = &read_posix<double>;
    else if (type == "<i8")
        read_ = &read_posix<std::int64_t>;
    return read_ != nullptr;
}

void Argument::read_times_of(const py::object& array) {
    if (read_times_by_type()) return;
    switch (layout_.type[1]) {
        case 'M': layout_ = layout_of(array.attr("astype")("M8[s]")); break;
        case 'i':
        case 'u': layout_ = layout_of(array.attr("astype")("i8")); break;
        case 'O':
        case 'U': layout_ = layout_of(converted(name_, array)); break;
        default: refuse(Error{&unfit_type}, name_);
    }
    read_times_by_type();
}

void Argument::refuse_at(const Shape& indices, const Fault* fault) const {
    Shape own;
    if (!single_)
        own.assign(indices.end() - static_cast<std::ptrdiff_t>(shape().size()), indices.end());
    for (std::size_t i = 0; i < own.size(); ++i)
        if (shape()[i] == 1) own[i] = 0;
    refuse(Error{fault != nullptr ? fault : bounds_.fault}, spelled(name_, own));
}

}  // namespace asterism::python
