#include "shells/outside/zones_rule.hpp"

#include <algorithm>
#include <array>

namespace asterism::outside {

using std::chrono::days;
using std::chrono::seconds;

/// Takes a line apart from its start; what does not fit makes it fail for good.
class ZoneRule::Reader {
public:
    explicit Reader(std::string_view line) : rest_(line) {}

    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    /// Letters, or anything within angle brackets.
    void name() {
        const bool quoted = take('<');
        const auto end = quoted ? rest_.find('>') : rest_.find_first_of("+-0123456789,");
        const auto size = std::min(end, rest_.size());
        failed_ |= size < 3 || (quoted && end == rest_.npos);
        rest_.remove_prefix(std::min(size + (quoted ? 1 : 0), rest_.size()));
    }

    int number(int least, int most) {
        int out = 0;
        const auto before = rest_.size();
        while (!rest_.empty() && is_digit(rest_.front()) && before - rest_.size() < 4) {
            out = 10 * out + (rest_.front() - '0');
            rest_.remove_prefix(1);
        }
        failed_ |= rest_.size() == before || out < least || out > most;
        return out;
    }

    /// [+-]hh[:mm[:ss]]
    seconds time() {
        const bool negative = take('-');
        if (!negative) take('+');
        seconds out = std::chrono::hours{number(0, 167)};
        if (take(':')) out += std::chrono::minutes{number(0, 59)};
        if (take(':')) out += seconds{number(0, 59)};
        return negative ? -out : out;
    }

    Turn turn() {
        Turn out{Turn::Form::weekday_of_month, 1, 1, 0, std::chrono::hours{2}};
        if (take('M')) {
            out.month = number(1, 12);
            need('.');
            out.week = number(1, 5);
            need('.');
            out.day = number(0, 6);
        } else if (take('J')) {
            out.form = Turn::Form::day_but_no_leap_day;
            out.day = number(1, 365);
        } else {
            out.form = Turn::Form::day_of_year;
            out.day = number(0, 365);
        }
        if (take('/')) out.time = time();
        return out;
    }

    void need(char c) { failed_ |= !take(c); }

    bool at_end() const { return rest_.empty(); }

    bool at_digit_or_sign() const {
        return !at_end() &&
               (is_digit(rest_.front()) || rest_.front() == '-' || rest_.front() == '+');
    }

    bool understood() const { return at_end() && !failed_; }

private:
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }

    std::string_view rest_;
    bool failed_ = false;
};

std::optional<ZoneRule> ZoneRule::read(std::string_view line) {
    Reader reader(line);
    ZoneRule out;
    reader.name();
    out.standard_ = -reader.time();  // POSIX counts westwards
    if (!reader.at_end()) {
        reader.name();
        out.summer_ =
            reader.at_digit_or_sign() ? -reader.time() : out.standard_ + std::chrono::hours{1};
        reader.need(',');
        out.start_ = reader.turn();
        reader.need(',');
        out.end_ = reader.turn();
    }
    if (!reader.understood()) return std::nullopt;
    return out;
}

std::chrono::local_seconds ZoneRule::Turn::in(std::chrono::year year) const {
    using namespace std::chrono;
    const year_month in_month = year / std::chrono::month{static_cast<unsigned>(month)};
    const weekday wanted(static_cast<unsigned>(day));
    const local_days first{year / January / 1};
    switch (form) {
        case Form::day_of_year: return first + days{day} + time;
        case Form::day_but_no_leap_day:
            return first + days{day - 1 + (year.is_leap() && day > 59 ? 1 : 0)} + time;
        case Form::weekday_of_month: break;
    }
    if (week == 5) return local_days{in_month / wanted[last]} + time;
    return local_days{in_month / wanted[static_cast<unsigned>(week)]} + time;
}

sky::ZoneStretch ZoneRule::stretch(Instant at) const {
    using std::chrono::sys_days;
    using std::chrono::year;
    sky::ZoneStretch out{standard_, Instant::min(), Instant::max()};
    if (!start_) return out;
    const auto day = std::chrono::floor<days>(
        std::clamp<Instant>(at, sys_days{year{1} / 1 / 1}, sys_days{year{9999} / 1 / 1}));

    struct Change {
        Instant at;
        seconds offset;
    };

    std::array<Change, 6> changes;  // of this year and its neighbours
    for (auto change = changes.begin(); const int step : {-1, 0, 1}) {
        const auto that = Date{day}.year() + std::chrono::years{step};
        *change++ = {Instant{start_->in(that).time_since_epoch() - standard_}, summer_};
        *change++ = {Instant{end_->in(that).time_since_epoch() - summer_}, standard_};
    }
    std::ranges::sort(changes, {}, &Change::at);
    for (const auto& change : changes) {
        if (at < change.at) {
            out.until = change.at;
            break;
        }
        out.offset = change.offset;
        out.from = change.at;
    }
    return out;
}

}  // namespace asterism::outside
