#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace asterism::outside {

/// A file mapped into memory for reading, which others may cut short at any time.
///
/// Whoever reads a page that the file no longer has gets SIGBUS, which ends a process. Asking for
/// the length before each look leaves a gap between the two, reading with pread costs a call into
/// the kernel for each cell, and a copy of the whole is too big. So a handler puts zeros into the
/// mapping's place, and tells: the way of systemd's journal and of Wayland's shared pictures. A
/// fault that is not within a mapping of ours goes to whatever handled SIGBUS before.
class RasterMapping {
public:
    /// None where it cannot be mapped, `errno` says why.
    static std::optional<RasterMapping> of(int descriptor, std::size_t bytes);

    RasterMapping(RasterMapping&& other) noexcept;
    RasterMapping& operator=(RasterMapping&&) = delete;
    ~RasterMapping();

    std::span<const std::byte> bytes() const { return bytes_; }

    /// Whether the file was found cut: all that was read since may be zeros.
    bool was_cut() const;

private:
    RasterMapping(std::span<const std::byte> bytes, std::size_t watch)
        : bytes_(bytes), watch_(watch) {}

    std::span<const std::byte> bytes_;
    std::size_t watch_;  ///< in the handler's table
};

}  // namespace asterism::outside
