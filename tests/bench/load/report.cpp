#include "tests/bench/load/report.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

namespace asterism::bench {

void Report::at_most(std::string_view figure, double measured, double limit,
                     std::string_view unit) {
    rows_.push_back({std::string(figure), measured, fmt::format("<= {:g}", limit),
                     std::string(unit), measured <= limit});
}

void Report::at_least(std::string_view figure, double measured, double limit,
                      std::string_view unit) {
    rows_.push_back({std::string(figure), measured, fmt::format(">= {:g}", limit),
                     std::string(unit), measured >= limit});
}

void Report::note(std::string_view figure, double measured, std::string_view unit) {
    rows_.push_back({std::string(figure), measured, "", std::string(unit), true});
}

bool Report::print() const {
    fmt::print("== {}\n", what_);
    for (const auto& row : rows_)
        fmt::print("{:<6} {:<46} {:>10.2f} {:<10} {}\n", row.good ? "" : "WRONG", row.figure,
                   row.measured, row.unit, row.wanted);
    std::fflush(stdout);
    return std::ranges::all_of(rows_, &Row::good);
}

double p99(std::vector<double> figures) {
    if (figures.empty()) return 0;
    const auto at = figures.begin() + static_cast<std::ptrdiff_t>((figures.size() * 99) / 100);
    const auto place = at == figures.end() ? at - 1 : at;
    std::nth_element(figures.begin(), place, figures.end());
    return *place;
}

}  // namespace asterism::bench
