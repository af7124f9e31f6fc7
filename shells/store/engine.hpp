#pragma once

#include "shells/app/store.hpp"
#include "shells/store/db.hpp"
#include "shells/store/migrate.hpp"

namespace asterism::store {

/// A database that can be told to bring its schema up to date. Engines lend out connections;
/// what is said on them is the same for all.
class Engine : public app::Store {
public:
    void read(app::FunctionRef<void(app::Unit&)> work) final;
    void write(app::Work work) final;
    void ping() final;

    /// Which migrations were applied and which were not, without changing anything.
    MigrationStatus schema();
    /// Applies what is missing. Throws SchemaMismatch or DatabaseNewer if it must not.
    void migrate(Instant now);

    /// As read() and write(), for adapters that are more than a port of a use case.
    virtual void read_db(app::FunctionRef<void(Db&)> work) = 0;
    virtual void write_db(app::FunctionRef<bool(Db&)> work) = 0;

    /// What is wrong with the database's own order, in words; empty: nothing that a look tells.
    virtual std::string damage() { return {}; }

    /// To be called before a graceful stop.
    virtual void checkpoint() {}

protected:
    /// A connection of its own, for work that may take long.
    virtual std::unique_ptr<Db> connect() = 0;
};

}  // namespace asterism::store
