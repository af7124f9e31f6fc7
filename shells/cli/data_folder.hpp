#pragma once

#include <string>
#include <string_view>

#include "libcore/base/entropy.hpp"

namespace asterism::cli {

/// The folder with everything an installation keeps. Nobody but its owner may look into it.
class DataFolder {
public:
    /// Makes what is missing. Throws Trouble if the folder cannot be used.
    explicit DataFolder(std::string path);
    ~DataFolder();
    DataFolder(DataFolder&& other) noexcept;
    DataFolder& operator=(DataFolder&&) = delete;

    /// Keeps other processes from locking it until this object ends. Throws Trouble if one has.
    void lock();

    /// The secret of that name: 32 random bytes in hex, made at its first use.
    std::string secret(std::string_view name, Entropy& entropy) const;

    const std::string& path() const { return path_; }

private:
    std::string path_;
    int lock_ = -1;
};

/// A secret others than its owner may read, or one that is too short, in words; empty: all is well.
std::string fault_of_secrets(const std::string& folder);

}  // namespace asterism::cli
