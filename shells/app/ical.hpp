#pragma once

#include <string>
#include <string_view>

#include "libcore/sky/calendar_types.hpp"

namespace asterism::app {

inline constexpr std::string_view ical_type = "text/calendar; charset=utf-8";

/// Appends the calendar as RFC 5545 has it: one VEVENT an event, times in UTC, cut to the second.
/// An event is told from others by its uid and the host of the site that tells of it, which stay
/// the same however often the feed is read; `generated_at` is the DTSTAMP.
void append_ical(std::string& out, const sky::SkyCalendar& calendar, std::string_view host);

/// One content line: folded after 75 octets, never within a character, and ended by CRLF.
void append_ical_line(std::string& out, std::string_view line);

/// A TEXT value: backslash, comma, semicolon and line breaks escaped; other controls left out.
std::string ical_text(std::string_view text);

}  // namespace asterism::app
