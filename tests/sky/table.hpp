#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libcore/base/time.hpp"

namespace asterism::sky {

/// One line of a file of truth data: its fields by the names in the file's heading.
class Row {
public:
    Row(const std::vector<std::string>& names, std::string_view line);

    const std::string& text(std::string_view name) const;
    double number(std::string_view name) const;
    /// Reads 2026-01-31T23:59Z, with seconds and fractions of them or without.
    Instant instant(std::string_view name) const;
    Date date(std::string_view name) const;

private:
    const std::vector<std::string>& names_;
    std::vector<std::string> fields_;
};

/// A file of tests/sky/data: lines that start with # tell where the numbers come from, the next
/// names the columns, each other is a row.
class Table {
public:
    explicit Table(const std::string& name);
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    const std::vector<Row>& rows() const { return rows_; }

private:
    std::vector<std::string> names_;
    std::vector<Row> rows_;
};

Instant read_instant(std::string_view text);

}  // namespace asterism::sky
