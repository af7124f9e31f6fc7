#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "shells/outside/image_worker.hpp"

namespace asterism::outside {

/// A few workers for pictures. May be used by many threads and for the files of several sites: a
/// worker sees nothing but the files that it is handed. Each is started when it is first needed.
class ImageWorkers {
public:
    explicit ImageWorkers(ImageWorker::Options each = {image_program()}, int workers = 2);

    /// Waits for one to be free. None if it broke down over it. Throws app::NoImages.
    std::optional<images::Report> ask(const images::Request& request,
                                      std::span<const int> files) const;

private:
    std::vector<std::unique_ptr<ImageWorker>> workers_;
    mutable std::mutex mutex_;
    mutable std::condition_variable returned_;
    mutable std::vector<ImageWorker*> free_;
};

}  // namespace asterism::outside
