#pragma once

#include "libcore/accounts/terms.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlTerms final : public accounts::Terms {
public:
    explicit SqlTerms(Db& db) : db_(db) {}

    std::optional<accounts::TermsVersion> newest() const override;
    bool has(std::int64_t version) const override;
    bool publish(const accounts::TermsVersion& version) override;
    bool agree(AccountId account, std::int64_t version, Instant at) override;
    bool agreed(AccountId account, std::int64_t version) const override;
    std::optional<Instant> last_agreed(AccountId account) const override;

private:
    Db& db_;
};

}  // namespace asterism::store
