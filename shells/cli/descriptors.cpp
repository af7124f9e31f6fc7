#include "shells/cli/descriptors.hpp"

#include <sys/resource.h>

namespace asterism::cli {

std::uint64_t most_descriptors() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    const auto before = limit.rlim_cur;
    limit.rlim_cur = limit.rlim_max;
    return setrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_max : before;
}

}  // namespace asterism::cli
