#include "shells/app/ical.hpp"

#include <chrono>
#include <cmath>

#include "libcore/sky/words.hpp"

namespace asterism::app {
namespace {

constexpr std::size_t octets_a_line = 75;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// "20261121T032613Z".
std::string stamp(std::chrono::sys_seconds at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::hh_mm_ss time(at - day);
    auto out = sky::date_text(Date{day});
    std::erase(out, '-');
    out += 'T';
    for (const auto part : {time.hours().count(), time.minutes().count(), time.seconds().count()})
        out += sky::two_digits(part);
    return out + 'Z';
}

std::string stamp(Instant at) { return stamp(std::chrono::floor<std::chrono::seconds>(at)); }

std::string side(double degrees, std::string_view positive, std::string_view negative) {
    return sky::fixed_text(std::abs(degrees), 2).append(degrees < 0 ? negative : positive);
}

/// Without a comma: not every reader takes the escape out of a property that it does not know.
std::string calendar_name(const sky::SkyCalendar& calendar) {
    if (!calendar.latitude || !calendar.longitude) return "The sky";
    return "The sky at " + side(*calendar.latitude, " N ", " S ") +
           side(*calendar.longitude, " E", " W");
}

void append_event(std::string& out, const sky::CalendarEvent& event, std::string_view stamped,
                  std::string_view host) {
    const auto line = [&](std::string_view name, std::string_view value) {
        append_ical_line(out, std::string(name).append(value));
    };
    line("BEGIN:", "VEVENT");
    line("UID:", ical_text(event.uid) + '@' + ical_text(host));
    line("DTSTAMP:", stamped);
    line("DTSTART:", stamp(event.begins));
    // Cut up, for an end has to be later than its start.
    if (event.ends) line("DTEND:", stamp(std::chrono::ceil<std::chrono::seconds>(*event.ends)));
    line("SUMMARY:", ical_text(event.name));
    if (!event.note.empty()) line("DESCRIPTION:", ical_text(event.note));
    line("CATEGORIES:", ical_text(sky::name_of(event.kind)));
    line("TRANSP:", "TRANSPARENT");
    line("END:", "VEVENT");
}

}  // namespace

void append_ical_line(std::string& out, std::string_view line) {
    for (std::size_t room = octets_a_line; line.size() > room; room = octets_a_line - 1) {
        auto cut = room;
        while (cut > 1 && continues_character(line[cut])) --cut;
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
    }
    out.append(line).append("\r\n");
}

std::string ical_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == ',' || c == ';') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
            out += c;
    }
    return out;
}

void append_ical(std::string& out, const sky::SkyCalendar& calendar, std::string_view host) {
    const auto name = ical_text(calendar_name(calendar));
    append_ical_line(out, "BEGIN:VCALENDAR");
    append_ical_line(out, "VERSION:2.0");
    append_ical_line(out, "PRODID:-//Asterism//Sky//EN");
    append_ical_line(out, "CALSCALE:GREGORIAN");
    append_ical_line(out, "METHOD:PUBLISH");
    append_ical_line(out, "NAME:" + name);
    append_ical_line(out, "X-WR-CALNAME:" + name);
    append_ical_line(out, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
    append_ical_line(out, "X-PUBLISHED-TTL:P1D");
    const auto stamped = stamp(calendar.generated_at);
    for (const auto& event : calendar.events) append_event(out, event, stamped, host);
    append_ical_line(out, "END:VCALENDAR");
}

}  // namespace asterism::app
