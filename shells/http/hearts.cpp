#include "shells/http/hearts.hpp"

#include <charconv>
#include <optional>

namespace asterism::http {
namespace {

/// Where a place begins. No name can hold this: its quotes would be escaped.
constexpr std::string_view start = R"("properties":{"id":)";

struct Feature {
    std::size_t at;
    std::int64_t id;
};

/// The first that begins there or later.
std::optional<Feature> feature_from(std::string_view map, std::size_t from) {
    const auto at = map.find(start, from);
    if (at == map.npos) return std::nullopt;
    Feature out{at, 0};
    const auto* const digits = map.data() + at + start.size();
    std::from_chars(digits, map.data() + map.size(), out.id);
    return out;
}

std::optional<std::size_t> place_of(std::string_view map, std::int64_t id) {
    std::size_t least = 0;
    std::size_t most = map.size();
    while (least < most) {
        const auto middle = least + (most - least) / 2;
        const auto found = feature_from(map, middle);
        if (found && found->id == id) return found->at;
        if (found && found->id < id)
            least = found->at + 1;
        else
            most = middle;
    }
    return std::nullopt;
}

}  // namespace

bool mark_hearts(std::string& map, std::string_view member,
                 const std::vector<places::PlaceId>& hearts) {
    constexpr std::string_view no = ":false";
    constexpr std::string_view yes = ":true ";
    const auto unmarked = std::string(1, '"').append(member).append(1, '"').append(no);
    bool any = false;
    for (const auto id : hearts) {
        const auto feature = place_of(map, id.value);
        if (!feature) continue;
        const auto at = map.find(unmarked, *feature);
        if (at == map.npos) continue;
        map.replace(at + unmarked.size() - no.size(), no.size(), yes);
        any = true;
    }
    return any;
}

}  // namespace asterism::http
