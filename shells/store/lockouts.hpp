#pragma once

#include "libcore/accounts/ports.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

class SqlLockouts final : public accounts::Lockouts {
public:
    explicit SqlLockouts(Db& db) : db_(db) {}

    accounts::Tries hold(std::string_view key) override;
    void save(std::string_view key, const accounts::Tries& tries) override;
    void clear(std::string_view key) override;

private:
    Db& db_;
};

}  // namespace asterism::store
