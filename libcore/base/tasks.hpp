#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "libcore/base/time.hpp"
#include "libcore/base/use_case.hpp"

namespace asterism {

/// Work to be done later, at least once. Written in the transaction of what causes it.
struct Task {
    std::string_view kind;  ///< who handles it: "mail.send"
    std::string lane;       ///< tasks of one lane are done in order; empty: in any order
    std::string key;        ///< unique among the waiting tasks of its kind; empty: no matter
    std::string payload;    ///< what the handler needs, usually an id
    Instant due;            ///< not before
};

/// Where intentions are kept until a worker carries them out.
class Tasks : public Stored {
public:
    /// Adds a task. With a key, a waiting task of the same kind and key is replaced: newest wins.
    virtual void add(const Task& task) = 0;
};

}  // namespace asterism
