#include "shells/app/time_text.hpp"

#include <doctest/doctest.h>

#include "tests/fakes/instant.hpp"

namespace asterism::app {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;
using tests::instant;

std::string text_of(Instant at) {
    std::string out;
    append_instant(out, at);
    return out;
}

std::string text_of(Date date) {
    std::string out;
    append_date(out, date);
    return out;
}

constexpr Instant first = instant("0001-01-01T00:00:00Z");
constexpr Instant last = instant("9999-12-31T23:59:59Z") + 999'999us;

}  // namespace

TEST_CASE("read_instant: reads UTC, offsets and fractions") {
    struct Row {
        std::string_view text;
        Instant at;
    };

    constexpr auto noon = instant("2026-03-01T12:00:00Z");
    for (const auto& [text, at] :
         {Row{"2026-03-01T12:00:00Z", noon}, Row{"2026-03-01t12:00:00z", noon},
          Row{"2026-03-01T12:00:00+00:00", noon}, Row{"2026-03-01T12:00:00-00:00", noon},
          Row{"2026-03-01T14:30:00+02:30", noon}, Row{"2026-03-01T00:01:00-11:59", noon},
          Row{"2026-03-02T11:59:00+23:59", noon}, Row{"2026-03-01T12:00:00.5Z", noon + 500ms},
          Row{"2026-03-01T12:00:00.000001Z", noon + 1us},
          Row{"2026-03-01T12:00:00.123456789Z", noon + 123'456us},
          Row{"2026-03-01T12:00:00.999999999Z", noon + 999'999us},
          Row{"1969-12-31T23:59:59.5Z", Instant{} - 500ms},
          Row{"2024-02-29T00:00:00Z", sys_days{2024y / 2 / 29}},
          Row{"2000-02-29T00:00:00Z", sys_days{2000y / 2 / 29}}, Row{"0001-01-01T00:00:00Z", first},
          Row{"9999-12-31T23:59:59.999999Z", last}}) {
        const auto this_text = text;
        CAPTURE(this_text);
        const auto read = read_instant(text);
        REQUIRE(read);
        CHECK(*read == at);
    }
}

TEST_CASE("read_instant: refuses everything else") {
    for (const std::string text : {"",
                                   "2026-03-01",
                                   "2026-03-01T12:00Z",
                                   "2026-03-01T12:00:00",
                                   "2026-03-01 12:00:00Z",
                                   "2026-3-01T12:00:00Z",
                                   "26-03-01T12:00:00Z",
                                   "02026-03-01T12:00:00Z",
                                   "2026-02-29T00:00:00Z",
                                   "1900-02-29T00:00:00Z",
                                   "2026-04-31T00:00:00Z",
                                   "2026-00-01T00:00:00Z",
                                   "2026-13-01T00:00:00Z",
                                   "2026-01-00T00:00:00Z",
                                   "2026-01-32T00:00:00Z",
                                   "0000-01-01T00:00:00Z",
                                   "2026-03-01T24:00:00Z",
                                   "2026-03-01T12:60:00Z",
                                   "2026-03-01T12:00:60Z",
                                   "2026-03-01T12:00:00.Z",
                                   "2026-03-01T12:00:00.1234567890Z",
                                   "2026-03-01T12:00:00,5Z",
                                   "2026-03-01T12:00:00+0000",
                                   "2026-03-01T12:00:00+02",
                                   "2026-03-01T12:00:00+24:00",
                                   "2026-03-01T12:00:00+01:60",
                                   "2026-03-01T12:00:00Z ",
                                   " 2026-03-01T12:00:00Z",
                                   "2026-03-01T12:00:00ZZ",
                                   "2026-03-01T12:00:00+-1:00",
                                   "-026-03-01T12:00:00Z",
                                   "2026-03-01T1 :00:00Z",
                                   "10000-01-01T00:00:00Z",
                                   "1772366400",
                                   "now"}) {
        CAPTURE(text);
        CHECK_FALSE(read_instant(text));
    }
}

TEST_CASE("read_instant: an offset does not lead out of the years 1 to 9999") {
    for (const std::string text : {"0001-01-01T00:00:00+00:01", "0001-01-01T23:58:00+23:59",
                                   "9999-12-31T23:59:59-00:01", "9999-12-31T00:01:00-23:59"}) {
        CAPTURE(text);
        CHECK_FALSE(read_instant(text));
    }
    CHECK(read_instant("0001-01-01T00:01:00+00:01") == first);
    CHECK(read_instant("9999-12-31T23:58:59.999999-00:01") == last);
}

TEST_CASE("append_instant: six decimals where there is a fraction, none where there is not") {
    CHECK(text_of(instant("2026-03-01T12:00:00Z")) == "2026-03-01T12:00:00Z");
    CHECK(text_of(instant("2026-03-01T12:00:00Z") + 1us) == "2026-03-01T12:00:00.000001Z");
    CHECK(text_of(Instant{} - 1us) == "1969-12-31T23:59:59.999999Z");
    CHECK(text_of(first) == "0001-01-01T00:00:00Z");
    CHECK(text_of(last) == "9999-12-31T23:59:59.999999Z");
}

TEST_CASE("time text: what is written reads back to the same instant") {
    for (auto at = first; at <= last; at += 1'234'567h + 89min + 7s + 654'321us) {
        const auto text = text_of(at);
        CAPTURE(text);
        REQUIRE(read_instant(text) == at);
    }
}

TEST_CASE("date text: calendar days from year 1 to 9999 and nothing else") {
    CHECK(read_date("2024-02-29") == Date{2024y / 2 / 29});
    CHECK(read_date("0001-01-01") == Date{1y / 1 / 1});
    CHECK(read_date("9999-12-31") == Date{9999y / 12 / 31});
    CHECK(text_of(Date{1y / 1 / 2}) == "0001-01-02");
    for (const std::string text :
         {"", "2023-02-29", "2100-02-29", "2026-04-31", "2026-1-01", "2026-01-1", "20260101",
          "2026/01/01", "2026-01-01T", "2026-01-01 ", "0000-01-01", "2026-13-01", "2026-00-01",
          "10000-01-01"}) {
        CAPTURE(text);
        CHECK_FALSE(read_date(text));
    }
    for (auto day = sys_days{1y / 1 / 1}; day <= sys_days{9999y / 12 / 31}; day += days{997})
        REQUIRE(read_date(text_of(Date{day})) == Date{day});
}

}  // namespace asterism::app
