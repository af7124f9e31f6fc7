#include "libcore/media/rules.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/fakes/instant.hpp"

using namespace asterism;
using namespace asterism::media;

namespace {

const Instant now = tests::instant("2026-03-01T12:00:00Z");
const Instant old = now - std::chrono::hours{1};
const Instant young = now - std::chrono::minutes{59};
const std::string name(32, 'a');
const std::string large = file_name(name, 720);
const std::string little = file_name(name, 160);

using Files = std::vector<FoundFile>;
using Names = std::vector<std::string>;

Blob row(Instant made) {
    Blob out;
    out.id = {7};
    out.name = name;
    out.sides = {720, 160};
    out.created_at = made;
    return out;
}

Sweep swept(const Files& unpublished, const Files& kept, const std::vector<Blob>& rows) {
    return sweep({unpublished, kept, rows}, now);
}

bool is_nothing(const Sweep& plan) {
    return plan.publish.empty() && plan.discard.empty() && plan.remove.empty() && plan.drop.empty();
}

}  // namespace

TEST_CASE("sweep: what is in order stays as it is") {
    CHECK(is_nothing(swept({}, {{large, old}, {little, old}}, {row(old)})));
    CHECK(is_nothing(swept({}, {}, {})));
}

TEST_CASE("sweep: a crash before the row leaves files that go once they are an hour old") {
    CHECK(swept({{large, old}, {little, old}}, {}, {}).discard == Names{large, little});
    CHECK(is_nothing(swept({{large, young}, {little, young}}, {}, {})));
}

TEST_CASE("sweep: a crash after the row is finished, however old it is") {
    for (const Instant made : {old, young}) {
        CHECK(swept({{large, made}, {little, made}}, {}, {row(made)}).publish ==
              Names{large, little});
        const auto half = swept({{little, made}}, {{large, made}}, {row(made)});
        CHECK(half.publish == Names{little});
        CHECK(half.drop.empty());
    }
}

TEST_CASE("sweep: a row that misses a file goes with what is left of it") {
    const auto plan = swept({}, {{large, old}}, {row(old)});
    CHECK(plan.drop == std::vector{BlobId{7}});
    CHECK(plan.remove == Names{large});
    CHECK(is_nothing(swept({}, {{large, young}}, {row(young)})));
}

TEST_CASE("sweep: kept files that no row names go once they are an hour old") {
    CHECK(swept({}, {{large, old}, {little, old}}, {}).remove == Names{large, little});
    CHECK(is_nothing(swept({}, {{large, young}}, {})));
    const auto other = file_name(name, 300);  // of a blob that is there, but not one of its sizes
    CHECK(swept({}, {{large, old}, {little, old}, {other, old}}, {row(old)}).remove ==
          Names{other});
}

TEST_CASE("quota: the hundredth mebibyte may be sent, and not a byte more") {
    CHECK(refusal(Usage{1, 104'857'600}) == nullptr);
    CHECK(refusal(Usage{1, 104'857'601}) == &over_quota);
    CHECK(refusal(Usage{200, 1}) == nullptr);
    CHECK(refusal(Usage{201, 1}) == &over_quota);
}
