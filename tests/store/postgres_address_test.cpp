#include "shells/store/postgres_address.hpp"

#include <doctest/doctest.h>

namespace asterism::store {
namespace {

bool verifies(const std::string& uri) {
    return completed(uri).find("sslmode=verify-full") != std::string::npos;
}

TEST_CASE("postgres address: on the way to another machine the server has to prove its name") {
    for (const auto* far :
         {"postgresql://db.example.org/a", "postgresql://u:p@192.0.2.1:5433/a",
          "postgres://[2001:db8::1]/a", "postgresql://127.0.0.1,db.example/a",
          "postgresql:///a?host=db.example.org", "postgresql:///a?hostaddr=10.0.0.1",
          "postgresql://127.0.0.1.evil.example/a"}) {
        CAPTURE(far);
        CHECK(verifies(far));
    }
    for (const auto* near :
         {"postgresql:///a", "postgresql:///a?host=/tmp/pg&port=5432", "postgresql://localhost/a",
          "postgresql://127.0.0.1:5432/a", "postgresql://[::1]/a", "postgresql://%2Ftmp%2Fpg/a"})
        CHECK_FALSE(verifies(near));
}

TEST_CASE("postgres address: what it says itself is obeyed") {
    CHECK_FALSE(verifies("postgresql://db.example.org/a?sslmode=require"));
    const auto own = completed("postgresql:///a?connect_timeout=9");
    CHECK(own.find("connect_timeout=9") != std::string::npos);
    CHECK(own.find("connect_timeout=2") == std::string::npos);
    CHECK(own.find("&application_name=asterism") != std::string::npos);
}

}  // namespace
}  // namespace asterism::store
