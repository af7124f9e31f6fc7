#pragma once

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace serve {

/// The folder that was named, or one for this run alone.
class Folder {
public:
    explicit Folder(const char* named)
        : path_(named != nullptr ? named
                                 : std::filesystem::temp_directory_path() / "asterism.XXXXXX"),
          passing_(named == nullptr) {
        if (passing_ && ::mkdtemp(path_.data()) == nullptr)
            throw std::system_error(errno, std::generic_category(), path_);
    }

    ~Folder() {
        std::error_code none;
        if (passing_) std::filesystem::remove_all(path_, none);
    }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::string& path() const { return path_; }

private:
    std::string path_;
    bool passing_;
};

}  // namespace serve
