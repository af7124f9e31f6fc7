#include "tests/bench/sky/print.hpp"

#include <algorithm>
#include <cstdio>

#include "tests/bench/sky/judge.hpp"
#include "tests/bench/sky/speed.hpp"

namespace asterism::bench {
namespace {

void print(const Accuracy& row) {
    std::printf("error,%s,%.*s,%d,%d,%d,%d,%.3g,%.3g\n", row.row.c_str(),
                static_cast<int>(row.unit.size()), row.unit.data(), row.asked, row.missing,
                row.spurious, row.compared, row.rms, row.most);
}

bool keeps_limit(const Accuracy& row) {
    const auto& limits = accuracy_limits();
    const auto limit = std::ranges::find(limits, row.row, &AccuracyLimit::row);
    return limit != limits.end() && row.compared > 0 && row.missing == 0 && row.spurious == 0 &&
           row.most <= limit->most && (limit->rms == 0 || row.rms <= limit->rms);
}

}  // namespace

int print_speeds() {
    int slow = 0;
    for (const Speed& row : measure_speeds()) {
        const auto length = static_cast<int>(row.name.size());
        std::printf("speed,%.*s,%.4g,%.0f\n", length, row.name.data(), row.nanoseconds,
                    row.limit_nanoseconds);
        if (row.limit_nanoseconds == 0 || row.nanoseconds <= row.limit_nanoseconds) continue;
        ++slow;
        std::fprintf(stderr, "too slow: %.*s, %.4g ns where %.0f are allowed\n", length,
                     row.name.data(), row.nanoseconds, row.limit_nanoseconds);
    }
    return slow;
}

int print_errors(bool say_what_is_wrong) {
    const auto questions = all_questions();
    const OtherAnswers ours{our_answers(questions), std::vector<bool>(questions.size(), true)};
    int wrong = 0;
    for (const Accuracy& row : judge(questions, ours)) {
        print(row);
        if (keeps_limit(row)) continue;
        ++wrong;
        if (say_what_is_wrong) std::fprintf(stderr, "too far: %s\n", row.row.c_str());
    }
    return wrong;
}

void print_errors_of(const std::string& path) {
    const auto questions = all_questions();
    for (const Accuracy& row : judge(questions, read_answers(path, questions.size()))) print(row);
}

}  // namespace asterism::bench
