#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/sky/answers.hpp"

namespace asterism::bench {

/// How far answers are from the truth, over one row of the table of errors.
struct Accuracy {
    std::string row;
    std::string_view unit;  ///< "s", "arcsec" or "1"
    int asked = 0;
    int missing = 0;   ///< events that the truth has and the answers do not
    int spurious = 0;  ///< the other way round
    int compared = 0;
    double rms = 0;
    double most = 0;
};

/// What issue and design allow of a row.
struct AccuracyLimit {
    std::string_view row;
    double rms;  ///< 0: nobody said
    double most;
};

const std::vector<AccuracyLimit>& accuracy_limits();

/// In the order in which the rows are first asked for; rows that nobody answered are left out.
std::vector<Accuracy> judge(const std::vector<Question>& questions, const OtherAnswers& answers);

}  // namespace asterism::bench
