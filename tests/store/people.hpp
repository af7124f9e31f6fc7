#pragma once

#include <string>

#include "tests/store/databases.hpp"

namespace asterism::store::testing {

inline accounts::NewAccount person(const std::string& handle) {
    accounts::NewAccount fresh;
    fresh.account.uid = "uid-" + handle;
    fresh.account.handle = handle;
    fresh.account.email = handle + "@example.org";
    fresh.account.email_as_given = fresh.account.email;
    fresh.account.created_at = noon;
    fresh.password_hash = "hash-" + handle;
    return fresh;
}

template <class Answer>
Answer written(Engine& engine, auto work) {
    Answer answer{};
    engine.write([&](app::Unit& unit) {
        answer = work(unit);
        return true;
    });
    return answer;
}

inline AccountId added(Engine& engine, const std::string& handle) {
    return written<std::optional<AccountId>>(
               engine, [&](app::Unit& unit) { return unit.accounts().add(person(handle)); })
        .value();
}

}  // namespace asterism::store::testing
