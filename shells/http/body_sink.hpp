#pragma once

#include <string_view>

namespace asterism::http {

/// Takes a body as it comes in, where it is too big to be held in memory. What it put away is gone
/// when it is, unless somebody has taken it over.
class BodySink {
public:
    virtual ~BodySink() = default;
    /// The next bytes, on the io thread: to be put away without waiting. False: no more is wanted,
    /// and the request is answered as it stands.
    virtual bool take(std::string_view piece) = 0;
};

}  // namespace asterism::http
