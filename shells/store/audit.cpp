#include "shells/store/audit.hpp"

namespace asterism::store {

void SqlAuditLog::append(const audit::Record& record) {
    const audit::Event& event = record.event;
    db_.run(
        "INSERT INTO audit_record (at, type, success, account_id, handle, address, agent, metadata)"
        " VALUES (:at, :type, :success, :account, :handle, :address, :agent, :metadata)",
        record.at, event.type, event.success, event.account, event.handle, record.caller.address,
        kept_text(record.caller.agent, 256), event.metadata);
}

}  // namespace asterism::store
