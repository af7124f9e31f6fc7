#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace asterism::bench {

/// What was measured, with what it must not exceed or fall short of.
class Report {
public:
    explicit Report(std::string_view what) : what_(what) {}

    void at_most(std::string_view figure, double measured, double limit, std::string_view unit);
    void at_least(std::string_view figure, double measured, double limit, std::string_view unit);
    void note(std::string_view figure, double measured, std::string_view unit);

    /// Prints the table. True if every gate holds.
    bool print() const;

private:
    struct Row {
        std::string figure;
        double measured;
        std::string wanted;
        std::string unit;
        bool good;
    };

    std::string what_;
    std::vector<Row> rows_;
};

/// The figure that 99 in 100 do not exceed; 0 of none.
double p99(std::vector<double> figures);

}  // namespace asterism::bench
