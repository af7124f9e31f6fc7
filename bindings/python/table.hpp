#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "bindings/python/argument.hpp"
#include "shells/app/function_ref.hpp"

namespace asterism::python {

inline constexpr Fault shapes_differ{"shapes_differ", Kind::invalid,
                                     "Arrays of these shapes cannot be broadcast to one."};

/// What a column of answers holds.
enum class Holds : std::uint8_t {
    numbers,   ///< float, or float64
    integers,  ///< int, or int64
    moments    ///< datetime or None, or datetime64[us] with "not a time"
};

/// What stands for a moment that there is none of: microseconds, as numpy has them.
inline constexpr std::int64_t not_a_time = INT64_MIN;

/// Some rows of a table, for a kernel to answer.
struct Rows {
    static constexpr std::size_t most = 512;
    static constexpr std::size_t columns = 16;  ///< of each kind, at most

    std::size_t first = 0;  ///< how many went before
    std::size_t count = 0;
    std::array<std::byte*, columns> given = {};     ///< Instants or doubles, by argument
    std::array<std::byte*, columns> answered = {};  ///< doubles, or 64-bit integers
    std::size_t refused = most;                     ///< the first that the kernel refuses

    std::span<const Instant> times(std::size_t column) const {
        return {reinterpret_cast<const Instant*>(given[column]), count};
    }

    std::span<const double> numbers(std::size_t column) const {
        return {reinterpret_cast<const double*>(given[column]), count};
    }

    std::span<double> number_answers(std::size_t column) const {
        return {reinterpret_cast<double*>(answered[column]), count};
    }

    std::span<std::int64_t> integer_answers(std::size_t column) const {
        return {reinterpret_cast<std::int64_t*>(answered[column]), count};
    }
};

using Kernel = app::FunctionRef<void(Rows&)>;

/// A function over arrays at work: arguments broadcast to one shape as numpy does, read in step and
/// answered a few hundred rows at a time, without the interpreter's lock and without any copy but
/// of those rows.
class Table {
public:
    explicit Table(std::vector<Argument> arguments);

    /// Whether all arguments are single values, and so the answers.
    bool is_single() const { return shape_.empty(); }

    /// Which fault, of which argument, a kernel means that refuses a row.
    void refuses(std::size_t argument, const Fault& fault);

    /// Runs the kernel over all rows and gives each column's answers, of the common shape or
    /// single. An argument out of bounds is refused by its first place in the order of rows, and
    /// then nothing is answered.
    std::vector<py::object> answer(std::span<const Holds> columns, Kernel kernel) const;

private:
    struct Bad;

    std::size_t fill_column(Rows& rows, std::size_t argument) const;
    Bad fill(Rows& rows) const;
    Bad work(Rows& rows, Kernel kernel) const;
    Shape indices_of(std::size_t row) const;

    std::vector<Argument> arguments_;
    Shape shape_;
    std::size_t size_ = 1;
    std::vector<std::vector<std::ptrdiff_t>> strides_;  ///< of each argument over the common shape
    std::size_t refused_argument_ = 0;
    const Fault* refused_fault_ = nullptr;
};

/// A list that was found row by row, as an array of that type ("i8", "M8[us]").
py::object array_of(std::span<const std::int64_t> values, const char* type);

/// Numbers into a list of words, as the words themselves. Of an array: as numpy's own texts, or
/// as Python's, which take less room where words are long.
enum class Texts : std::uint8_t { numpy, python };
py::object words_of(const py::object& codes, std::span<const std::string_view> words, Texts texts);

/// Microseconds as a datetime in UTC, or None.
py::object moment_of(std::int64_t at);

}  // namespace asterism::python
