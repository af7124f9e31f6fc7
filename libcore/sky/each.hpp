#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

namespace asterism::sky {

/// The array form of a function of one thing: the shorter of the two spans says how many.
template <class Question, class Answer, class Function>
void answer_each(std::span<const Question> questions, std::span<Answer> answers,
                 Function function) {
    const std::size_t count = std::min(questions.size(), answers.size());
    for (std::size_t n = 0; n < count; ++n) answers[n] = function(questions[n]);
}

}  // namespace asterism::sky
