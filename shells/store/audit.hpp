#pragma once

#include "libcore/audit/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlAuditLog final : public audit::Log {
public:
    explicit SqlAuditLog(Db& db) : db_(db) {}

    void append(const audit::Record& record) override;

private:
    Db& db_;
};

}  // namespace asterism::store
