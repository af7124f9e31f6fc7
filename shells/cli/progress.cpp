#include "shells/cli/progress.hpp"

#include <unistd.h>

#include <fmt/format.h>

#include "shells/cli/output.hpp"

namespace asterism::cli {

using Clock = std::chrono::steady_clock;

Progress::Progress(std::int64_t all)
    : all_(all), seen_(::isatty(STDERR_FILENO) == 1), told_(Clock::now()) {}

void Progress::reach(std::int64_t count) {
    if (!seen_ || Clock::now() - told_ <= std::chrono::milliseconds{500}) return;
    say(all_ > 0 ? fmt::format("{} of {}", count, all_) : fmt::format("{} so far", count));
    told_ = Clock::now();
}

}  // namespace asterism::cli
