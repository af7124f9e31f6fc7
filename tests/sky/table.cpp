#include "tests/sky/table.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "tests/data_folder.hpp"

namespace asterism::sky {

namespace {

/// A file that is not as it should be ends the case, or the program that reads it outside tests.
void demand(bool fine, std::string_view of_what) {
    if (!fine) throw std::runtime_error("truth data: " + std::string(of_what));
}

std::vector<std::string> split(std::string_view line) {
    std::vector<std::string> fields;
    for (;;) {
        const auto comma = line.find(',');
        fields.emplace_back(line.substr(0, comma));
        if (comma == std::string_view::npos) return fields;
        line.remove_prefix(comma + 1);
    }
}

int whole(std::string_view text, std::size_t from, std::size_t length) {
    return std::atoi(std::string(text.substr(from, length)).c_str());
}

Date read_date(std::string_view text) {
    return Date{std::chrono::year{whole(text, 0, 4)},
                std::chrono::month{static_cast<unsigned>(whole(text, 5, 2))},
                std::chrono::day{static_cast<unsigned>(whole(text, 8, 2))}};
}

}  // namespace

Row::Row(const std::vector<std::string>& names, std::string_view line)
    : names_(names), fields_(split(line)) {
    demand(fields_.size() == names_.size(), line);
}

const std::string& Row::text(std::string_view name) const {
    const auto at = std::find(names_.begin(), names_.end(), name);
    demand(at != names_.end(), name);
    return fields_[static_cast<std::size_t>(at - names_.begin())];
}

double Row::number(std::string_view name) const {
    const std::string& field = text(name);
    char* end = nullptr;
    const double value = std::strtod(field.c_str(), &end);
    demand(!field.empty() && end == field.c_str() + field.size(), name);
    return value;
}

Instant Row::instant(std::string_view name) const { return read_instant(text(name)); }

Date Row::date(std::string_view name) const { return read_date(text(name)); }

Table::Table(const std::string& name) {
    std::ifstream file(tests::data_folder() + "/sky/data/" + name);
    std::string line;
    while (std::getline(file, line) && line.starts_with('#')) {
    }
    demand(!line.empty(), name);
    names_ = split(line);
    while (std::getline(file, line)) rows_.emplace_back(names_, line);
    demand(!rows_.empty(), name);
}

Instant read_instant(std::string_view text) {
    demand(text.size() >= 17, text);
    Instant at = std::chrono::sys_days{read_date(text)};
    at += std::chrono::hours{whole(text, 11, 2)} + std::chrono::minutes{whole(text, 14, 2)};
    if (text.size() >= 20) {
        const double seconds = std::atof(std::string(text.substr(17)).c_str());
        at += std::chrono::round<Instant::duration>(std::chrono::duration<double>{seconds});
    }
    return at;
}

}  // namespace asterism::sky
