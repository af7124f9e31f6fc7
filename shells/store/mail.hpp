#pragma once

#include "libcore/mail/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlMessages final : public mail::Messages {
public:
    explicit SqlMessages(Db& db) : db_(db) {}

    mail::MessageId add(const mail::Draft& draft, Instant at) override;
    std::optional<mail::Message> find(mail::MessageId id) const override;
    std::vector<mail::Message> latest(std::int64_t limit) const override;
    void record(mail::MessageId id, mail::State state, std::string_view error) override;

private:
    Db& db_;
};

}  // namespace asterism::store
