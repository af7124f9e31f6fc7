#include "shells/store/postgres_store.hpp"

#include "shells/store/postgres_db.hpp"

namespace asterism::store {

PostgresStore::PostgresStore(PostgresOptions options)
    : options_(std::move(options)),
      connections_(options_.connections, [this] { return open_postgres(options_.uri); }) {}

std::unique_ptr<Db> PostgresStore::connect() { return open_postgres(options_.uri); }

void PostgresStore::read_db(app::FunctionRef<void(Db&)> work) {
    Connections::Loan loan(connections_, Access::read);
    work(loan.db());
    loan.rollback();  // nothing was written; a failed statement needs no other end
}

void PostgresStore::write_db(app::FunctionRef<bool(Db&)> work) {
    for (int tries = 1; !tried(work, tries == 3); ++tries) {
    }
}

/// False if it is worth another try.
bool PostgresStore::tried(app::FunctionRef<bool(Db&)> work, bool last) {
    Connections::Loan loan(connections_, Access::write);
    try {
        if (work(loan.db()))
            loan.commit();
        else
            loan.rollback();
        return true;
    } catch (const DbError& error) {
        if (error.trouble() != Trouble::collision) throw;
        if (last) throw app::StoreUnavailable("three tries lost against other transactions");
        return false;
    }
}

}  // namespace asterism::store
