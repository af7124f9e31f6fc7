#pragma once

#include <string>

namespace asterism::python {

/// The data folder of that name, made if there is none; without a name, the program's own. Throws
/// std::system_error.
std::string data_folder(const std::string& named);

/// Keeps a data folder as a server does that works in it.
class FolderLock {
public:
    explicit FolderLock(const std::string& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

    /// False if somebody else has it.
    bool held() const { return held_; }

private:
    int file_;
    bool held_;
};

}  // namespace asterism::python
