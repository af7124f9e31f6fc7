#include "shells/outside/image_workers.hpp"

namespace asterism::outside {

ImageWorkers::ImageWorkers(ImageWorker::Options each, int workers) {
    for (int i = 0; i < workers; ++i) {
        workers_.push_back(std::make_unique<ImageWorker>(each));
        free_.push_back(workers_.back().get());
    }
}

std::optional<images::Report> ImageWorkers::ask(const images::Request& request,
                                                std::span<const int> files) const {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !free_.empty(); });
    const auto give_back = [this](ImageWorker* worker) {
        const std::lock_guard returning(mutex_);
        free_.push_back(worker);
        returned_.notify_one();
    };
    const std::unique_ptr<ImageWorker, decltype(give_back)> worker(free_.back(), give_back);
    free_.pop_back();
    lock.unlock();
    return worker->ask(request, files);
}

}  // namespace asterism::outside
