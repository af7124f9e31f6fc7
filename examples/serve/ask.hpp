#pragma once

#include <cstdint>
#include <string>

namespace serve {

/// Asks this machine's port for a page by a plain socket. Throws std::system_error.
std::string ask(std::uint16_t port, const std::string& target);

}  // namespace serve
