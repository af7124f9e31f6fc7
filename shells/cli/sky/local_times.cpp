#include "shells/cli/sky/local_times.hpp"

#include <array>

#include <fmt/format.h>

#include "libcore/sky/words.hpp"

namespace asterism::cli {

using std::chrono::minutes;
using std::chrono::seconds;

namespace {

/// From one noon of the Sun to the next it is half a minute more or less than a day.
constexpr minutes nearly_a_day{24 * 60 - 1};

}  // namespace

LocalTimes::LocalTimes(const std::optional<sky::Place>& place, const sky::Zones& zones) {
    if (place) clock_.emplace(*place, zones);
}

std::string LocalTimes::zone(Instant at) {
    if (!clock_) return "UTC";
    const auto offset = sky::clock_text(at, clock_->offset(at)).substr(19);
    return fmt::format("{}, UTC{}", name(), offset);
}

std::string LocalTimes::line() const { return fmt::format("Times of {}.\n", name()); }

std::string LocalTimes::name() const {
    if (!clock_) return "UTC";
    return clock_->zone().value_or("the Sun, in whole hours");
}

std::string LocalTimes::text(Instant at) {
    const auto rounded = std::chrono::round<minutes>(at);
    return sky::clock_text(rounded, clock_ ? clock_->offset(rounded) : seconds{0});
}

std::string LocalTimes::time(Instant at) { return text(at).substr(11, 5); }

std::string LocalTimes::moment(Instant at) {
    const auto shown = text(at);
    return fmt::format("{} {} {}", weekday_of(day(std::chrono::round<minutes>(at))),
                       shown.substr(0, 10), shown.substr(11, 5));
}

std::string LocalTimes::span(const sky::TimeSpan& span) {
    if (span.ends - span.begins >= nearly_a_day) return "all through";
    return time(span.begins) + '-' + time(span.ends);
}

std::string LocalTimes::spans(const std::vector<sky::TimeSpan>& spans) {
    std::string out;
    for (const auto& each : spans) out += (out.empty() ? "" : ", ") + span(each);
    return out.empty() ? "-" : out;
}

Date LocalTimes::day(Instant at) {
    return clock_ ? clock_->date(at) : Date{std::chrono::floor<std::chrono::days>(at)};
}

std::string_view weekday_of(Date day) {
    static constexpr std::array<std::string_view, 7> names{"Sun", "Mon", "Tue", "Wed",
                                                           "Thu", "Fri", "Sat"};
    return names[std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding()];
}

}  // namespace asterism::cli
