#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "libcore/media/ports.hpp"
#include "shells/outside/image_workers.hpp"
#include "shells/outside/local_files.hpp"

namespace asterism::outside {

/// Has pictures developed by workers in processes of their own. May be used by many threads, which
/// wait for a worker to be free.
class ImageDarkroom final : public media::Darkroom {
public:
    struct Options {
        ImageWorker::Options worker = {image_program()};
        int workers = 2;
        const ImageWorkers* staff = nullptr;  ///< instead of its own; they have to outlive it
        /// Hears why a picture was refused, in the decoder's words. From any thread.
        std::function<void(std::string_view why)> refused = {};
    };

    ImageDarkroom(const LocalFiles& files, Options options);

    std::unique_ptr<media::Negative> open(const media::Upload& upload) const override;
    std::unique_ptr<media::Negative> reopen(std::string_view file) const override;

    /// Throws app::NoImages, app::NoRoom. None if the file is no picture.
    std::optional<images::Report> ask(const images::Request& request,
                                      std::span<const int> files) const;

    const LocalFiles& files() const { return files_; }

private:
    void tell(std::string_view why) const;

    const LocalFiles& files_;
    Options options_;
    std::unique_ptr<const ImageWorkers> own_;
    const ImageWorkers& staff_;
};

}  // namespace asterism::outside
