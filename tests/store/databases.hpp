#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <unistd.h>

#include "shells/store/open.hpp"
#include "shells/store/postgres_db.hpp"
#include "tests/fakes/instant.hpp"

namespace asterism::store::testing {

inline const Instant noon = tests::instant("2026-03-01T12:00:00Z");

/// An empty database of one kind with its schema, gone when the test ends.
class Database {
public:
    virtual ~Database() = default;
    virtual std::string address() const = 0;

    Engine& engine() { return *engine_; }

    /// As another process would come to it.
    std::unique_ptr<Engine> another() const { return open_store(address()); }

protected:
    void open() {
        engine_ = another();
        engine_->migrate(noon);
    }

    std::unique_ptr<Engine> engine_;
};

class SqliteDatabase final : public Database {
public:
    SqliteDatabase() {
        std::string folder = "/tmp/asterism-store-XXXXXX";
        if (!::mkdtemp(folder.data())) throw std::runtime_error("no temporary folder");
        folder_ = folder;
        open();
    }

    ~SqliteDatabase() override {
        engine_.reset();
        std::filesystem::remove_all(folder_);
    }

    std::string address() const override { return "sqlite:" + file(); }

    std::string file() const { return folder_ / "test.db"; }

private:
    std::filesystem::path folder_;
};

/// The tests' private cluster. Without it these tests fail: a database that was not tried is not
/// known to work.
inline std::string cluster() {
    const char* address = std::getenv("ASTERISM_TEST_POSTGRESQL");
    if (!address || !*address)
        throw std::runtime_error("ASTERISM_TEST_POSTGRESQL is not set: run tests/run.sh");
    return address;
}

class PostgresDatabase final : public Database {
public:
    PostgresDatabase() {
        static int count = 0;
        schema_ = "t" + std::to_string(::getpid()) + "_" + std::to_string(++count);
        open_postgres(cluster())->script("CREATE SCHEMA " + schema_);
        open();
    }

    ~PostgresDatabase() override {
        engine_.reset();
        open_postgres(cluster())->script("DROP SCHEMA " + schema_ + " CASCADE");
    }

    /// Connections bear the schema's name, so that a test can tell its own from others'.
    std::string address() const override {
        return cluster() + "&options=-csearch_path%3D" + schema_ + "&application_name=" + schema_;
    }

    const std::string& schema() const { return schema_; }

private:
    std::string schema_;
};

/// As of somebody who rents a PostgreSQL: no PostGIS in it, and not allowed to make an extension.
class HostedDatabase final : public Database {
public:
    HostedDatabase() {
        static int count = 0;
        name_ = "hosted" + std::to_string(::getpid()) + "_" + std::to_string(++count);
        const auto db = open_postgres(cluster());
        db->script("CREATE ROLE " + name_ + " LOGIN");
        db->script("CREATE DATABASE " + name_ + " OWNER " + name_ + " TEMPLATE template0");
        open();
    }

    ~HostedDatabase() override {
        engine_.reset();
        const auto db = open_postgres(cluster());
        db->script("DROP DATABASE " + name_ + " WITH (FORCE)");
        db->script("DROP ROLE " + name_);
    }

    std::string address() const override { return landlords() + "&user=" + name_; }

    /// The same database, as who may do everything in it.
    std::string landlords() const {
        const auto address = cluster();
        const auto query = address.find('?');
        const auto slash = address.rfind('/', query);
        return address.substr(0, slash + 1) + name_ + address.substr(query);
    }

private:
    std::string name_;
};

}  // namespace asterism::store::testing
