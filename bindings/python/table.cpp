#include "bindings/python/table.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <optional>
#include <utility>

#include "bindings/python/refuse.hpp"
#include "bindings/python/unlocked.hpp"
#include "bindings/python/values.hpp"

namespace asterism::python {
namespace {

constexpr std::size_t width = 8;  ///< of all that is read and answered, in bytes

const char* type_of(Holds holds) {
    switch (holds) {
        case Holds::numbers: return "f8";
        case Holds::integers: return "i8";
        case Holds::moments: return "M8[us]";
    }
    return "f8";
}

template <class T>
T value_at(const std::byte* place) {
    T out;
    std::memcpy(&out, place, sizeof out);
    return out;
}

py::object single(const std::byte* place, Holds holds) {
    if (holds == Holds::numbers) return py::float_(value_at<double>(place));
    const auto value = value_at<std::int64_t>(place);
    return holds == Holds::integers ? py::object(py::int_(value)) : moment_of(value);
}

/// The length that both can be broadcast to.
std::optional<std::size_t> common_length(std::size_t a, std::size_t b) {
    if (a == b || b == 1) return a;
    if (a == 1) return b;
    return std::nullopt;
}

bool widen(Shape& shape, const Shape& by) {
    if (by.size() > shape.size()) shape.insert(shape.begin(), by.size() - shape.size(), 1);
    for (std::size_t i = 1; i <= by.size(); ++i) {
        const auto length = common_length(shape[shape.size() - i], by[by.size() - i]);
        if (!length) return false;
        shape[shape.size() - i] = *length;
    }
    return true;
}

/// In bytes for each dimension of the shape: 0 where the argument has one value for all of it.
std::vector<std::ptrdiff_t> strides_over(const Shape& shape, const Argument& argument) {
    std::vector<std::ptrdiff_t> out(shape.size());
    const Shape& own = argument.shape();
    for (std::size_t i = 1; i <= own.size(); ++i)
        if (own[own.size() - i] != 1) out[out.size() - i] = argument.strides()[own.size() - i];
    return out;
}

py::tuple tuple_of(const Shape& shape) {
    py::tuple out(shape.size());
    for (std::size_t i = 0; i < shape.size(); ++i) out[i] = py::int_(shape[i]);
    return out;
}

}  // namespace

struct Table::Bad {
    std::size_t row = Rows::most;  ///< of the rows at work; this many: none
    std::size_t argument = 0;
    const Fault* fault = nullptr;  ///< null: it is out of the argument's bounds
};

Table::Table(std::vector<Argument> arguments) : arguments_(std::move(arguments)) {
    for (const Argument& each : arguments_)
        if (!widen(shape_, each.shape())) python::refuse(Error{&shapes_differ}, each.name());
    for (const std::size_t length : shape_) size_ *= length;
    for (const Argument& each : arguments_) strides_.push_back(strides_over(shape_, each));
}

void Table::refuses(std::size_t argument, const Fault& fault) {
    refused_argument_ = argument;
    refused_fault_ = &fault;
}

Shape Table::indices_of(std::size_t row) const {
    Shape out(shape_.size());
    for (std::size_t i = shape_.size(); i-- > 0; row /= shape_[i]) out[i] = row % shape_[i];
    return out;
}

/// How many rows of the argument could be read: all of them but where one is out of bounds.
std::size_t Table::fill_column(Rows& rows, std::size_t argument) const {
    const auto& strides = strides_[argument];
    const std::size_t length = shape_.empty() ? 1 : shape_.back();
    for (std::size_t done = 0; done < rows.count;) {
        std::size_t row = rows.first + done;
        const std::size_t run = std::min(length - row % length, rows.count - done);
        const std::byte* from = arguments_[argument].data();
        for (std::size_t i = shape_.size(); i-- > 0; row /= shape_[i])
            from += static_cast<std::ptrdiff_t>(row % shape_[i]) * strides[i];
        const std::size_t read = arguments_[argument].read(
            from, strides.empty() ? 0 : strides.back(), run, rows.given[argument] + done * width);
        done += read;
        if (read < run) return done;
    }
    return rows.count;
}

Table::Bad Table::fill(Rows& rows) const {
    Bad bad;
    for (std::size_t i = 0; i < arguments_.size(); ++i) {
        const std::size_t read = fill_column(rows, i);
        if (read < rows.count && read < bad.row) bad = {read, i, nullptr};
    }
    return bad;
}

/// Goes on for a twentieth of a second, so that whoever interrupts is heard.
Table::Bad Table::work(Rows& rows, Kernel kernel) const {
    using Clock = std::chrono::steady_clock;
    const auto enough = Clock::now() + std::chrono::milliseconds{50};
    do {
        rows.count = std::min(Rows::most, size_ - rows.first);
        const Bad bad = fill(rows);
        if (bad.row < Rows::most) return bad;
        kernel(rows);
        if (rows.refused < rows.count) return {rows.refused, refused_argument_, refused_fault_};
        rows.first += rows.count;
        for (auto& place : rows.answered) place += rows.count * width;
    } while (rows.first < size_ && Clock::now() < enough);
    return {};
}

std::vector<py::object> Table::answer(std::span<const Holds> columns, Kernel kernel) const {
    std::vector<std::byte> buffers(width * (arguments_.size() * Rows::most + columns.size()));
    Rows rows;
    for (std::size_t i = 0; i < arguments_.size(); ++i)
        rows.given[i] = buffers.data() + i * Rows::most * width;
    std::vector<py::object> out;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        rows.answered[i] = buffers.data() + width * (arguments_.size() * Rows::most + i);
        if (is_single()) continue;
        out.push_back(numpy().attr("empty")(tuple_of(shape_), type_of(columns[i])));
        rows.answered[i] = layout_of(out[i]).data;
    }
    const auto places = rows.answered;
    while (rows.first < size_) {
        std::optional<Unlocked> others_may_run;
        if (!is_single()) others_may_run.emplace();
        const Bad bad = work(rows, kernel);
        others_may_run.reset();
        if (bad.row < Rows::most)
            arguments_[bad.argument].refuse_at(indices_of(rows.first + bad.row), bad.fault);
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    }
    if (is_single())
        for (std::size_t i = 0; i < columns.size(); ++i)
            out.push_back(single(places[i], columns[i]));
    return out;
}

py::object array_of(std::span<const std::int64_t> values, const char* type) {
    const py::object out = numpy().attr("empty")(values.size(), type);
    if (!values.empty()) std::memcpy(layout_of(out).data, values.data(), values.size_bytes());
    return out;
}

py::object words_of(const py::object& codes, std::span<const std::string_view> words, Texts texts) {
    if (py::isinstance<py::int_>(codes)) {
        const auto word = words[codes.cast<std::size_t>()];
        return py::str(word.data(), word.size());
    }
    py::list all;
    for (const auto word : words) all.append(py::str(word.data(), word.size()));
    const py::object type = texts == Texts::numpy ? py::object(py::str("U")) : py::str("O");
    return numpy().attr("array")(all, type).attr("take")(codes);
}

py::object moment_of(std::int64_t at) {
    if (at == not_a_time) return py::none();
    return to_datetime(Instant{std::chrono::microseconds{at}});
}

}  // namespace asterism::python
