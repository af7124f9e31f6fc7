#pragma once

#include <memory>
#include <string_view>

#include "libcore/media/ports.hpp"
#include "shells/http/body_sink.hpp"
#include "shells/http/gate.hpp"

namespace asterism::http {

/// Lets files in: says which requests bring one and how long they may be, and opens a place for it
/// once the gate has let its sender pass.
class Door {
public:
    Door(const Router& router, const Gate& gate, media::Files* files)
        : router_(router), gate_(gate), files_(files) {}

    /// What the request brings by its head; null: no file.
    const FilePart* brought(const Request& head) const;

    /// Null where the sender may not: `response` says why.
    std::unique_ptr<BodySink> open(const Request& head, const Match& match, const Target& target,
                                   std::string_view request_id, Response& response) const;

private:
    const Router& router_;
    const Gate& gate_;
    media::Files* files_;
};

}  // namespace asterism::http
