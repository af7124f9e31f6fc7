#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "libcore/media/ports.hpp"

namespace asterism::outside::testing {

/// A folder that goes with the test.
class Folder {
public:
    Folder() {
        std::string made = "/tmp/asterism-files-XXXXXX";
        if (!::mkdtemp(made.data())) throw std::runtime_error("no temporary folder");
        path_ = made;
    }

    ~Folder() { std::filesystem::remove_all(path_); }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string path() const { return path_; }

    std::filesystem::path operator/(const std::string& inner) const { return path_ / inner; }

    std::string read(const std::string& inner) const {
        std::ifstream in(path_ / inner, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    /// Of ordinary files, anywhere in it.
    int count() const {
        int out = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path_))
            out += entry.is_regular_file() ? 1 : 0;
        return out;
    }

private:
    std::filesystem::path path_;
};

/// Has come in, whole.
inline std::unique_ptr<media::Arrival> arrived(media::Files& files, media::Format format,
                                               std::string_view content) {
    auto out = files.begin(format);
    out->append(content);
    return out;
}

}  // namespace asterism::outside::testing
