// What the sky's answers cost and how true they are. Prints lines of comma-separated values:
//
//   sky_bench --questions          what to ask of other libraries
//   sky_bench --errors             error,row,unit,asked,missing,spurious,compared,rms,most
//   sky_bench --errors-of FILE     the same of somebody else's answers
//   sky_bench --speed              speed,what,nanoseconds,limit
//   sky_bench --check              both; ends with 1 where a limit is missed
//   sky_bench --torture N          N random cases of events; ends with 1 if one is wrong
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string_view>

#include "tests/bench/sky/judge.hpp"
#include "tests/bench/sky/print.hpp"
#include "tests/bench/sky/torture.hpp"

namespace asterism::bench {
namespace {

int check() {
    const int slow = print_speeds();
    const int wrong = print_errors(true);
    std::fprintf(stderr, "%d too slow, %d too far from the truth\n", slow, wrong);
    return slow + wrong > 0 ? 1 : 0;
}

int run(std::string_view verb, const char* value) {
    if (verb == "--questions") return write_questions(all_questions(), make_samples(1000)), 0;
    if (verb == "--errors") return print_errors(false), 0;
    if (verb == "--errors-of" && value) return print_errors_of(value), 0;
    if (verb == "--speed") return print_speeds(), 0;
    if (verb == "--check") return check();
    if (verb == "--torture" && value) return torture(std::atoi(value)) > 0 ? 1 : 0;
    std::fputs("sky_bench --questions|--errors|--errors-of FILE|--speed|--check|--torture N\n",
               stderr);
    return 2;
}

}  // namespace
}  // namespace asterism::bench

int main(int count, char** words) {
    try {
        return asterism::bench::run(count > 1 ? words[1] : "", count > 2 ? words[2] : nullptr);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
