// What the limits of a request cost, by parts: the payer's keyed digest, and the charge of one
// bucket, of two together, and of one that nobody has used before.

#include <array>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "shells/app/memory_limiter.hpp"
#include "shells/outside/digest.hpp"
#include "tests/bench/measure.hpp"

namespace asterism::bench {
namespace {

using namespace app;
using namespace std::chrono_literals;

constexpr std::array one{Toll{1, {1'000'000, 1h}}};
constexpr std::array exact{Toll{2, {100, 1h}}};
constexpr std::array two{Toll{1, {1'000'000, 1h}}, Toll{2, {100, 1h}}};

double nanoseconds(auto work) { return cpu_microseconds(1'000'000, work) * 1'000; }

int measure() {
    const outside::HmacSigner signer(std::string(32, 'k'));
    MemoryLimiter limiter;
    const auto payer = payer_of(signer, "a192.0.2.1");
    std::uint64_t next = 0;
    const double digest = nanoseconds([&] { (void)payer_of(signer, "a192.0.2.1"); });
    const double charge = nanoseconds([&] { (void)limiter.charge(payer, one); });
    const double full = nanoseconds([&] { (void)limiter.charge(payer, exact); });
    const double both = nanoseconds([&] { (void)limiter.charge(payer, two); });
    const double fresh = nanoseconds([&] {
        ++next;
        (void)limiter.charge({next, next * 0x9E3779B97F4A7C15U}, one);
    });
    std::printf(
        "digest of the payer %.0f ns · one bucket %.0f ns · a full one of 100 %.0f ns · two %.0f "
        "ns · "
        "one never seen %.0f ns\n",
        digest, charge, full, both, fresh);
    return charge < 1'000 ? 0 : 1;
}

}  // namespace
}  // namespace asterism::bench

int main() { return asterism::bench::measure(); }
