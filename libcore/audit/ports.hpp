#pragma once

#include "libcore/audit/types.hpp"
#include "libcore/base/use_case.hpp"

namespace asterism::audit {

/// The append-only log of who did what from where.
class Log : public Stored {
public:
    virtual void append(const Record& record) = 0;
};

}  // namespace asterism::audit
