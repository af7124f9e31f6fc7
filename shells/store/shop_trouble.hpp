#pragma once

#include "libcore/shop/alarms.hpp"
#include "libcore/shop/mail_trouble.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlMailTroubles final : public shop::MailTroubles {
public:
    explicit SqlMailTroubles(Db& db) : db_(db) {}

    void note(std::string_view order, shop::MailFailure kind, std::string_view error,
              Instant at) override;
    std::vector<shop::MailTrouble> open(std::int64_t limit) const override;
    bool settle(shop::MailTroubleId id, AccountId by, std::string_view note, Instant at) override;
    void settle_all(std::string_view order, std::string_view note, Instant at) override;

private:
    Db& db_;
};

class SqlAlarms final : public shop::Alarms {
public:
    explicit SqlAlarms(Db& db) : db_(db) {}

    std::int64_t raise(std::string_view kind, Instant at) override;
    bool take_mail(std::string_view kind, Instant at, Instant before) override;
    std::vector<shop::AlarmCount> counts() const override;

private:
    Db& db_;
};

}  // namespace asterism::store
