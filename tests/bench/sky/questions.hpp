#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "libcore/sky/moment.hpp"
#include "libcore/sky/place.hpp"
#include "tests/bench/sky/samples.hpp"

namespace asterism::bench {

/// What is asked, and what the numbers of an answer are.
enum class Form : std::uint8_t {
    phase,      ///< the first quarter after the moment: days of TT since J2000.0
    direction,  ///< azimuth and airless altitude, degrees
    fraction,   ///< the lit part of the Moon, 0 to 1
    event,      ///< the first within `days`, days of UT1 since J2000.0; nothing if there is none
    events      ///< all within a day: 1 for up or -1 for down, then the days of UT1, and so on
};

/// One question of the truth data. Who answers it gets all but row and truth.
struct Question {
    Form form;
    std::string row;   ///< of the table of errors that it counts for
    std::string what;  ///< "moon", "sun_rise", "moon_transit", "sun_astro_dusk", …
    sky::Moment from;
    sky::Place place = {};
    double days = 0;
    std::vector<double> truth = {};
};

/// All of tests/sky/data that can be asked of other libraries too, and some that cannot.
std::vector<Question> all_questions();

/// For the peers: a line each of number, form, what, TT, UT1, latitude, longitude, days. What their
/// speed is measured on has the form "sample", what they are not asked "ours".
void write_questions(const std::vector<Question>& questions, const Samples& samples);

}  // namespace asterism::bench
