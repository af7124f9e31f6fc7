#include "tests/bench/sky/judge.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "libcore/sky/angles.hpp"

namespace asterism::bench {
namespace {

/// Events that are farther apart are not the same.
constexpr double same_event_days = 10.0 / 1440;

double apart_arcseconds(const std::vector<double>& a, const std::vector<double>& b) {
    const double narrowed = std::cos(sky::radians(sky::Degrees{b[1]}).value);
    const double level = std::remainder(a[0] - b[0], 360) * narrowed;
    return std::hypot(level, a[1] - b[1]) * 3600;
}

class Count {
public:
    explicit Count(Accuracy& row) : row_(row) {}

    void error(double value) {
        row_.most = std::max(row_.most, std::abs(value));
        row_.rms =
            std::sqrt((row_.rms * row_.rms * row_.compared + value * value) / (row_.compared + 1));
        ++row_.compared;
    }

    void missing() { ++row_.missing; }

    void spurious() { ++row_.spurious; }

private:
    Accuracy& row_;
};

void judge_one_event(Count& count, const std::vector<double>& truth,
                     const std::vector<double>& answer) {
    if (truth.empty() && answer.empty()) return;
    if (answer.empty()) return count.missing();
    if (truth.empty()) return count.spurious();
    count.error((answer[0] - truth[0]) * 86400);
}

/// Each true event takes the nearest answered one that goes the same way and is left.
void judge_events(Count& count, const std::vector<double>& truth, std::vector<double> answer) {
    for (std::size_t n = 0; n + 1 < truth.size(); n += 2) {
        std::size_t nearest = answer.size();
        double apart = same_event_days;
        for (std::size_t k = 0; k + 1 < answer.size(); k += 2) {
            const double days = std::abs(answer[k + 1] - truth[n + 1]);
            if (answer[k] == truth[n] && days < apart) {
                apart = days;
                nearest = k;
            }
        }
        if (nearest == answer.size()) {
            count.missing();
            continue;
        }
        count.error((answer[nearest + 1] - truth[n + 1]) * 86400);
        answer[nearest] = 0;
    }
    for (std::size_t k = 0; k + 1 < answer.size(); k += 2) {
        if (answer[k] != 0) count.spurious();
    }
}

void judge_one(Accuracy& row, const Question& question, const std::vector<double>& answer) {
    Count count(row);
    ++row.asked;
    const auto& truth = question.truth;
    switch (question.form) {
        case Form::event: return judge_one_event(count, truth, answer);
        case Form::events: return judge_events(count, truth, answer);
        default: break;
    }
    if (answer.size() < truth.size()) return count.missing();
    if (question.form == Form::phase) return count.error((answer[0] - truth[0]) * 86400);
    if (question.form == Form::fraction) return count.error(answer[0] - truth[0]);
    count.error(apart_arcseconds(answer, truth));
}

std::string_view unit_of(Form form) {
    if (form == Form::direction) return "arcsec";
    return form == Form::fraction ? "1" : "s";
}

}  // namespace

const std::vector<AccuracyLimit>& accuracy_limits() {
    static const std::vector<AccuracyLimit> limits{
        {"phase_fine", 0.05, 0.1},
        {"phase_coarse", 0, 30},
        {"moon_position", 0.05, 0.1},
        {"sun_position", 0.02, 0.05},
        {"illumination", 0, 1e-6},
        {"moon_position_coarse", 0, 15},
        {"moon_rise_set_60", 0.02, 0.1},
        {"moon_rise_set_89", 0.1, 0.5},
        {"sun_rise_set_60", 0.005, 0.02},
        {"sun_rise_set_89", 0.005, 0.02},
        {"twilight_60", 0.005, 0.02},
        {"twilight_89", 0.005, 0.02},
        {"moon_transit", 0, 0.1},
        {"polar_moon", 0.1, 0.5},
        {"polar_sun", 0, 0.02},
        {"polar_sun_pole", 0, 0.5}};  // where the Sun takes a second for 0.016"
    return limits;
}

std::vector<Accuracy> judge(const std::vector<Question>& questions, const OtherAnswers& answers) {
    std::vector<Accuracy> rows;
    for (std::size_t n = 0; n < questions.size(); ++n) {
        if (!answers.asked[n]) continue;
        const Question& question = questions[n];
        auto row = std::ranges::find(rows, question.row, &Accuracy::row);
        if (row == rows.end()) {
            rows.push_back({question.row, unit_of(question.form)});
            row = rows.end() - 1;
        }
        judge_one(*row, question, answers.answers[n]);
    }
    return rows;
}

}  // namespace asterism::bench
