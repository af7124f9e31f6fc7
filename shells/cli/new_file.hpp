#pragma once

#include <string>
#include <string_view>

namespace asterism::cli {

/// A file that was not there, for its owner alone. It is gone again if it was not closed. Throws
/// Trouble.
class NewFile {
public:
    explicit NewFile(std::string path);
    ~NewFile();

    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void write(std::string_view bytes);
    void close();

private:
    [[noreturn]] void refuse(int error) const;

    std::string path_;
    int file_;
};

}  // namespace asterism::cli
