#pragma once

#include <string>

#include "shells/store/connections.hpp"
#include "shells/store/engine.hpp"

namespace asterism::store {

struct PostgresOptions {
    std::string uri;
    std::size_t connections = 8;
};

/// A pool of connections. A write that loses against another is run again from the start, three
/// times at most.
class PostgresStore final : public Engine {
public:
    explicit PostgresStore(PostgresOptions options);

    void read_db(app::FunctionRef<void(Db&)> work) override;
    void write_db(app::FunctionRef<bool(Db&)> work) override;

protected:
    std::unique_ptr<Db> connect() override;

private:
    bool tried(app::FunctionRef<bool(Db&)> work, bool last);

    PostgresOptions options_;
    Connections connections_;
};

}  // namespace asterism::store
