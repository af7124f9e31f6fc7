#pragma once

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemoryReports : public community::Reports {
public:
    MemoryReports(Tables& tables, Calls& calls) : tables_(tables), calls_(calls) {}

    std::optional<community::ReportId> add(const community::Report& report) override;
    std::int64_t count_pending(const SubjectRef& ref) const override;
    std::int64_t settle(const SubjectRef& ref, const community::Settlement& settlement) override;
    std::vector<community::ReportView> list(community::ReportStatus status,
                                            community::ReportId before,
                                            std::int64_t limit) const override;
    std::vector<community::OwnReport> of(AccountId reporter) const override;
    void drop_all(AccountId reporter) override;

private:
    std::optional<std::string> handle_of(std::optional<AccountId> account) const;
    std::int64_t pending(const SubjectRef& ref) const;
    community::ReportView view_of(const ReportRow& row) const;

    Tables& tables_;
    Calls& calls_;
};

}  // namespace asterism::tests
