#pragma once

namespace asterism::outside::images {

/// Memory of its own a worker may have: what a picture of 40 million pixels needs decoded, and
/// some.
inline constexpr unsigned long memory_bytes = 256UL * 1024 * 1024;
inline constexpr unsigned long written_bytes = 32UL * 1024 * 1024;

/// Gives up, for good, what decoding a picture does not need: memory without end, large files,
/// other programs, the network, and the opening of files by name. To be called once all libraries
/// are loaded. False where the kernel knows no such promise; the limits hold then, too.
bool confine();

/// From now on the process may use so many seconds of processor time before it is killed.
void allow_cpu(unsigned seconds);

}  // namespace asterism::outside::images
