#pragma once

#include "tests/fakes/tables.hpp"

namespace asterism::tests {

class MemoryMailTroubles : public shop::MailTroubles {
public:
    MemoryMailTroubles(Tables& tables, Calls& calls) : rows_(tables.mail_troubles), calls_(calls) {}

    void note(std::string_view order, shop::MailFailure kind, std::string_view error,
              Instant at) override;
    std::vector<shop::MailTrouble> open(std::int64_t limit) const override;
    bool settle(shop::MailTroubleId id, AccountId by, std::string_view note, Instant at) override;
    void settle_all(std::string_view order, std::string_view note, Instant at) override;

private:
    std::vector<MailTroubleRow>& rows_;
    Calls& calls_;
};

class MemoryAlarms : public shop::Alarms {
public:
    MemoryAlarms(Tables& tables, Calls& calls) : rows_(tables.alarms), calls_(calls) {}

    std::int64_t raise(std::string_view kind, Instant at) override;
    bool take_mail(std::string_view kind, Instant at, Instant before) override;
    std::vector<shop::AlarmCount> counts() const override;

private:
    std::map<std::string, AlarmRow, std::less<>>& rows_;
    Calls& calls_;
};

}  // namespace asterism::tests
