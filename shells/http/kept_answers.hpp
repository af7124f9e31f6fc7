#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "shells/http/message.hpp"

namespace asterism::http {

/// Whether one of the tags in If-None-Match is this one, weakly compared.
bool names_tag(std::string_view field, std::string_view tag);

/// Which answer, in which state of what it is made from.
struct KeptName {
    std::string target = {};  ///< of the request; empty: this answer is not kept
    std::int64_t version = 0;
};

/// Answers that stay the same until something is written, as bytes. Whoever writes says so by a
/// greater version; nothing is to be thrown away then. For many threads at once.
class KeptAnswers {
public:
    /// Fills in the answer; false: it is not here, or is no longer true.
    bool find(const KeptName& name, Response& response) const;
    /// Gives the answer a strong tag of its bytes, and keeps it if there is room.
    void keep(const KeptName& name, Response& response);

private:
    static constexpr std::size_t most_answers = 64;
    static constexpr std::size_t most_bytes = 16 * 1024 * 1024;

    struct Kept {
        std::int64_t version;
        std::string body;
        std::string tag;
    };

    mutable std::mutex mutex_;
    std::map<std::string, Kept, std::less<>> answers_;
    std::size_t bytes_ = 0;
};

/// To whoever has the answer already, it need not be sent: 304.
void spare(const Request& request, Response& response);

}  // namespace asterism::http
