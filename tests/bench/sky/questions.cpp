#include "tests/bench/sky/questions.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include "libcore/sky/ephemeris.hpp"
#include "tests/sky/moments.hpp"

namespace asterism::bench {
namespace {

using namespace sky;

constexpr double j2000_jd = 2451545.0;
constexpr std::array form_names{"phase", "direction", "fraction", "event", "events"};

double ut1_days(Instant shown) { return at_ut1(shown).ut1.days; }

const char* years(TerrestrialTime at) { return grade_of(at) == Grade::fine ? "fine" : "coarse"; }

void ask_phases(std::vector<Question>& out) {
    const Table table("ref_moon_phases.csv");
    for (const Row& row : table.rows()) {
        const TerrestrialTime truth{row.number("tt_jd") - j2000_jd};
        Moment from = at_ut1(row.instant("utc_ut1"));
        from.tt.days -= 2;
        from.ut1.days -= 2;
        out.push_back({Form::phase,
                       std::string("phase_") + years(truth),
                       "moon",
                       from,
                       Place{},
                       0,
                       {truth.days}});
    }
}

void ask_positions(std::vector<Question>& out) {
    const Table table("ref_positions.csv");
    for (const Row& row : table.rows()) {
        const Moment at = at_ut1(row.instant("utc"), row.number("tt_minus_ut1_s"));
        const Place place = place_of(row);
        out.push_back({Form::direction,
                       "moon_position",
                       "moon",
                       at,
                       place,
                       0,
                       {row.number("moon_az"), row.number("moon_alt_airless")}});
        out.push_back({Form::direction,
                       "sun_position",
                       "sun",
                       at,
                       place,
                       0,
                       {row.number("sun_az"), row.number("sun_alt_airless")}});
        out.push_back(
            {Form::fraction, "illumination", "moon", at, place, 0, {row.number("illum_geo")}});
    }
}

/// JPL's places for the years whose ephemeris is coarse, to 0.18". Before 1960 its UT is UT1; for
/// years to come its UTC is 0.182 s ahead of UT1 (see horizons_test.cpp).
void ask_outer_years(std::vector<Question>& out) {
    const Table table("moon_altaz_horizons.csv");
    for (const Row& row : table.rows()) {
        Moment at = at_ut1(row.instant("utc"), row.number("tdb_minus_ut_s"));
        if (grade_of(at.tt) == Grade::fine) continue;
        if (at.tt.days > 0) at.ut1.days -= 0.182 / 86400;
        out.push_back({Form::direction,
                       "moon_position_coarse",
                       "moon",
                       at,
                       place_of(row),
                       0,
                       {row.number("az_deg"), row.number("alt_airless_deg")}});
    }
}

std::string event_row(const std::string& body, const std::string& event, double latitude) {
    if (event.find("transit") != std::string::npos) return body + "_transit";
    if (event.find('_') != std::string::npos) {
        return std::abs(latitude) <= 60 ? "twilight_60" : "twilight_89";
    }
    return body + (std::abs(latitude) <= 60 ? "_rise_set_60" : "_rise_set_89");
}

void ask_events(std::vector<Question>& out) {
    const Table table("ref_rise_set_twilight.csv");
    for (const Row& row : table.rows()) {
        const std::string& body = row.text("body");
        const std::string& event = row.text("event");
        Question question{Form::event,        event_row(body, event, row.number("lat")),
                          body + "_" + event, at_ut1(row.instant("start_utc")),
                          place_of(row),      event == "transit" ? 26.0 / 24 : 1.0};
        if (!row.text("utc").empty()) question.truth = {ut1_days(row.instant("utc"))};
        out.push_back(std::move(question));
    }
}

void ask_polar_days(std::vector<Question>& out) {
    const Table table("ref_day_events_polar.csv");
    for (const Row& row : table.rows()) {
        const bool moon = row.text("body").starts_with("moon");
        const bool at_pole = std::abs(row.number("lat")) > 89.5;
        const char* where = moon ? "polar_moon" : at_pole ? "polar_sun_pole" : "polar_sun";
        Question question{Form::events,     where,
                          row.text("body"), at_ut1(std::chrono::sys_days{row.date("utc_date")}),
                          place_of(row),    1};
        for (std::string rest = row.text("events"); !rest.empty();) {
            const auto at = rest.find('@');
            const std::string word = rest.substr(0, at);
            const bool up = word == "rise" || word.ends_with("dawn");
            question.truth.push_back(up ? 1 : -1);
            question.truth.push_back(ut1_days(read_instant(rest.substr(at + 1, 24))));
            const auto next = rest.find(';');
            rest.erase(0, next == std::string::npos ? next : next + 1);
        }
        out.push_back(std::move(question));
    }
}

}  // namespace

std::vector<Question> all_questions() {
    std::vector<Question> out;
    ask_phases(out);
    ask_positions(out);
    ask_outer_years(out);
    ask_events(out);
    ask_polar_days(out);
    return out;
}

void write_questions(const std::vector<Question>& questions, const Samples& samples) {
    std::puts("number,form,what,tt_days,ut1_days,lat,lng,days");
    std::size_t number = 0;
    const auto write = [&number](const char* form, const char* what, Moment at, Place place,
                                 double days) {
        std::printf("%zu,%s,%s,%.10f,%.10f,%.6f,%.6f,%.6f\n", number++, form, what, at.tt.days,
                    at.ut1.days, place.latitude.value, place.longitude.value, days);
    };
    for (const Question& asked : questions) {
        // Every library foresees another rotation of the Earth for years to come, which would
        // count as an error of the Moon's.
        const bool of_years_to_come = asked.row == "moon_position_coarse";
        write(of_years_to_come ? "ours" : form_names[static_cast<std::size_t>(asked.form)],
              asked.what.c_str(), asked.from, asked.place, asked.days);
    }
    for (std::size_t n = 0; n < samples.moments.size(); ++n) {
        write("sample", "", samples.moments[n], samples.places[n], 1);
    }
}

}  // namespace asterism::bench
