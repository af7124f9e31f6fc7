#include "tests/bench/sky/answers.hpp"

#include <cstdlib>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "libcore/sky/ephemeris.hpp"
#include "libcore/sky/moon.hpp"
#include "libcore/sky/transits.hpp"

namespace asterism::bench {
namespace {

using namespace sky;

struct Asked {
    Path path;
    Limit limit;
    bool moon;
};

Asked asked(const std::string& what) {
    const bool moon = what.starts_with("moon");
    const auto has = [&what](const char* word) { return what.find(word) != std::string::npos; };
    return {moon ? Path(apparent_moon) : Path(apparent_sun),
            has("civil")      ? civil_twilight
            : has("nautical") ? nautical_twilight
            : has("astro")    ? astronomical_twilight
            : moon            ? moon_limb
                              : sun_limb,
            moon};
}

/// So many days from the question's moment on, by UT1.
Window window_of(const Question& question) {
    const Moment& from = question.from;
    return {from, {{from.tt.days + question.days}, {from.ut1.days + question.days}}};
}

std::vector<double> first_event(const Question& question) {
    const Observer observer(question.place);
    const auto& [path, limit, moon] = asked(question.what);
    if (question.what.ends_with("transit")) {
        for (const Transit& event : transits(observer, path, window_of(question)).events) {
            if (event.meridian == Meridian::upper) return {event.at.ut1.days};
        }
        return {};
    }
    const bool up = question.what.ends_with("rise") || question.what.ends_with("dawn");
    for (const Crossing& event : crossings(observer, path, limit, window_of(question)).events) {
        if ((event.way == Way::rising) == up) return {event.at.ut1.days};
    }
    return {};
}

std::vector<double> all_events(const Question& question) {
    std::vector<double> out;
    const auto& [path, limit, moon] = asked(question.what);
    const Crossings found = crossings(Observer(question.place), path, limit, window_of(question));
    for (const Crossing& event : found.events) {
        out.push_back(event.way == Way::rising ? 1 : -1);
        out.push_back(event.at.ut1.days);
    }
    return out;
}

std::vector<double> answer(const Question& question) {
    switch (question.form) {
        case Form::phase: return {terrestrial_of(next_quarter(question.from.tt)).days};
        case Form::direction: {
            const Observer observer(question.place);
            const Horizontal seen = question.what == "moon"
                                        ? moon_horizontal(observer, question.from)
                                        : sun_horizontal(observer, question.from);
            return {seen.azimuth.value, seen.altitude.value};
        }
        case Form::fraction: return {illuminated_fraction(question.from.tt)};
        case Form::event: return first_event(question);
        case Form::events: return all_events(question);
    }
    return {};
}

}  // namespace

Answers our_answers(const std::vector<Question>& questions) {
    Answers out;
    for (const Question& question : questions) out.push_back(answer(question));
    return out;
}

OtherAnswers read_answers(const std::string& path, std::size_t questions) {
    OtherAnswers out{Answers(questions), std::vector<bool>(questions)};
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("answer,")) continue;
        const char* rest = line.c_str() + 7;
        char* end = nullptr;
        const auto number = std::strtoul(rest, &end, 10);
        if (end == rest || number >= questions) throw std::runtime_error("what is " + line);
        out.asked[number] = true;
        while (*end == ',') {
            rest = end + 1;
            const double figure = std::strtod(rest, &end);
            if (end == rest) break;
            out.answers[number].push_back(figure);
        }
    }
    return out;
}

}  // namespace asterism::bench
