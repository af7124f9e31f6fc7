#pragma once

#include <string>

#include "libcore/base/entropy.hpp"
#include "libcore/media/ports.hpp"
#include "shells/outside/descriptor.hpp"

namespace asterism::outside {

/// Files in a folder of this machine: `tmp/` for what is on its way, `kept/00/` to `kept/ff/` for
/// the rest. No name that a stranger chose ever gets here, links are not followed, and nobody but
/// the folder's owner may look into it.
class LocalFiles final : public media::Files {
public:
    /// Makes what is missing. Throws std::system_error where the folder cannot be used.
    LocalFiles(const std::string& folder, Entropy& entropy);

    /// Throws app::NoRoom where the disk is full, as `append` does.
    std::unique_ptr<media::Arrival> begin(media::Format claimed) override;
    std::optional<std::int64_t> size(const media::Upload& upload) const override;
    std::optional<std::string> read(std::string_view file) const override;
    void carry_out(const media::Changes& changes) noexcept override;
    std::vector<media::FoundFile> unpublished() const override;
    void discard(std::string_view unpublished) const override;
    std::vector<media::FoundFile> kept(std::string_view beginning) const override;

    /// An upload, for reading. Invalid if it has gone.
    Descriptor open(const media::Upload& upload) const;
    /// The same of a kept file.
    Descriptor open_kept(std::string_view file) const;
    /// A new unpublished file.
    Descriptor create(const std::string& name) const;
    /// 128 bits drawn by chance, in hex.
    std::string fresh_name() const;
    /// Makes what was created in `tmp/` so far outlive a loss of power. Throws app::NoRoom.
    void sync() const;

private:
    void publish(const std::string& file) noexcept;
    void remove(const std::string& file) noexcept;
    Descriptor shard(std::string_view file, bool make) const;

    Entropy& entropy_;
    Descriptor tmp_;
    Descriptor kept_;
};

/// Throws app::NoRoom for a full disk, std::system_error for the rest.
[[noreturn]] void refuse_file(int error, const char* deed);

}  // namespace asterism::outside
