#include "libcore/site.hpp"

namespace asterism {

Result<SiteStatistics> site_statistics(const SiteIndex& index, const accounts::NoInput&) {
    return index.count();
}

}  // namespace asterism
