#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace asterism::store {

/// The three ways in which a value is kept in a column.
enum class Cell : std::uint8_t { integer, real, text };

/// What goes into a statement and what comes out of it, in order.
struct Shape {
    std::span<const Cell> in;
    std::span<const Cell> out;
};

/// A prepared statement of one connection. Parameters and columns are counted from 0. What is bound
/// must live until reset(); a text that was read lives until the next step() or reset().
class Statement {
public:
    virtual ~Statement() = default;
    virtual void bind_null(int at) = 0;
    virtual void bind_integer(int at, std::int64_t value) = 0;
    virtual void bind_real(int at, double value) = 0;
    virtual void bind_text(int at, std::string_view value) = 0;
    /// Runs to the next row; false when there is none.
    virtual bool step() = 0;
    virtual bool null(int at) const = 0;
    virtual std::int64_t integer(int at) const = 0;
    virtual double real(int at) const = 0;
    virtual std::string_view text(int at) const = 0;
    /// Rows that the last run inserted, changed or deleted.
    virtual std::int64_t affected() const = 0;
    /// Lets go of rows and locks; the statement can run again.
    virtual void reset() noexcept = 0;
};

}  // namespace asterism::store
