#include "shells/cli/sky/question.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace asterism::cli {

Paper paper_of(const Arguments& given) {
    auto out = Paper::table;
    int asked = 0;
    for (const auto& [flag, paper] :
         {std::pair{"json", Paper::json}, {"csv", Paper::csv}, {"ics", Paper::ics}}) {
        if (!given.has(flag)) continue;
        out = paper;
        ++asked;
    }
    if (asked > 1)
        throw Trouble(Exit::misused, "An answer has one form.",
                      "More than one of --json, --csv and --ics is given.", "Keep one of them.");
    return out;
}

std::string sky_flag(std::string_view field) {
    if (field == "latitude") return "lat";
    if (field == "longitude") return "lon";
    if (field == "cloud_percent") return "cloud";
    std::string out(field);
    std::ranges::replace(out, '_', '-');
    return out;
}

void refuse_flag(std::string_view flag, std::string_view text, std::string_view about,
                 std::string_view example) {
    throw Trouble(Exit::misused, fmt::format("`{}` is nothing that --{} takes.", text, flag), about,
                  fmt::format("Write it as: --{} {}", flag, example));
}

}  // namespace asterism::cli
