#pragma once

#include "libcore/community/reports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlReports final : public community::Reports {
public:
    explicit SqlReports(Db& db) : db_(db) {}

    std::optional<community::ReportId> add(const community::Report& report) override;
    std::int64_t count_pending(const SubjectRef& ref) const override;
    std::int64_t settle(const SubjectRef& ref, const community::Settlement& settlement) override;
    std::vector<community::ReportView> list(community::ReportStatus status,
                                            community::ReportId before,
                                            std::int64_t limit) const override;
    std::vector<community::OwnReport> of(AccountId reporter) const override;
    void drop_all(AccountId reporter) override;

private:
    Db& db_;
};

}  // namespace asterism::store
