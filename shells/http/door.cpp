#include "shells/http/door.hpp"

#include "libcore/base/text.hpp"
#include "shells/http/upload.hpp"

namespace asterism::http {
namespace {

bool is_form(const Request& head) {
    const auto type = head.header("Content-Type");
    return lowered(trimmed(type.substr(0, type.find(';')))) == "multipart/form-data";
}

}  // namespace

const FilePart* Door::brought(const Request& head) const {
    if (!files_ || !is_form(head)) return nullptr;
    Target target;
    Match match;
    if (!read_target(head.target, target)) return nullptr;
    router_.find(head.verb, target, match);
    return match.route && !match.route->extras.file.part.empty() ? &match.route->extras.file
                                                                 : nullptr;
}

std::unique_ptr<BodySink> Door::open(const Request& head, const Match& match, const Target& target,
                                     std::string_view request_id, Response& response) const {
    if (!gate_.lets_in(head, match, target, request_id, response)) return nullptr;
    return std::make_unique<UploadSink>(boundary_of(head.header("Content-Type")),
                                        match.route->extras.file, *files_);
}

}  // namespace asterism::http
