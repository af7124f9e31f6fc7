#include "libcore/version.hpp"

namespace asterism {

std::string_view version() { return ASTERISM_VERSION; }

}  // namespace asterism
