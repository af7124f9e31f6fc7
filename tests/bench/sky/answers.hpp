#pragma once

#include <string>
#include <vector>

#include "tests/bench/sky/questions.hpp"

namespace asterism::bench {

/// By the questions' numbers. Nothing: there is no such event, or nothing was answered.
using Answers = std::vector<std::vector<double>>;

/// What our library says.
Answers our_answers(const std::vector<Question>& questions);

/// What somebody else's said: a file of lines "answer,NUMBER,FIGURE,..." among others. Questions
/// that are not in it were not put to them, and are left out of `asked`.
struct OtherAnswers {
    Answers answers;
    std::vector<bool> asked;
};

OtherAnswers read_answers(const std::string& path, std::size_t questions);

}  // namespace asterism::bench
