#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>

#include <sys/types.h>

#include "shells/outside/descriptor.hpp"
#include "shells/outside/images/job.hpp"

namespace asterism::outside {

/// A process that decodes pictures, so that what goes wrong there goes wrong there. Started when it
/// is first asked, and again after so many pictures, after a crash, and when it takes too long. For
/// one thread at a time.
class ImageWorker {
public:
    struct Options {
        std::string program;
        int pictures = 100;  ///< then it is replaced, with all the memory it has gathered
        std::chrono::milliseconds longest{15'000};  ///< beside the processor time it allows itself
    };

    explicit ImageWorker(Options options) : options_(std::move(options)) {}

    ~ImageWorker() { end(); }

    ImageWorker(const ImageWorker&) = delete;
    ImageWorker& operator=(const ImageWorker&) = delete;

    /// `files`: one to read, then one to write for each size. None if the worker broke down over
    /// it. Throws app::NoImages where it does not start.
    std::optional<images::Report> ask(const images::Request& request, std::span<const int> files);

    /// Of the process; 0 while there is none.
    pid_t process() const { return process_; }

private:
    void start();
    void end();
    bool send(const images::Request& request, std::span<const int> files) const;

    struct Heard {
        std::optional<images::Report> report;
        bool late;  ///< nothing was said in time; else the process let go
    };

    Heard await() const;

    Options options_;
    Descriptor socket_;
    pid_t process_ = 0;
    int done_ = 0;
};

/// The workers' program, which lies beside the one that runs, or beside the library that this is
/// linked into.
std::string image_program();

}  // namespace asterism::outside
