#include <algorithm>
#include <optional>

#include <boost/json/value.hpp>

#include "libcore/base/text.hpp"
#include "libcore/places/records.hpp"
#include "shells/app/codec.hpp"
#include "shells/app/json.hpp"
#include "shells/cli/places/files.hpp"

namespace asterism::cli::place_files {
namespace {

namespace json = boost::json;

using Cells = std::vector<std::string>;

/// Signs that a spreadsheet takes for the beginning of a formula, and the one that hides them.
bool is_sly(char c) { return std::string_view("=+-@\t\r'").find(c) != std::string_view::npos; }

/// What stands in the text behind a quote, up to the next single one.
std::string quoted(std::string_view& rest) {
    std::string out;
    for (rest.remove_prefix(1); !rest.empty();) {
        const auto quote = rest.find('"');
        out += rest.substr(0, quote);
        if (quote == rest.npos) refuse_file("A quote in it is never closed.");
        rest.remove_prefix(quote + 1);
        if (!rest.starts_with('"')) break;
        out += '"';
        rest.remove_prefix(1);
    }
    return out;
}

std::string cell(std::string_view& rest) {
    std::string out;
    if (rest.starts_with('"')) out = quoted(rest);
    const auto end = std::min(rest.find_first_of(",\r\n"), rest.size());
    out += rest.substr(0, end);
    rest.remove_prefix(end);
    if (out.size() > 1 && out[0] == '\'' && is_sly(out[1])) out.erase(0, 1);
    return out;
}

Cells line(std::string_view& rest) {
    Cells out;
    while (true) {
        out.push_back(cell(rest));
        if (!rest.starts_with(',')) break;
        rest.remove_prefix(1);
    }
    if (rest.starts_with("\r\n"))
        rest.remove_prefix(2);
    else if (!rest.empty())
        rest.remove_prefix(1);
    return out;
}

/// A cell under its heading. An empty one is an empty text, and no number.
void put(json::object& record, const app::Field& field, const std::string& text) {
    if (text.empty() && (field.wire != app::Wire::string || field.name == "type")) return;
    record[field.name] = app::from_text(field.wire, text);
}

std::vector<Row> read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (!is_plain_utf8(text)) refuse_file("It is not UTF-8.");
    const auto& shape = app::Codec<places::PlaceRecord>::shape();
    std::vector<const app::Field*> columns;
    for (const auto& heading : line(text))
        columns.push_back(app::find_field(shape, lowered(trimmed(heading))));
    std::vector<Row> out;
    while (!text.empty()) {
        const auto cells = line(text);
        if (cells.size() == 1 && cells[0].empty()) continue;
        Row row;
        for (std::size_t at = 0; at < std::min(cells.size(), columns.size()); ++at)
            if (columns[at]) put(row.record, *columns[at], cells[at]);
        row.where = where(out.size() + 1, row.record);
        out.push_back(std::move(row));
    }
    return out;
}

void append(std::string& out, std::string_view text) {
    const bool plain = text.find_first_of(",\"\r\n") == text.npos;
    if (!plain) out += '"';
    if (!text.empty() && is_sly(text.front())) out += '\'';
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    if (!plain) out += '"';
}

std::string head() {
    std::string out;
    for (const auto& field : app::Codec<places::PlaceRecord>::shape())
        out.append(out.empty() ? "" : ",").append(field.name);
    return out + '\n';
}

std::string row(const json::object& record) {
    std::string out;
    for (const auto& field : app::Codec<places::PlaceRecord>::shape()) {
        if (field.name != "name") out += ',';
        const auto& value = record.at(field.name);
        if (value.is_string())
            append(out, value.get_string());
        else if (!value.is_null())
            app::append_json(out, value);
    }
    return out + '\n';
}

}  // namespace

const Format csv{"csv", read, head, row, "", ""};

}  // namespace asterism::cli::place_files
