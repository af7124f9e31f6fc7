#include "shells/http/hearts.hpp"

#include <algorithm>
#include <initializer_list>

#include <doctest/doctest.h>

namespace asterism::http {
namespace {

std::string feature(std::int64_t id, std::string_view name, std::string_view heart) {
    return R"({"type":"Feature","properties":{"id":)" + std::to_string(id) + R"(,"name":")" +
           std::string(name) + R"(","favourite":)" + std::string(heart) + R"(,"reviews":0}})";
}

std::string map(std::initializer_list<std::int64_t> hearts) {
    std::string out = R"({"features":[)";
    for (const std::int64_t id : {2, 3, 7, 21, 100, 101, 1'000}) {
        const bool heart = std::ranges::find(hearts, id) != hearts.end();
        // A name that looks like what is searched for.
        out += feature(id, R"(\"favourite\":false \"properties\":{\"id\":7)",
                       heart ? "true " : "false");
        out += id == 1'000 ? "]}" : ",";
    }
    return out;
}

TEST_CASE("hearts: are marked where they are, and nothing moves") {
    for (const auto id : {2, 3, 7, 21, 100, 101, 1'000}) {
        CAPTURE(id);
        auto marked = map({});
        CHECK(mark_hearts(marked, "favourite", {{id}}));
        CHECK(marked == map({id}));
    }
    auto all = map({});
    CHECK(mark_hearts(all, "favourite", {{1'000}, {2}, {100}, {9'999}}));
    CHECK(all == map({2, 100, 1'000}));
}

TEST_CASE("hearts: of what the map does not show, nothing is marked") {
    auto untouched = map({});
    CHECK_FALSE(mark_hearts(untouched, "favourite", {{1}, {4}, {10}, {1'001}}));
    CHECK_FALSE(mark_hearts(untouched, "favourite", {}));
    CHECK(untouched == map({}));
    std::string empty = R"({"type":"FeatureCollection","features":[]})";
    CHECK_FALSE(mark_hearts(empty, "favourite", {{1}}));
}

}  // namespace
}  // namespace asterism::http
