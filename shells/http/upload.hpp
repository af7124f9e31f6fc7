#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "libcore/base/result.hpp"
#include "libcore/media/ports.hpp"
#include "shells/http/body_sink.hpp"
#include "shells/http/multipart.hpp"
#include "shells/http/routes.hpp"

namespace asterism::http {

/// A form with files in it, on its way in: they go to where uploads lie, text to the fields of the
/// use case's input. What is wrong is noticed as soon as it has come, and told by `fields`.
class UploadSink final : public BodySink, private PartTaker {
public:
    /// Text in a form with a file, all of it together.
    static constexpr std::size_t text_bytes = 64 * 1024;

    /// Without a boundary nothing is taken.
    UploadSink(const std::optional<std::string>& boundary, const FilePart& wanted,
               media::Files& files)
        : wanted_(wanted),
          files_(files),
          multipart_(boundary.value_or(""), *this),
          state_(boundary ? Multipart::State::partial : Multipart::State::malformed) {}

    bool take(std::string_view piece) override;

    /// What was sent, once all of it has come. The files' field names the uploads, which are there
    /// for as long as this is.
    Result<boost::json::object> fields() const;

private:
    bool begin(const PartHead& head) override;
    bool data(std::string_view piece) override;
    bool end() override;
    bool begin_file(const PartHead& head);
    void keep(std::string_view upload);
    bool refuse(const Fault& fault, std::string_view field);

    const FilePart& wanted_;
    media::Files& files_;
    Multipart multipart_;
    Multipart::State state_;
    boost::json::object fields_;
    std::vector<std::unique_ptr<media::Arrival>> arrivals_;
    bool in_file_ = false;
    std::string name_;
    std::string text_;
    std::size_t texts_ = 0;   ///< bytes of all text parts
    std::int64_t bytes_ = 0;  ///< of the file under way
    std::optional<Error> refusal_;
};

}  // namespace asterism::http
