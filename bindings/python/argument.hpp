#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <pybind11/pybind11.h>

#include "libcore/base/result.hpp"
#include "libcore/base/time.hpp"

namespace asterism::python {

namespace py = pybind11;

using Shape = std::vector<std::size_t>;

/// Where an array's elements lie in memory.
struct Layout {
    py::object owner;  ///< keeps the memory
    std::byte* data = nullptr;
    Shape shape;
    std::vector<std::ptrdiff_t> strides;  ///< in bytes, one for each dimension
    std::string type;                     ///< "<f8", "<M8[us]": as the array interface spells it
};

/// What anything with `__array_interface__` says of its memory. This protocol, version 3, is all
/// that ties the module to numpy: neither its headers nor its ABI.
Layout layout_of(const py::object& array);

/// numpy itself; raises ImportError where it is not installed.
py::module_ numpy();

/// Finite numbers within bounds, both of which belong to them.
struct Bounds {
    double least;
    double most;
    const Fault* fault;  ///< what is said of others
};

/// One argument of a function over arrays, read where it lies: a single value, or an array of any
/// shape and strides. Native floats, integers and datetime64 from seconds to nanoseconds are not
/// copied; other arrays and lists are, into such.
class Argument {
public:
    /// Numbers: int, float, or an array of them.
    Argument(std::string_view name, py::handle given, const Bounds& bounds);

    /// Moments of the years 1900 to 2100, from datetimes with a time zone, RFC 3339 texts, POSIX
    /// seconds or datetime64 (of UTC).
    static Argument times(std::string_view name, py::handle given);

    std::string_view name() const { return name_; }

    const Shape& shape() const { return layout_.shape; }

    const std::vector<std::ptrdiff_t>& strides() const { return layout_.strides; }

    const std::byte* data() const { return single_ ? value_.data() : layout_.data; }

    /// Reads `count` elements that lie `stride` bytes apart into doubles or Instants. Stops at one
    /// that is out of bounds, and says how many it read.
    std::size_t read(const std::byte* from, std::ptrdiff_t stride, std::size_t count,
                     std::byte* into) const {
        return read_(from, stride, count, into, bounds_);
    }

    /// Raises the refusal of the element at those indices of a shape that this one is broadcast to.
    /// Without a fault it is that of the bounds.
    [[noreturn]] void refuse_at(const Shape& indices, const Fault* fault = nullptr) const;

private:
    using Read = std::size_t (*)(const std::byte*, std::ptrdiff_t, std::size_t, std::byte*,
                                 const Bounds&);

    explicit Argument(std::string_view name);
    void take_array(py::handle given);
    void read_numbers_of(const py::object& array);
    void read_times_of(const py::object& array);
    bool read_times_by_type();

    std::string_view name_;
    Bounds bounds_;
    Read read_ = nullptr;
    bool single_ = false;
    std::array<std::byte, 8> value_ = {};  ///< if single
    Layout layout_;
};

}  // namespace asterism::python
